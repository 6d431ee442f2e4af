import {
  type Description,
  isWritten,
  type Lifecycle,
  type ResourceDescription,
  type SelectionDescription,
  type Span,
  type Text,
  type VaultDescription,
  type WrittenRule,
} from './description';

/**
 * The rules of AWS Backup that a description breaks, by our ids for them. Written from the service's documentation,
 * and as plainly as possible: it shares no code with the rules that it checks.
 */
export function brokenRules(description: Description): ReadonlySet<string> {
  const { vault, plan, selections, known } = description;
  const broken: Array<string | false> = [];
  if (vault.kind === 'declared') broken.push(...ofVault(vault, known));
  if (vault.kind === 'imported by name') broken.push(isBad(vault.name, existingVaultName) && 'existing-vault-name');
  if (vault.kind === 'imported by ARN') broken.push(isBad(vault.arn, vaultArn) && 'vault-arn');
  broken.push(isBad(plan.name || plan.id, name) && 'plan-name');
  broken.push((plan.rules.length === 0 || plan.rules.length > 10) && 'rules-per-plan');
  plan.rules.forEach((rule, at) => {
    if (!isWritten(rule)) return;
    broken.push(isBad(rule.name ?? `${nodeId(plan.id)}Rule${at}`, name) && 'rule-name', ...ofRule(rule));
  });
  for (const selection of selections) broken.push(...ofSelection(selection));
  return new Set(broken.filter((rule) => rule !== false));
}

/** The ways in which we accept what the official library rejects, as a description has them. */
export function deviations(description: Description): ReadonlySet<string> {
  const { vault, plan } = description;
  const lock = vault.kind === 'declared' ? vault.lock : undefined;
  const found: Array<string | false> = [
    lock?.max !== undefined && minutes(lock.min) === minutes(lock.max) && 'lock-min-equals-max',
    plan.rules.some((rule) => isWritten(rule) && typeof rule.schedule === 'object') && 'schedule-token',
  ];
  return new Set(found.filter((deviation) => deviation !== false));
}

/** The description with the same meaning to us in which there is nothing that only the official library rejects. */
export function withoutDeviations(description: Description): Description {
  const { vault, plan } = description;
  const lock = vault.kind === 'declared' ? vault.lock : undefined;
  const equal = lock?.max !== undefined && minutes(lock.min) === minutes(lock.max);
  const rules = plan.rules.map((rule) =>
    isWritten(rule) && typeof rule.schedule === 'object' ? { ...rule, schedule: undefined } : rule,
  );
  return {
    ...description,
    vault:
      vault.kind === 'declared' && equal ? { ...vault, lock: { ...vault.lock, min: lock.min, max: undefined } } : vault,
    plan: { ...plan, rules },
  };
}

function ofVault(vault: VaultDescription, known: boolean): Array<string | false> {
  const { lock, topic } = vault;
  const actions = [...(vault.policy ?? []), ...vault.added, vault.granted ?? []].flat();
  return [
    vault.name !== '' && isBad(vault.name, vaultName) && 'vault-name',
    actions.some((action) => isBad(action, (text) => !text.includes('*'))) && 'vault-policy-action',
    topic?.kind === 'fifo' && 'notification-topic-kind',
    topic?.kind === 'imported from another account' && known && 'notification-topic-account',
    outside(lock?.min, 1, Number.POSITIVE_INFINITY) && 'lock-minimum',
    outside(lock?.max, 0, 36500) && 'lock-maximum',
    outside(lock?.grace, 3, 36500) && 'lock-grace',
    (days(lock?.min) ?? 0) > (days(lock?.max) ?? Number.POSITIVE_INFINITY) && 'lock-order',
  ];
}

function ofRule(rule: WrittenRule): Array<string | false> {
  const tags = Object.entries(rule.tags ?? {});
  const copies = rule.copies ?? [];
  const start = minutes(rule.start);
  return [
    isBad(rule.schedule, isCron) && 'schedule',
    isBad(rule.schedule, (text) => !isCron(text) || minutesNamed(text) <= 1) && 'schedule-frequency',
    isBad(rule.timezone, (text) => ['Etc/UTC', 'Europe/Berlin', 'America/St_Johns'].includes(text)) &&
      'schedule-timezone',
    start !== undefined && (start < 60 || start > 52_560_000) && 'start-window',
    // Without a retention of its own, continuous backup is kept for 35 days.
    ...ofLifecycle(rule.continuous === true && !rule.remove ? { ...rule, remove: { unit: 'days', amount: 35 } } : rule),
    ...copies.flatMap(ofLifecycle),
    rule.continuous === true && rule.cold !== undefined && 'continuous-cold-storage',
    rule.continuous === true && outside(rule.remove, 1, 35) && 'continuous-retention',
    copies.length > 5 && 'copy-actions-per-rule',
    tags.length > 10 && 'recovery-point-tags-per-rule',
    (rule.index ?? []).length > 1 && 'index-actions-per-rule',
  ];
}

