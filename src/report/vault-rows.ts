import type { PolicyCondition, PolicyStatement, Vault } from '../read/model';
import { isResource, isUnknown, type Reference } from '../read/told';
import { block, type Entry } from './block';
import { listed, type Phrase, type Row } from './layout';
import { counted, nameWords, referenceWords, told } from './told-words';

const OPERATORS: ReadonlyMap<string, string> = new Map([
  ['StringEquals', 'is'],
  ['StringNotEquals', 'is not'],
  ['StringLike', 'is like'],
  ['StringNotLike', 'is not like'],
  ['ArnEquals', 'is'],
  ['ArnNotEquals', 'is not'],
  ['ArnLike', 'is like'],
  ['ArnNotLike', 'is not like'],
  ['Bool', 'is'],
]);

/** A vault: how it is encrypted, what it holds fast, whom it lets in, whom it tells. */
export function vaultRows(vault: Vault): Row[] {
  const noun = vault.kind === 'standard' ? 'Vault' : 'Logically air-gapped vault';
  return block(noun, nameWords(vault.name, 'heading'), vault, [
    { label: ['key'], lines: [keyWords(vault)] },
    { label: ['lock'], lines: [lockWords(vault)] },
    { label: ['policy'], lines: policyLines(vault) },
    ...notificationEntries(vault),
  ]);
}

function keyWords({ encryptionKey, kind, stack }: Vault): Phrase {
  if (encryptionKey !== undefined) return referenceWords(encryptionKey, stack);
  const text = kind === 'standard' ? 'the AWS managed key aws/backup' : 'a key that AWS Backup owns';
  return [text, { text: ' (AWS default)', style: 'dim' }];
}

function lockWords({ lock, kind }: Vault): Phrase {
  if (!lock) return ['none'];
  const { changeableForDays: grace } = lock;
  if (kind === 'logicallyAirGapped') return ['compliance mode from the beginning; ', ...retentionWords(lock)];
  if (grace === undefined) return ['governance mode, which permissions can lift; ', ...retentionWords(lock)];
  return ['compliance mode, immutable after ', ...counted(grace, 'day'), '; ', ...retentionWords(lock)];
}

function retentionWords({ minRetentionDays: min, maxRetentionDays: max }: NonNullable<Vault['lock']>): Phrase {
  if (min === undefined && max === undefined) return ['admits points of any retention'];
  if (min === undefined || max === undefined) {
    return [
      'admits only points kept ',
      ...counted(min ?? max ?? 0, 'day'),
      min === undefined ? ' or less' : ' or more',
    ];
  }
  return min === max
    ? ['admits only points kept exactly ', ...counted(min, 'day')]
    : ['admits only points kept ', told(min), ' to ', ...counted(max, 'day')];
}

function policyLines({ policy, stack }: Vault): Phrase[] {
  if (!policy) return [['none, IAM alone decides']];
  return policy.length === 0 ? [['without statements']] : policy.map((statement) => statementWords(statement, stack));
}

function statementWords(statement: PolicyStatement, stack: string): Phrase {
  const { effect, actions, exceptActions, conditions } = statement;
  const verb = effect === 'Deny' ? 'denies' : effect === 'Allow' ? 'allows' : undefined;
  const what = listed(
    actions.map((action) => [told(action === '*' ? 'everything' : action)]),
    'and',
  );
  return [
    ...(verb ? [`${verb} `] : ['effect ', told(effect), ': ']),
    ...principalWords(statement, stack),
    exceptActions ? ' everything but ' : ' ',
    ...(actions.length === 0 ? ['nothing'] : what),
    ...conditions.flatMap((condition, index) => conditionWords(condition, index === 0)),
  ];
}

function principalWords({ principals, exceptPrincipals }: PolicyStatement, stack: string): Phrase {
  if (principals.length === 0) return [exceptPrincipals ? 'everybody' : 'nobody'];
  const who = listed(
    principals.map((principal) => whoWords(principal, stack)),
    'and',
  );
  return exceptPrincipals ? ['everybody but ', ...who] : who;
}

function whoWords(principal: Reference, stack: string): Phrase {
  if (principal === '*') return ['everybody'];
  if (isResource(principal)) return referenceWords(principal, stack);
  // The root of an account stands for the account in a policy.
  const arn = isUnknown(principal) ? principal.unknown : principal;
  const account = /^arn:[^:]+(?:::Partition\})?:iam::(\d{12}):root$/.exec(arn)?.[1];
  return account ? [`account ${account}`] : referenceWords(principal, stack);
}

function conditionWords({ operator, key, values }: PolicyCondition, first: boolean): Phrase {
  const is = OPERATORS.get(operator) ?? operator;
  return [
    `${first ? ', if' : ' and'} ${key} ${is} `,
    ...listed(
      values.map((value) => [told(value)]),
      'or',
    ),
  ];
}

function notificationEntries({ notifications, stack }: Vault): Entry[] {
  if (!notifications) return [];
  const { topic, events } = notifications;
  const where: Phrase = topic === undefined ? ['topic ', told(undefined)] : referenceWords(topic, stack);
  const what = listed(
    events.map((event) => [told(event, 'dim')]),
    'and',
  );
  return [{ label: ['notifies'], lines: [[...where, ' of ', ...(events.length === 0 ? ['no event'] : what)]] }];
}
