import type { BackupModel, Plan, Selection, StackFacts } from '../read/model';
import { list } from '../service/schedule/words';
import { layOut, type Page, type Row } from './layout';
import { planRows } from './plan-rows';
import { strayPlanSelectionRows } from './selection-rows';
import { vaultRows } from './vault-rows';

const BLANK: Row = { indent: 0, text: [] };

/** Says for a person what is declared, stack by stack. */
export function declaredText(model: BackupModel, page: Page): string {
  const bodies = model.stacks.map((stack) => ({ stack, blocks: blocksOf(stack, model) }));
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

function blocksOf({ name }: StackFacts, { vaults, plans, selections }: BackupModel): Row[][] {
  const here = ({ stack }: { readonly stack: string }) => stack === name;
  const selectionsHere = selections.filter(here);
  const plansHere = plans.filter(here);
  const stray = selectionsHere.filter((selection) => !plansHere.some((plan) => isOf(selection, plan)));
  return [
    ...vaults.filter(here).map(vaultRows),
    ...plansHere.map((plan) =>
      planRows(
        plan,
        selectionsHere.filter((selection) => isOf(selection, plan)),
      ),
    ),
    ...stray.map(strayPlanSelectionRows),
  ];
}

function isOf({ plan: reference }: Selection, { stack, logicalId }: Plan): boolean {
  return reference?.declared?.stack === stack && reference.declared.logicalId === logicalId;
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
