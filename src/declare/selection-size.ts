import { Stack } from 'aws-cdk-lib';
import type { CfnBackupSelection } from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import {
  selectionArns,
  selectionNotEmpty,
  selectionsPerPlan,
  selectionTags,
  selectionWildcardArns,
  tagSelectionsPerPlan,
} from '../service/selection';
import type { Problem } from '../service/value-rule';
import { tell } from './problems';

/** What a selection names, in lists. */
export interface SelectionLists {
  readonly arns: readonly unknown[];
  readonly tags: readonly unknown[];
  readonly excluded: readonly unknown[];
  readonly hasConditions: boolean;
}

/** The low-level resource may have been given more, or less, behind the construct: what is rendered decides. */
export function inspectSize(selection: CfnBackupSelection, own: SelectionLists): string[] {
  if (inspectLists(own).length === 0) return [];
  const lists = renderedLists(selection);
  return lists ? inspectLists(lists) : [];
}

function inspectLists({ arns, tags, excluded, hasConditions }: SelectionLists): string[] {
  const narrowed = hasConditions || excluded.length > 0;
  return tellAll([
    selectionNotEmpty({ resources: arns.length, tags: tags.length, narrowed }),
    ...inspectArns(arns),
    selectionTags(tags.length),
    ...inspectArns(excluded),
  ]);
}

function inspectArns(arns: readonly unknown[]): Array<Problem | undefined> {
  // The text of a token has no asterisk, so one beside a token is a wildcard as well.
  const withWildcard = arns.filter((arn) => (typeof arn === 'string' ? arn : JSON.stringify(arn)).includes('*')).length;
  return [selectionArns(arns.length - withWildcard), selectionWildcardArns(withWildcard)];
}

/** The lists as CloudFormation gets them; one that only deployment knows is no list yet. */
function renderedLists(selection: CfnBackupSelection): SelectionLists | undefined {
  const stack = Stack.of(selection);
  const { Resources } = stack.resolve(selection._toCloudFormation());
  const rendered = Resources[stack.getLogicalId(selection)]?.Properties?.BackupSelection ?? {};
  const { Resources: arns = [], ListOfTags: tags = [], NotResources: excluded = [], Conditions } = rendered;
  if (![arns, tags, excluded].every(Array.isArray)) return undefined;
  return { arns, tags, excluded, hasConditions: Conditions !== undefined };
}

interface PlanSelections {
  all: number;
  byTag: number;
}

const SELECTIONS_OF_PLANS = new WeakMap<aws_backup.IBackupPlanRef, PlanSelections>();

/** Counts a selection of a plan. Only the first of a plan gets the counts, so that they are told once. */
export function joinPlan(plan: aws_backup.IBackupPlanRef, byTag: boolean): PlanSelections | undefined {
  const known = SELECTIONS_OF_PLANS.get(plan);
  const selections = known ?? { all: 0, byTag: 0 };
  if (!known) SELECTIONS_OF_PLANS.set(plan, selections);
  selections.all += 1;
  if (byTag) selections.byTag += 1;
  return known ? undefined : selections;
}

/** What is wrong with the number of selections of a plan. */
export function inspectPlan({ all, byTag }: PlanSelections): string[] {
  return tellAll([selectionsPerPlan(all), tagSelectionsPerPlan(byTag)]);
}

function tellAll(problems: ReadonlyArray<Problem | undefined>): string[] {
  return problems.flatMap((problem) => (problem ? [tell({ problem })] : []));
}
