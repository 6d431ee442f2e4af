import { arnPrefixOf, isArn, propertyAt } from './arns';
import type { Named, PlanReference, VaultReference } from './model';
import type { Property } from './property';
import { onlyHole, type Segments, splitSegments, wordsOf } from './segments';
import type { Template, TemplateResource } from './template';
import type { Reference, ResourceId } from './told';

const VAULT_TYPES: ReadonlySet<string> = new Set([
  'AWS::Backup::BackupVault',
  'AWS::Backup::LogicallyAirGappedBackupVault',
]);

/** What an ARN leads to. */
export function referenceOf(property: Property): Reference | undefined {
  const segments = property.segments();
  return segments && (wholeArn(segments) ?? builtArn(segments) ?? property.told(segments));
}

/** What a list of ARNs leads to, each where it stands. */
export function namedIn(list: Property): Named[] {
  return list.textItems().flatMap((item) => {
    const arn = referenceOf(item);
    return arn === undefined ? [] : [{ arn, ...item.part }];
  });
}

/** The vault that a name or an ARN leads to. */
export function vaultReferenceOf(property: Property): VaultReference | undefined {
  const segments = property.segments();
  if (!segments) return undefined;
  const whole = vaultIn(segments);
  if (whole) return vaultReference(whole, property);
  const [arn, , service, region, account, kind, ...rest] = splitSegments(segments, ':');
  const [name] = rest;
  if (
    rest.length !== 1 ||
    !name ||
    tell(arn) !== 'arn' ||
    tell(service) !== 'backup' ||
    tell(kind) !== 'backup-vault'
  ) {
    return { name: property.told(segments) };
  }
  const built = vaultIn(name);
  return {
    ...(built ? vaultReference(built, property) : { name: property.told(name) }),
    ...(isOwn(region, 'AWS::Region', property) ? {} : { region: property.told(region ?? []) }),
    ...(isOwn(account, 'AWS::AccountId', property) ? {} : { account: property.told(account ?? []) }),
  };
}

/** The vault that stands where its ARN is asked for. */
export function vaultByArn(property: Property): VaultReference | undefined {
  const segments = property.segments();
  const reference = vaultReferenceOf(property);
  return reference && segments && isNoArn(segments) ? { ...reference, isNoArn: true } : reference;
}

/** Whether a text is no ARN of a vault for certain. */
function isNoArn(segments: Segments): boolean {
  const words = wordsOf(segments);
  if (words !== undefined) return !/^arn:[^:]+:backup:[^:]*:[^:]*:backup-vault:./.test(words);
  const hole = onlyHole(segments);
  const type = hole?.resource?.reference.type ?? '';
  const isNamed = hole?.attribute === 'BackupVaultName' && VAULT_TYPES.has(type);
  return isNamed || (hole?.attribute === undefined && type === 'AWS::Backup::BackupVault');
}

/** The plan that the id, or the name, of a plan leads to. */
export function planReferenceOf(property: Property): PlanReference | undefined {
  const segments = property.segments();
  if (!segments) return undefined;
  const hole = onlyHole(segments);
  const path = PLAN_NAMES.get(hole?.resource?.reference.type ?? '');
  if (!hole?.resource || !path) return { name: property.told(segments) };
  const name = property.elsewhere(propertyAt(hole.resource, hole.template, ...path));
  return { name: property.told(name ?? segments), declared: hole.resource.reference };
}

/** Where plans, of backups and of restore tests, have their names. */
const PLAN_NAMES: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::Backup::BackupPlan', ['BackupPlan', 'BackupPlanName']],
  ['AWS::Backup::RestoreTestingPlan', ['RestoreTestingPlanName']],
]);

interface FoundVault {
  readonly resource: TemplateResource;
  readonly name: Segments | undefined;
  readonly at: ReturnType<typeof propertyAt>;
}

function vaultIn(segments: Segments): FoundVault | undefined {
  const hole = onlyHole(segments);
  if (!hole?.resource || !VAULT_TYPES.has(hole.resource.reference.type)) return undefined;
  return { resource: hole.resource, name: segments, at: propertyAt(hole.resource, hole.template, 'BackupVaultName') };
}

function vaultReference({ resource, name, at }: FoundVault, property: Property): VaultReference {
  const given = property.elsewhere(at);
  return { name: property.told(given ?? name ?? []), declared: resource.reference };
}

/** `{"Fn::GetAtt": ["Table", "Arn"]}`, and Ref where it gives the ARN. */
function wholeArn(segments: Segments): ResourceId | undefined {
  const hole = onlyHole(segments);
  return hole && isArn(hole) ? hole.resource?.reference : undefined;
}

/** An ARN put together of words, pseudo parameters and, at its end, the id of a resource that is where the ARN says. */
function builtArn(segments: Segments): ResourceId | undefined {
  const last = segments.at(-1);
  if (!last || 'words' in last || !last.resource) return undefined;
  const known = arnPrefixOf(last);
  const [arn, , service, region, account, ...rest] = splitSegments(segments.slice(0, -1), ':');
  if (!known || tell(arn) !== 'arn' || tell(service) !== known.service) return undefined;
  const prefix = rest.map(tell);
  if (!prefix.every((part) => part !== undefined) || prefix.join(':') !== known.prefix) return undefined;
  const isThere = known.global || (isAt(region, 'region', last.template) && isAt(account, 'account', last.template));
  return isThere ? last.resource.reference : undefined;
}

/** Whether a part of an ARN is the Region, or the account, of a stack. */
function isAt(part: Segments | undefined, place: 'region' | 'account', { stack }: Template): boolean {
  if (!part) return false;
  const hole = onlyHole(part);
  const isPseudo = hole?.hole === (place === 'region' ? 'AWS::Region' : 'AWS::AccountId');
  if (isPseudo && hole.template.stack.name === stack.name) return true;
  const said = isPseudo ? hole.template.stack[place] : wordsOf(part);
  // Two stacks of which nobody knows the Region share one, or else neither could use what the other exports.
  return isPseudo && said === undefined ? stack[place] === undefined : said !== undefined && said === stack[place];
}

function isOwn(part: Segments | undefined, pseudoParameter: string, { home }: Property): boolean {
  const hole = part && onlyHole(part);
  return hole?.hole === pseudoParameter && hole.template === home;
}

/** The words of a part of an ARN; `undefined` where they are not known. */
function tell(part: Segments | undefined): string | undefined {
  return part && wordsOf(part);
}
