import { VALUE_CHECKS } from '../../../src/check/values/value-checks';
import { type Around, findingsOf, type Json } from '../rule-cases';
import { plan, resource } from './program';

const PARAMETERS = { Unknown: { Type: 'String' }, Unknowns: { Type: 'CommaDelimitedList' } };
const CONDITIONS = { Prod: { 'Fn::Equals': [{ Ref: 'Unknown' }, 'prod'] } };
export const PLACE: Around = { at: '111111111111/eu-central-1' };
export const whenProd = (value: unknown, otherwise: unknown = { Ref: 'AWS::NoValue' }) => ({
  'Fn::If': ['Prod', value, otherwise],
});
export const copy = (index: number, others: object = {}) => ({
  DestinationBackupVaultArn: `arn:aws:backup:eu-west-1:111111111111:backup-vault:vault${index}`,
  ...others,
});
export const selection = (properties: object) => ({
  Item: resource('BackupSelection', {
    BackupPlanId: 'plan-1',
    BackupSelection: { SelectionName: 'all', ...properties },
  }),
});
export const vault = (properties: object) => ({
  Item: resource('BackupVault', { BackupVaultName: 'ledger', ...properties }),
});
export const policy = (statement: object) =>
  vault({ AccessPolicy: { Statement: [{ Effect: 'Allow', Action: 'backup:CopyIntoBackupVault', ...statement }] } });
export const ruled = (...rules: object[]) => ({ Item: plan(rules) });
export const tested = (properties: object) => ({
  Files: resource('AWS::FSx::FileSystem', { FileSystemType: 'LUSTRE' }),
  Item: resource('RestoreTestingSelection', { ProtectedResourceType: 'EBS', ...properties }),
});
export const FILES = { 'Fn::GetAtt': ['Files', 'ResourceARN'] };
export const control = (parameters: Json) => ({
  Item: resource('Framework', {
    FrameworkName: 'rules',
    FrameworkControls: [
      {
        ControlName: 'BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK',
        ControlInputParameters: Object.entries(parameters).map(([ParameterName, ParameterValue]) => ({
          ParameterName,
          ParameterValue,
        })),
      },
    ],
  }),
});
export const RULE = 'BackupPlan.BackupPlanRule[0]';

/** What a value rule finds in the resource `Item`. */
export function found(id: string, resources: Json, around?: Around) {
  const rule = VALUE_CHECKS.find((check) => check.id === id);
  if (!rule) throw new Error(`there is no check ${id}`);
  const template = { Parameters: PARAMETERS, Conditions: CONDITIONS, Resources: resources };
  return findingsOf(rule, template, around).filter(({ logicalId }) => logicalId === 'Item');
}
