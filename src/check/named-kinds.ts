import type { Named, Plan, Selection } from '../read/model';
import type { DataResource } from '../read/surroundings';
import { isResource, isUnknown } from '../read/told';
import { kindsOf, kindsOfResource, RESOURCE_KINDS, type ResourceKind } from '../service/features';
import { arnShape } from './arn-shape';
import { type CheckContext, known } from './context';
import { onceEach } from './once';

/** What a selection names, and what kind of resource it is. */
export interface NamedKinds {
  readonly selection: Selection;
  readonly named: Named;
  /** The resource, where it is declared in a template that was read. */
  readonly resource: DataResource | undefined;
  /** The kinds it may be of; never none. */
  readonly kinds: readonly ResourceKind[];
}

/** What the selections of a plan name. */
export interface KindsOfPlan {
  readonly named: readonly NamedKinds[];
  /** Whether that is all: nothing is selected by tag, by `*`, or by what only deployment knows. */
  readonly isAll: boolean;
}

/** What a selection names, as far as its kind is known. */
export const namedKinds = onceEach((context, selection: Selection): readonly NamedKinds[] =>
  selection.resources.flatMap((named) => {
    const resource = context.resource(named.arn);
    const kinds = kindsNamed(context, selection, named, resource);
    return kinds.length > 0 ? [{ selection, named, resource, kinds }] : [];
  }),
);

/** What the selections of a plan name, of those that are declared. */
export const kindsOfPlan = onceEach((context, plan: Plan): KindsOfPlan => {
  const selections = context.selectionsOf(plan);
  const named = selections.flatMap((selection) => namedKinds(context, selection));
  const all = selections.flatMap(({ resources, tags }) => [...resources, ...tags]);
  return { named, isAll: named.length > 0 && named.length === all.length };
});

/** A selection as a person calls it. */
export function selectionWords(selection: Selection): string {
  return `selection '${known(selection.name) ?? selection.logicalId}'`;
}

function kindsNamed(
  context: CheckContext,
  selection: Selection,
  { arn }: Named,
  resource: DataResource | undefined,
): readonly ResourceKind[] {
  if (resource) {
    if (!resource.resourceType) return [];
    return narrowed(context, selection, kindsOfResource(resource.type, resource.resourceType, settingOf(resource)));
  }
  const type = isResource(arn) ? undefined : arnShape(arn)?.type;
  return type ? narrowed(context, selection, kindsOf(type)) : [];
}

/** A property of a resource that bears upon backups, where it is known. */
export function settingOf({ settings }: DataResource): (path: string) => string | undefined {
  return (path) => {
    const values = settings.filter((setting) => setting.path === path);
    return values.length === 1 && !values[0]?.when ? known(values[0]?.value) : undefined;
  };
}

/** Tables are of one kind or the other, by what the account has switched on. */
function narrowed(
  context: CheckContext,
  selection: Selection,
  kinds: readonly ResourceKind[],
): readonly ResourceKind[] {
  const { dynamoDb, advancedDynamoDb } = RESOURCE_KINDS;
  if (!kinds.includes(dynamoDb)) return kinds;
  const isAdvanced = context.leaning.advancedDynamoDb(context.stackOf(selection) ?? {});
  return isAdvanced === undefined ? kinds : [isAdvanced ? advancedDynamoDb : dynamoDb];
}

/** Whether a name stands for every resource of its type. */
export function isWholeType({ named: { arn } }: NamedKinds): boolean {
  return !isResource(arn) && /[:/]\*$/.test(isUnknown(arn) ? arn.unknown : arn);
}
