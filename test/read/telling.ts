import type { BackupModel, CopyAction, Lifecycle, Named, Tag, VaultReference, When } from '../../src/read/model';
import { isResource, isUnknown, type Reference, type ResourceId, type Told } from '../../src/read/told';

type Value = Told<string | number | boolean> | Reference | undefined;

/** A model in lines that a person would write after reading its templates, in no order. */
export function tell(model: BackupModel): string[] {
  const many = model.stacks.length > 1;
  const at = ({ stack, logicalId }: ResourceId) => (many ? `${stack} ${logicalId}` : logicalId);
  const say = (value: Value): string =>
    typeof value === 'object' && isResource(value) ? `@${at(value)}` : word(value);
  const vault = (reference: VaultReference | undefined): string => {
    if (!reference) return 'nowhere';
    const place = [reference.account, reference.region].flatMap((part) => (part === undefined ? [] : [word(part)]));
    return [reference.declared ? `@${at(reference.declared)}` : word(reference.name), ...place].join(' in ');
  };
  const copy = (action: CopyAction) =>
    `copy to ${vault(action.vault)}${life(action.lifecycle, action.when)}${when(action.when)}`;
  const named = (list: readonly Named[]) => list.map((one) => say(one.arn) + when(one.when));
  const line = (kind: string, of: ResourceId & { readonly condition?: string }, ...facts: (string | false)[]) => {
    const told = facts.filter((fact) => fact !== false && fact !== '');
    return `${kind} ${at(of)}${of.condition === undefined ? '' : ` (if ${of.condition})`}: ${told.join('; ') || 'nothing'}`;
  };
  return [
    ...model.stacks.map(({ name, parent, region, tags }) => {
      const facts = [parent && `in ${parent}`, region, tags && tags.length > 0 && `tags ${pairs(tags)}`];
      return `stack ${[name, ...facts.filter(Boolean)].join(' ')}`;
    }),
    ...model.vaults.map((one) =>
      line(
        'vault',
        one,
        `named ${word(one.name)}`,
        one.kind === 'logicallyAirGapped' && 'air-gapped',
        one.encryptionKey !== undefined && `key ${say(one.encryptionKey)}`,
        one.lock !== undefined &&
          `lock ${[one.lock.minRetentionDays, one.lock.maxRetentionDays, one.lock.changeableForDays].map((days) => word(days)).join('/')}${when(one.lock.when)}`,
        one.policy !== undefined && `statements ${one.policy.length}`,
        one.notifications !== undefined &&
          `tells ${say(one.notifications.topic)} of ${one.notifications.events.length}`,
        one.tags.length > 0 && `tags ${pairs(one.tags)}`,
      ),
    ),
    ...model.plans.flatMap((one) => [
      line(
        'plan',
        one,
        `named ${word(one.name)}`,
        one.advancedSettings.map(({ option, value }) => `${option} ${word(value)}`).join(),
      ),
      ...one.rules.map((rule) =>
        [
          `rule ${at(one)} ${word(rule.name)}${when(rule.when)}: ${word(rule.schedule)} to ${vault(rule.vault)}${life(rule.lifecycle, rule.when)}`,
          ...(rule.airGappedVault ? [`air-gapped ${vault(rule.airGappedVault)}`] : []),
          ...(rule.continuous === undefined ? [] : [`continuous ${word(rule.continuous)}`]),
          ...(rule.timezone === undefined ? [] : [`zone ${word(rule.timezone)}`]),
          ...rule.copies.map(copy),
          ...(rule.recoveryPointTags.length > 0 ? [`tags ${pairs(rule.recoveryPointTags)}`] : []),
        ].join('; '),
      ),
    ]),
    ...model.selections.map((one) =>
      line(
        'selection',
        one,
        `of ${one.plan?.declared ? `@${at(one.plan.declared)}` : word(one.plan?.name)}`,
        `role ${say(one.role)}`,
        one.resources.length > 0 && `names ${named(one.resources).join(', ')}`,
        one.tags.length > 0 && `tags ${pairs(one.tags)}`,
        one.conditions.length > 0 &&
          `where ${one.conditions.map((each) => `${each.operator} ${pairs([each])}`).join(', ')}`,
        one.notResources.length > 0 && `not ${named(one.notResources).join(', ')}`,
      ),
    ),
    ...model.resources.map((one) =>
      line(
        'data',
        one,
        one.resourceType ?? 'none of AWS Backup',
        one.tags.length > 0 && `tags ${pairs(one.tags)}`,
        one.cluster !== undefined && `cluster @${at(one.cluster)}`,
        one.replicas.map(({ region, tags }) => `replica ${word(region)} ${pairs(tags)}`).join(', '),
      ),
    ),
    ...model.restoreTestingPlans.map((one) =>
      line(
        'restore test',
        one,
        word(one.name),
        word(one.schedule),
        `from ${named(one.includeVaults).join(', ')}`,
        one.excludeVaults.length > 0 && `not ${named(one.excludeVaults).join(', ')}`,
      ),
    ),
    ...model.restoreTestingSelections.map((one) =>
      line(
        'restore selection',
        one,
        `of ${one.plan?.declared ? `@${at(one.plan.declared)}` : word(one.plan?.name)}`,
        word(one.resourceType),
        named(one.resources).join(', '),
        one.conditions.map((each) => `${each.operator} ${pairs([each])}`).join(', '),
      ),
    ),
    ...model.frameworks.map((one) => line('framework', one, ...one.controls.map(({ name }) => word(name)))),
    ...model.reportPlans.map((one) =>
      line('report', one, word(one.template), `to ${say(one.bucket)}`, ...one.frameworks.map(say)),
    ),
    ...model.tieringConfigurations.map((one) =>
      line(
        'tiering',
        one,
        vault(one.vault),
        ...one.selections.map((each) => `${word(each.resourceType)} after ${word(each.afterDays)}`),
      ),
    ),
    ...model.legalHolds.map((one) =>
      line(
        'hold',
        one,
        word(one.title),
        one.vaults.map(vault).join(', '),
        named(one.resources).join(', '),
        `${word(one.from)} to ${word(one.to)}`,
      ),
    ),
    ...[
      ...holesIn({ ...model, openConditions: [], resources: model.resources.map(({ arn: _, ...rest }) => rest) }),
    ].map((hole) => `hole ${hole}`),
    ...model.notes.map(
      ({ stack, logicalId, property, says }) =>
        `note ${[...(many || logicalId === undefined ? [stack] : []), logicalId, property].filter(Boolean).join(' ')}: ${says}`,
    ),
  ];
}

