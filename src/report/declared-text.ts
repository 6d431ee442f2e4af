import type { BackupModel, Plan, Selection, StackFacts } from '../read/model';
import type { ResourceId } from '../read/told';
import { list } from '../service/schedule/words';
import { frameworkRows, legalHoldRows, reportPlanRows, tieringRows } from './audit-rows';
import { dataRows } from './data-rows';
import { layOut, type Page, type Row } from './layout';
import { planRows } from './plan-rows';
import { strayPlanSelectionRows } from './selection-rows';
import { restoreTestingRows } from './testing-rows';
import { vaultRows } from './vault-rows';

const BLANK: Row = { indent: 0, text: [] };

/**
 * Says for a person what is declared, stack by stack.
 *
 * @param now the instant after which next runs are told, in milliseconds from 1970
 */
export function declaredText(model: BackupModel, page: Page, now: number): string {
  const kinds = blocksFor(model, now);
  const bodies = model.stacks.map((stack) => ({ stack, blocks: kinds.flatMap((blocks) => blocks(stack.name)) }));
  const rows = [
    { indent: 0, text: [summary(model)] },
    ...bodies.flatMap(({ stack, blocks }) => (blocks.length === 0 ? [] : stackRows(stack, blocks, page.width))),
    ...emptyRows(bodies.filter(({ blocks }) => blocks.length === 0).map(({ stack }) => stack)),
  ];
  return layOut([...rows, ...legend(rows)], page);
}

function summary({ stacks, vaults, plans, selections, resources }: BackupModel): string {
  const rules = plans.reduce((sum, plan) => sum + plan.rules.length, 0);
  const declared = [
    counted(vaults.length, 'vault'),
    `${counted(plans.length, 'plan')}${rules > 0 ? ` with ${counted(rules, 'rule')}` : ''}`,
    counted(selections.length, 'selection'),
  ];
  const hold = resources.length === 1 ? 'holds' : 'hold';
  const data = resources.length > 0 ? ` ${counted(resources.length, 'resource')} ${hold} data.` : '';
  return `${counted(stacks.length, 'stack')} ${stacks.length === 1 ? 'declares' : 'declare'} ${list(declared)}.${data}`;
}

/** Whatever a stack declares, for each kind of it a function that makes its blocks. */
type Blocks = (stack: string) => readonly Row[][];

function blocksFor(model: BackupModel, now: number): readonly Blocks[] {
  const plans = byStack(model.plans);
  const selections = byStack(model.selections);
  const testingSelections = byStack(model.restoreTestingSelections);
  const data = byStack(model.resources);
  const each = <Item extends ResourceId>(items: readonly Item[], rows: (item: Item) => Row[]): Blocks => {
    const groups = byStack(items);
    return (stack) => (groups.get(stack) ?? []).map(rows);
  };
  return [
    each(model.vaults, vaultRows),
    (stack) => {
      const [own, stray] = byPlan(selections.get(stack) ?? [], plans.get(stack) ?? []);
      return [
        ...(plans.get(stack) ?? []).map((plan) => planRows(plan, own.get(plan.logicalId) ?? [], now)),
        ...stray.map(strayPlanSelectionRows),
      ];
    },
    each(model.restoreTestingPlans, (plan) => {
      const own = testingSelections.get(plan.stack) ?? [];
      return restoreTestingRows(
        plan,
        own.filter(({ plan: of }) => of?.declared?.logicalId === plan.logicalId || of?.name === plan.name),
        now,
      );
    }),
    each(model.frameworks, frameworkRows),
    each(model.reportPlans, reportPlanRows),
    each(model.tieringConfigurations, tieringRows),
    each(model.legalHolds, legalHoldRows),
    (stack) => {
      const resources = data.get(stack);
      return resources ? [dataRows(resources)] : [];
    },
  ];
}

/** Selections by the plan that stands in the same stack, and those whose plan does not. */
function byPlan(
  selections: readonly Selection[],
  plans: readonly Plan[],
): [own: ReadonlyMap<string | undefined, readonly Selection[]>, stray: readonly Selection[]] {
  const here = new Set(plans.map(({ logicalId }) => logicalId));
  const groups = grouped(selections, ({ plan, stack }) => {
    const declared = plan?.declared;
    return declared?.stack === stack && here.has(declared.logicalId) ? declared.logicalId : undefined;
  });
  return [groups, groups.get(undefined) ?? []];
}

const stackOf = ({ stack }: ResourceId) => stack;

function byStack<Item extends ResourceId>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  return grouped(items, stackOf);
}

function grouped<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function stackRows({ name, account, region, parent }: StackFacts, blocks: readonly Row[][], width: number): Row[] {
  const facts = [
    ...(parent === undefined ? [] : [`nested in ${parent}`]),
    ...(account === undefined ? [] : [`account ${account}`]),
    ...(region === undefined ? [] : [region]),
  ];
  const where = facts.length === 0 ? [] : [{ text: ` (${facts.join(', ')})`, style: 'dim' as const }];
  return [
    BLANK,
    { indent: 0, text: [{ text: `Stack ${name}`, style: 'heading' }, ...where] },
    { indent: 0, text: [{ text: '─'.repeat(width), style: 'dim' }] },
    ...blocks.flatMap((block, index) => (index === 0 ? block : [BLANK, ...block])),
  ];
}

function emptyRows(stacks: readonly StackFacts[]): Row[] {
  if (stacks.length === 0) return [];
  const names = list(stacks.map(({ name }) => name));
  return [BLANK, { indent: 0, text: [{ text: `Nothing of AWS Backup in ${names}.`, style: 'dim' }] }];
}

/** What a reader has to know about the notation, where it was used. */
function legend(rows: readonly Row[]): Row[] {
  const spans = rows.flatMap(({ label = [], text }) => [...label, ...text]);
  const used = spans.some((span) => typeof span !== 'string' && span.style === 'unknown' && span.text.includes('${'));
  // biome-ignore lint/suspicious/noTemplateCurlyInString: the notation itself is what is explained
  const mark = { text: '${…}', style: 'unknown' as const };
  return used ? [BLANK, { indent: 0, text: [mark, ' is known only when the stack is deployed.'] }] : [];
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
