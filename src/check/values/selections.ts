import type { Named, Selection } from '../../read/model';
import { isResource, isUnknown, type Reference } from '../../read/told';
import { selectionName } from '../../service/names';
import {
  RESOURCE_TAG,
  type SelectionSize,
  selectionArns,
  selectionConditionKey,
  selectionConditions,
  selectionExclusion,
  selectionNotEmpty,
  selectionsPerPlan,
  selectionTagKey,
  selectionTagOperation,
  selectionTags,
  selectionWildcardArns,
  selectionWildcardPosition,
  tagSelectionsPerPlan,
} from '../../service/selection';
import { selectionEnvironment } from '../../service/selection-environment';
import type { CheckRule } from '../check-rule';
import { type CheckContext, known } from '../context';
import { fromValueRule, type Judged } from '../from-value-rule';
import { each, eachCount, judged, textOf } from './ask';

const REFUSED = 'AWS Backup refuses the selection, so the deployment fails and nothing of it is backed up';
const [RESOURCES, TAGS, CONDITIONS, EXCLUDED] = ['Resources', 'ListOfTags', 'Conditions', 'NotResources'].map(
  (property) => `BackupSelection.${property}`,
) as [string, string, string, string];

/** The value rules of selections, as checks. */
export const SELECTION_VALUES: readonly CheckRule[] = [
  fromValueRule(
    selectionName,
    `With any other name ${REFUSED}.`,
    each(
      ({ selections }) => selections,
      'BackupSelection.SelectionName',
      ({ name }) => name,
    ),
  ),
  fromValueRule(selectionNotEmpty, `A selection without resources and tags selects nothing: ${REFUSED}.`, (context) =>
    context.model.selections.flatMap((selection) => sizeOf(context, selection)),
  ),
  fromValueRule(selectionArns, `With more ARNs ${REFUSED}.`, (context) =>
    arnLists(context).map((list) => ({ ...list, value: list.arns.filter(isWhole).length })),
  ),
  fromValueRule(selectionWildcardArns, `With more ARNs that have a wildcard ${REFUSED}.`, (context) =>
    arnLists(context).map((list) => ({ ...list, value: list.arns.filter(hasWildcard).length })),
  ),
  fromValueRule(
    selectionTags,
    `With more tags ${REFUSED}.`,
    eachCount(
      ({ selections }) => selections,
      TAGS,
      ({ tags }) => tags,
    ),
  ),
  fromValueRule(selectionTagOperation, `With any other comparison ${REFUSED}.`, (context) =>
    eachIn(
      context,
      TAGS,
      ({ tags }) => tags,
      ({ operator }) => known(operator),
    ),
  ),
  fromValueRule(
    selectionTagKey,
    'With the prefix the key is that of no tag, so nothing is ever selected, and nobody is told.',
    (context) =>
      eachIn(
        context,
        TAGS,
        ({ tags }) => tags,
        ({ key }) => known(key),
      ),
  ),
  fromValueRule(
    selectionConditions,
    `With more conditions ${REFUSED}.`,
    eachCount(
      ({ selections }) => selections,
      CONDITIONS,
      ({ conditions }) => conditions,
    ),
  ),
  fromValueRule(
    selectionConditionKey,
    'Conditions compare tags of resources only; a key of another kind matches nothing, so nothing is ever selected, and nobody is told.',
    (context) =>
      eachIn(
        context,
        CONDITIONS,
        ({ conditions }) => conditions,
        ({ key }) => bareKey(known(key)),
      ),
  ),
  fromValueRule(
    selectionExclusion,
    'What is excluded is taken away last, so such a selection selects nothing, and nobody is told.',
    (context) =>
      eachIn(
        context,
        EXCLUDED,
        ({ notResources }) => notResources,
        ({ arn }) => textOf(arn),
      ),
  ),
  fromValueRule(
    selectionWildcardPosition,
    'By the reference a wildcard ends an ARN; one in the middle of a name may match nothing, and nobody is told.',
    (context) =>
      context.model.selections.flatMap((selection) =>
        [...selection.resources, ...selection.notResources].flatMap(({ arn, path }) =>
          judged(selection, path, textOf(arn)?.includes('*') ? textOf(arn) : undefined),
        ),
      ),
  ),
  fromValueRule(
    selectionsPerPlan,
    'AWS Backup refuses the selections beyond that, so the deployment fails and what they select is not backed up.',
    (context) =>
      context.model.plans.map((plan) => ({
        at: plan,
        property: '',
        value: context.selectionsOf(plan).filter(isThere).length,
      })),
  ),
  fromValueRule(
    tagSelectionsPerPlan,
    'AWS Backup refuses the selections beyond that, so the deployment fails and what they select is not backed up.',
    (context) =>
      context.model.plans.map((plan) => ({
        at: plan,
        property: '',
        value: context.selectionsOf(plan).filter((selection) => isThere(selection) && selection.tags.length > 0).length,
      })),
  ),
  fromValueRule(
    selectionEnvironment,
    'AWS Backup refuses the ARN of another Region, and the deployment fails: "Expected region is …". A resource of another account is never backed up, whether the deployment fails or nobody is told.',
    (context) =>
      context.model.selections.flatMap((selection) =>
        selection.resources.flatMap((named) => placesOf(context, selection, named)),
      ),
  ),
];