function word(value: Value): string {
  if (value === undefined) return 'nothing';
  return isUnknown(value) ? value.unknown : typeof value === 'object' ? value.logicalId : String(value);
}

function when(conditions: readonly When[] | undefined): string {
  return (conditions ?? []).map(({ condition, holds }) => ` ${holds ? 'if' : 'unless'} ${condition}`).join('');
}

function pairs(tags: readonly Tag[]): string {
  return tags.map((tag) => `${word(tag.key)}=${word(tag.value)}${when(tag.when)}`).join(', ');
}

function life(lifecycle: Lifecycle | undefined, around: readonly When[] = []): string {
  if (!lifecycle) return '';
  const { deleteAfterDays, moveToColdStorageAfterDays } = lifecycle;
  const inner = lifecycle.when?.slice(around.length);
  const cold = moveToColdStorageAfterDays === undefined ? '' : `, cold ${word(moveToColdStorageAfterDays)}`;
  return `${deleteAfterDays === undefined ? '' : `, keeps ${word(deleteAfterDays)}`}${cold}${when(inner)}`;
}

/** Every hole of a model but the pseudo parameters, by its kind. */
function holesIn(value: unknown, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const item of value) holesIn(item, found);
  else if (typeof value === 'object' && value !== null) {
    const { hole, kind, default: fallback } = value as { hole?: string; kind?: string; default?: string };
    if (hole !== undefined && kind !== undefined && kind !== 'pseudoParameter') {
      found.add(`${kind} ${hole}${fallback === undefined ? '' : `, by default ${fallback}`}`);
    }
    for (const inner of Object.values(value)) holesIn(inner, found);
  }
  return found;
}
