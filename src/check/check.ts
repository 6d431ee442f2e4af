import type { Assumptions } from '../read/assumptions/assumptions';
import type { Acknowledgement, BackupModel } from '../read/model';
import type { CheckRule, Flaw } from './check-rule';
import { CheckContext } from './context';
import type { CheckResult, Finding, Severity } from './finding';

/** What a run of checks is made with. */
export interface CheckOptions {
  readonly assumptions: Assumptions;
  /** The instant from which schedules are looked at, in milliseconds from 1970. */
  readonly from: number;
  readonly rules: readonly CheckRule[];
}

const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/**
 * Runs checks over a model.
 *
 * The findings come in the order of the stacks, the gravest of each stack first; those about all stacks together come last.
 */
export function check(model: BackupModel, { assumptions, from, rules }: CheckOptions): CheckResult {
  const leaning = assumptions.leaning();
  const context = new CheckContext(model, leaning, from);
  const found = rules.flatMap((rule) =>
    [...rule.inspect(context)].map((flaw) => ({
      finding: findingOf(rule, flaw),
      reason: acknowledgementsOf(flaw, model).find((acknowledgement) => acknowledgement.rule === rule.id)?.reason,
    })),
  );
  const open = found.flatMap(({ finding, reason }) => (reason === undefined ? [finding] : []));
  const known = found.flatMap(({ finding, reason }) => (reason === undefined ? [] : [{ ...finding, reason }]));
  const findings = inOrder(distinct(open, textOf), model);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    acknowledged: inOrder(distinct(known, textOf), model),
    summary: { error: count('error'), warning: count('warning'), info: count('info') },
    assumptions: distinct([...model.assumptions, ...leaning.answers], (answer) => JSON.stringify(answer)),
  };
}

/** What is acknowledged where a flaw is; a flaw of the whole app is acknowledged by any stack. */
function acknowledgementsOf({ at }: Flaw, { stacks }: BackupModel): readonly Acknowledgement[] {
  return at ? (at.acknowledged ?? []) : stacks.flatMap(({ acknowledged }) => acknowledged ?? []);
}

function findingOf(rule: CheckRule, { at, property, says, fix, severity }: Flaw): Finding {
  return {
    rule: rule.id,
    severity: severity ?? rule.severity,
    message: says,
    fix,
    source: rule.source,
    ...(at && {
      stack: at.stack,
      logicalId: at.logicalId,
      ...(at.constructPath !== undefined && { constructPath: at.constructPath }),
      ...(at.program && { program: at.program }),
    }),
    ...(property !== undefined && property !== '' && { property }),
  };
}

function distinct<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return [...new Map(items.map((item) => [textOf(item), item])).values()];
}

/** What tells a finding from others: whatever else it has follows from its rule and its resource. */
function textOf({ rule, severity, stack, logicalId, property, message, fix }: Finding): string {
  return [rule, severity, stack, logicalId, property, message, fix].join('\n');
}

function inOrder<Item extends Finding>(findings: readonly Item[], model: BackupModel): Item[] {
  const stacks = new Map(model.stacks.map(({ name }, index) => [name, index]));
  const stackOf = ({ stack }: Finding) => (stack === undefined ? stacks.size : (stacks.get(stack) ?? stacks.size));
  return findings
    .map((finding) => ({ finding, stack: stackOf(finding), severity: SEVERITIES.indexOf(finding.severity) }))
    .sort((a, b) => a.stack - b.stack || a.severity - b.severity || compareWithin(a.finding, b.finding))
    .map(({ finding }) => finding);
}

function compareWithin(a: Finding, b: Finding): number {
  return (
    compare(a.logicalId ?? '', b.logicalId ?? '') ||
    compare(a.property ?? '', b.property ?? '') ||
    compare(a.rule, b.rule)
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