function ofLifecycle({ remove, cold }: Lifecycle): Array<string | false> {
  const end = days(remove);
  const move = days(cold);
  return [
    outside(remove, 1, 36500) && 'retention',
    move !== undefined && !Number.isInteger(move) && 'cold-storage-transition',
    end !== undefined && move !== undefined && end - move < 90 && 'cold-storage-stay',
  ];
}

function ofSelection({ id, name: given, resources }: SelectionDescription): Array<string | false> {
  const tags = resources.filter((resource) => resource.kind === 'tag');
  const selects = (resource: ResourceDescription) => resource.kind !== 'construct' || resource.holds === 'plenty';
  return [
    isBad(given || nodeId(id), name) && 'selection-name',
    !resources.some(selects) && 'selection-not-empty',
    tags.some(({ operation }) => operation === 'DUMMY') && 'selection-tag-operation',
    tags.some(({ key }) => isBad(key, (text) => !text.startsWith('aws:ResourceTag/'))) && 'selection-tag-key',
  ];
}

const vaultName = (text: string) => /^[A-Za-z0-9_-]{2,50}$/.test(text);
const existingVaultName = (text: string) => vaultName(text) || text.startsWith('aws/');
const vaultArn = (text: string) => {
  const [arn, partition, service, , , resource, vault] = text.split(':');
  return (
    arn === 'arn' && partition !== '' && service === 'backup' && resource === 'backup-vault' && (vault ?? '') !== ''
  );
};
const name = (text: string) => /^[A-Za-z0-9_.-]{1,50}$/.test(text);

/** Slashes part the ids of a path, so an id has none once it is a node's. */
const nodeId = (id: string) => id.replaceAll('/', '--');

/** Whether a text that is known now is not what it should be; what only deployment knows is never bad. */
function isBad(text: Text | undefined, isGood: (text: string) => boolean): boolean {
  return typeof text === 'string' && !isGood(text);
}

function minutes(span: Span | undefined): number | undefined {
  if (span?.amount === undefined) return undefined;
  return span.amount * { minutes: 1, hours: 60, days: 1440 }[span.unit];
}

function days(span: Span | undefined): number | undefined {
  const amount = minutes(span);
  return amount === undefined ? undefined : amount / 1440;
}

function outside(span: Span | undefined, least: number, most: number): boolean {
  const amount = days(span);
  return amount !== undefined && (!Number.isInteger(amount) || amount < least || amount > most);
}

const NAMES = { month: 'JANFEBMARAPRMAYJUNJULAUGSEPOCTNOVDEC', day: 'SUNMONTUEWEDTHUFRISAT' };
const RANGES = [
  [0, 59, ''],
  [0, 23, ''],
  [1, 31, ''],
  [1, 12, NAMES.month],
  [1, 7, NAMES.day],
  [1970, 2199, ''],
] as const;

/** The fields that the EventBridge guide allows, without its rarer marks' finer points. */
function isCron(text: string): boolean {
  const fields = /^cron\((\S+) (\S+) (\S+) (\S+) (\S+) (\S+)\)$/.exec(text)?.slice(1);
  if (fields === undefined || (fields[2] === '?') === (fields[4] === '?')) return false;
  return fields.every((field, at) => {
    if (at === 2 && /^(\?|L|\d\d?W)$/.test(field)) return true;
    if (at === 4 && /^(\?|[1-7]L|[1-7]#[1-5])$/.test(field)) return true;
    return field.split(',').every((item) => isItem(item, at));
  });
}

function isItem(item: string, at: number): boolean {
  const [least, most, names] = RANGES[at] ?? [0, 0, ''];
  const parts = /^(\*|\w+)(?:-(\w+))?(?:\/(\d+))?$/.exec(item);
  if (parts === null) return false;
  const [, from = '', to, step] = parts;
  const isValue = (text: string) => {
    const place = text.length === 3 ? names.indexOf(text) : -1;
    const value = place >= 0 ? least + place / 3 : Number(text);
    return Number.isInteger(value) && value >= least && value <= most;
  };
  if (from === '*' && to !== undefined) return false;
  if (step !== undefined && (Number(step) < 1 || Number(step) > most)) return false;
  return (from === '*' || isValue(from)) && (to === undefined || isValue(to));
}

/** How many minutes of an hour the minutes field names. */
function minutesNamed(cron: string): number {
  const field = cron.slice('cron('.length).split(' ')[0] ?? '';
  const named = Array.from({ length: 60 }, (_, minute) => minute).filter((minute) =>
    field.split(',').some((item) => {
      const [range = '', step] = item.split('/');
      const [from = 0, to] = range === '*' ? [0, 59] : range.split('-').map(Number);
      const last = to ?? (step === undefined ? from : 59);
      return minute >= from && minute <= last && (minute - from) % Number(step ?? 1) === 0;
    }),
  );
  return named.length;
}