function sizeOf(context: CheckContext, selection: Selection): Judged<SelectionSize>[] {
  const { resources, tags, conditions, notResources } = selection;
  const isRead = context.isRead(selection, RESOURCES) && context.isRead(selection, TAGS);
  const narrowed = conditions.length > 0 || notResources.length > 0;
  const value = { resources: resources.length, tags: tags.length, narrowed };
  return judged(selection, 'BackupSelection', isRead ? value : undefined);
}

interface ArnList {
  readonly at: Selection;
  readonly property: string;
  readonly arns: readonly Reference[];
}

/** The ARNs that a selection names, and those that it leaves out, but for those that may not be there. */
function arnLists({ model }: CheckContext): ArnList[] {
  const certain = (named: readonly Named[]) => named.filter(({ when }) => when === undefined).map(({ arn }) => arn);
  return model.selections.flatMap((selection) => [
    { at: selection, property: RESOURCES, arns: certain(selection.resources) },
    { at: selection, property: EXCLUDED, arns: certain(selection.notResources) },
  ]);
}

function eachIn<Item, Value>(
  { model }: CheckContext,
  property: string,
  itemsOf: (selection: Selection) => readonly Item[],
  valueIn: (item: Item) => Value | undefined,
): Judged<Value>[] {
  return model.selections.flatMap((selection) =>
    itemsOf(selection).flatMap((item) => judged(selection, property, valueIn(item))),
  );
}

function hasWildcard(arn: Reference): boolean {
  return !isResource(arn) && (isUnknown(arn) ? arn.unknown : arn).includes('*');
}

/** Whether an ARN has no wildcard, whatever deployment tells of it. */
function isWhole(arn: Reference): boolean {
  if (isResource(arn)) return true;
  if (!isUnknown(arn)) return !arn.includes('*');
  return arn.pieces.every((piece) =>
    typeof piece === 'string' ? !piece.includes('*') : piece.kind === 'resource' || piece.kind === 'pseudoParameter',
  );
}

/** The key of a tag without the prefix that it has in a condition. */
function bareKey(key: string | undefined): string | undefined {
  return key?.startsWith(RESOURCE_TAG) ? key.slice(RESOURCE_TAG.length) : key;
}

function isThere({ condition }: Selection): boolean {
  return condition === undefined;
}

/** Where a resource is, and where the selection that names it is, as far as both are known; no reference reaches elsewhere. */
function placesOf(context: CheckContext, selection: Selection, { arn, path }: Named) {
  const own = context.stackOf(selection);
  const [, , , region, account] = textOf(arn)?.split(':') ?? [];
  const places = [
    { of: 'Region', resource: region, plan: own?.region },
    { of: 'account', resource: account, plan: own?.account },
  ] as const;
  return places.flatMap(({ of, resource, plan }) => {
    const isKnown = resource && resource !== '*' && plan !== undefined;
    return judged(selection, path, isKnown ? { of, resource, plan } : undefined);
  });
}
