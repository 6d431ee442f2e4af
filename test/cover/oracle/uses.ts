/** What a value is used as. */
export type Use = 'text' | 'name' | 'arn' | 'number' | 'id' | 'place';

/** What stands under these is compared as text. */
export const TEXT = new Set([
  'Value',
  'ConditionValue',
  'Key',
  'ConditionKey',
  'Status',
  'Fn::Equals',
  'Fn::FindInMap',
  'tags',
  'stack-tags',
]);
const NAME = new Set(['TableName', 'BucketName', 'DBInstanceIdentifier', 'DBClusterIdentifier', 'ClusterIdentifier']);
/** The lists of which the members are ARNs. */
export const ARNS = new Set(['Resources', 'NotResources', 'resources', 'except']);
const NUMBER = new Set(['DeleteAfterDays', 'MinRetentionDays', 'MaxRetentionDays']);

/** That a name is that of what a restore test made counts only where it is written out. */
export function isName(text: string): boolean {
  return text !== '' && !/[\s*]/.test(text) && !text.startsWith('awsbackup-restore-test');
}

/** What stands under a key is used as; undefined for what decides nothing. */
export function useOf(key: string): Use | undefined {
  if (NAME.has(key)) return 'name';
  if (NUMBER.has(key)) return 'number';
  if (key === 'BackupPlanId') return 'id';
  return TEXT.has(key) ? 'text' : undefined;
}

/** Whether a key tells what stands under it is used as. */
export function isKnown(name: string): boolean {
  return (
    TEXT.has(name) || NAME.has(name) || ARNS.has(name) || NUMBER.has(name) || name === 'BackupPlanId' || name === 'Type'
  );
}

/** Every key and every text in a value. */
export function stringsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node !== 'object' || node === null) return [];
  return [...(Array.isArray(node) ? [] : Object.keys(node)), ...Object.values(node).flatMap(stringsIn)];
}
