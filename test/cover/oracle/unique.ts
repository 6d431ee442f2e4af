import type { TruthStack } from '../truth/cases';
import type { Resource } from '../truth/whole';
import { kindOf, nameOf } from './kinds';

/**
 * Stacks whose names can be deployed: no two resources are called the same in one place, which the service refuses. So
 * that nobody has to find out whether a made-up name is one that was given, whose service refuses that as well, all
 * resources of a type have names where one of them has one that CloudFormation could make up.
 */
export function withUniqueNames(stacks: readonly TruthStack[]): readonly TruthStack[] {
  return named(unnamed(stacks));
}

/** CloudFormation makes up the later one of two names that are the same. */
function unnamed(stacks: readonly TruthStack[]): readonly TruthStack[] {
  const taken: (readonly [name: string, stack: TruthStack, resource: Resource])[] = [];
  return stacks.map((stack) => {
    let resources = stack.template.Resources;
    const root = stacks.find(({ name }) => name === stack.name.split('/')[0]) ?? stack;
    for (const [id, resource] of Object.entries(stack.template.Resources)) {
      if (nameOf(resource) === undefined) continue;
      const name = `${familyOf(resource)} ${JSON.stringify(nameOf(resource)).toLowerCase()}`;
      if (taken.some(([other, where, whose]) => other === name && mayMeet(where, root, [whose, resource])))
        resources = withoutName(resources, id);
      else taken.push([name, root, resource]);
    }
    return { ...stack, template: { ...stack.template, Resources: resources } };
  });
}

function named(stacks: readonly TruthStack[]): readonly TruthStack[] {
  const all = stacks.flatMap(({ template }) => Object.values(template.Resources));
  // What CloudFormation makes up has hyphens.
  const hyphened = new Set(
    all.flatMap((each) => (JSON.stringify(nameOf(each) ?? '').includes('-') ? familyOf(each) : [])),
  );
  return stacks.map((stack) => {
    const resources = Object.entries(stack.template.Resources).map(([id, resource]) => {
      const property = kindOf(resource)?.name;
      if (property === undefined || nameOf(resource) !== undefined || !hyphened.has(familyOf(resource)))
        return [id, resource];
      const name = `the-${stack.name.replace('/', '-')}-${id}`.toLowerCase();
      return [id, { ...resource, Properties: { ...resource.Properties, [property]: name } }];
    });
    return { ...stack, template: { ...stack.template, Resources: Object.fromEntries(resources) } };
  });
}

function familyOf({ Type }: Resource): string {
  return Type.replace('GlobalTable', 'Table');
}

/**
 * Names of buckets are those of a whole partition, those of global tables of all their Regions, and all others those of an
 * account in a Region.
 */
function mayMeet(one: TruthStack, other: TruthStack, named: readonly Resource[]): boolean {
  const differ = (part: 'account' | 'region') =>
    one[part] !== undefined && other[part] !== undefined && one[part] !== other[part];
  const has = (type: string) => named.some(({ Type }) => Type === type);
  if (has('AWS::S3::Bucket')) return true;
  return !differ('account') && (has('AWS::DynamoDB::GlobalTable') || !differ('region'));
}

/** Whatever else of the template says the name then says whose it is. */
function withoutName(resources: Readonly<Record<string, Resource>>, named: string): Readonly<Record<string, Resource>> {
  const { [named]: unnamed } = resources;
  const property = unnamed && kindOf(unnamed)?.name;
  if (!unnamed || property === undefined) return resources;
  return Object.fromEntries(
    Object.entries(resources).map(([id, resource]) => {
      const { [property]: name, ...rest } = resource.Properties ?? {};
      if (id === named) return [id, { ...resource, Properties: rest }];
      const isSame = name !== undefined && name === nameOf(unnamed);
      return [id, isSame ? { ...resource, Properties: { ...rest, [property]: { Ref: named } } } : resource];
    }),
  );
}
