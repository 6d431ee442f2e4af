import type { BackupModel, Plan, Selection, StackFacts, Vault } from '../read/model';
import type { ResourceId } from '../read/told';
import { list } from '../service/schedule/words';
import { layOut, type Page, type Row } from './layout';
import { planRows } from './plan-rows';
import { strayPlanSelectionRows } from './selection-rows';
import { vaultRows } from './vault-rows';

const BLANK: Row = { indent: 0, text: [] };

/** Says for a person what is declared, stack by stack. */
export function declaredText(model: BackupModel, page: Page): string {
  const declared = byStack(model);
  const bodies = model.stacks.map((stack) => ({ stack, blocks: blocksOf(stack, declared) }));
  const rows = [
    { indent: 0, text: [summary(model)] },
    ...bodies.flatMap(({ stack, blocks }) => (blocks.length === 0 ? [] : stackRows(stack, blocks, page.width))),
    ...emptyRows(bodies.filter(({ blocks }) => blocks.length === 0).map(({ stack }) => stack)),
  ];
  return layOut([...rows, ...legend(rows)], page);
}

function summary({ stacks, vaults, plans, selections }: BackupModel): string {
  const rules = plans.reduce((sum, plan) => sum + plan.rules.length, 0);
  const declared = [
    counted(vaults.length, 'vault'),
    `${counted(plans.length, 'plan')}${rules > 0 ? ` with ${counted(rules, 'rule')}` : ''}`,
    counted(selections.length, 'selection'),
  ];
  return `${counted(stacks.length, 'stack')} ${stacks.length === 1 ? 'declares' : 'declare'} ${list(declared)}.`;
}

/** What is declared, by the stack in which it stands. */
interface ByStack {
  readonly vaults: ReadonlyMap<string, readonly Vault[]>;
  readonly plans: ReadonlyMap<string, readonly Plan[]>;
  readonly selections: ReadonlyMap<string, readonly Selection[]>;
}

function byStack({ vaults, plans, selections }: BackupModel): ByStack {
  const stackOf = ({ stack }: ResourceId) => stack;
  return { vaults: grouped(vaults, stackOf), plans: grouped(plans, stackOf), selections: grouped(selections, stackOf) };
}

function blocksOf({ name }: StackFacts, { vaults, plans, selections }: ByStack): Row[][] {
  const plansHere = new Set((plans.get(name) ?? []).map(({ logicalId }) => logicalId));
  // A selection stands under its plan, unless that is declared elsewhere.
  const byPlan = grouped(selections.get(name) ?? [], ({ plan }) => {
    const declared = plan?.declared;
    return declared?.stack === name && plansHere.has(declared.logicalId) ? declared.logicalId : undefined;
  });
  return [
    ...(vaults.get(name) ?? []).map(vaultRows),
    ...(plans.get(name) ?? []).map((plan) => planRows(plan, byPlan.get(plan.logicalId) ?? [])),
    ...(byPlan.get(undefined) ?? []).map(strayPlanSelectionRows),
  ];
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
