import type fc from 'fast-check';
import type { TruthStack } from '../truth/cases';
import { type Resource, type Template, whole } from '../truth/whole';
import { assumed } from './assumed';
import { type Draw, drawn } from './draw';
import type { Program } from './program';
import { parts } from './resources';
import { planAndVault, type Reach, selection, wildcardsOf } from './selections';
import { withUniqueNames } from './unique';
import { type Scope, tags, tagValue } from './values';

type Where = { readonly account?: string; readonly region?: string };

const HERE = { account: '111122223333', region: 'us-east-1' };
const PLACES: readonly Where[] = [
  HERE,
  HERE,
  { account: '111122223333', region: 'eu-west-1' },
  { account: '444455556666', region: 'us-east-1' },
  { region: 'us-east-1' },
  {},
];

/** Random programs of one to three stacks, of small pools of words, so that what may meet often does. */
export function programs(): fc.Arbitrary<Program> {
  return drawn((draw) => {
    const strict = draw.chance(12);
    const isPlain = draw.chance(35);
    const place = () => (isPlain ? {} : draw.of(...PLACES));
    const first = draw.chance(60) && !isPlain ? HERE : place();
    const hasOther = draw.chance(35);
    // From a Region of which nothing else is known coverage concludes neither the partition nor where other stacks are,
    // nor from an import that whoever exports it is in the same place.
    const made = (name: string, where: Where, selects: boolean) =>
      stack(draw, name, where, selects, {
        asksRegion: where.region !== undefined || !(strict || hasOther),
        imports: isKnown(where) && isKnown(first),
      });
    const stacks = withUniqueNames([
      ...made('app', first, true),
      ...(hasOther ? made('other', draw.chance(50) ? first : place(), draw.chance(50)) : []),
    ]);
    return { stacks, strict, assumptions: assumed(draw, stacks, strict) };
  });
}

function isKnown({ account, region }: Where): boolean {
  return account !== undefined && region !== undefined;
}

/** A stack, with the one that it nests. */
function stack(
  draw: Draw,
  name: string,
  where: Where,
  selects: boolean,
  { asksRegion, imports }: { readonly asksRegion: boolean; readonly imports: boolean },
): readonly TruthStack[] {
  const allowed = draw.chance(50);
  const scope: Scope = {
    texts: ['Stage', 'Tier'],
    levels: ['Level', 'Height', 'Depth'],
    allowed,
    conditions: ['Prod', 'Prod', 'Else', 'Test', 'Gold', 'Both', 'Either', 'Never', ...(asksRegion ? ['Home'] : [])],
    isNested: false,
    isPlaced: where.region !== undefined,
  };
  const part = parts(draw, scope, where.region, 3);
  const nests = draw.chance(25);
  const exported = Object.entries(part.resources).find(([, { Condition }]) => Condition === undefined)?.[0];
  const arnOfExported = exported === undefined ? undefined : part.arns[exported];
  const Outputs = arnOfExported === undefined ? {} : { Out: { Value: arnOfExported, Export: { Name: `${name}-arn` } } };
  const nesting = nests ? nested(draw, scope, where.region) : undefined;
  const reach: Reach = {
    scope,
    arns: Object.values(part.arns),
    ids: Object.keys(part.arns).filter((id) => part.resources[id]?.Condition === undefined),
    wildcards: Object.values(part.resources).flatMap(wildcardsOf),
    others: [
      { Ref: 'AWS::StackId' },
      { Ref: 'AWS::StackId' },
      'arn:aws:cloudformation:*:*:stack/*',
      'arn:aws:cloudformation:*:*:stack/app/*',
      ...(imports ? [{ 'Fn::ImportValue': 'app-arn' }] : []),
      { 'Fn::ImportValue': 'of-others' },
      ...(nesting ? [{ Ref: 'Data' }, { 'Fn::GetAtt': ['Data', 'Outputs.Out'] }] : []),
    ],
    plans: [...Array<unknown>(18).fill({ Ref: 'Plan' }), { Ref: 'PlanId' }],
  };
  const properties = { Parameters: nesting?.parameters, ...(draw.chance(30) && { Tags: tags(draw, scope, 1) }) };
  const Data: Resource = { Type: 'AWS::CloudFormation::Stack', Properties: properties };
  const resources = {
    ...part.resources,
    ...(nesting && { Data }),
    ...(selects && selections(draw, reach, `vault-of-${name}`)),
  };
  const tagged =
    where.region !== undefined && draw.chance(30)
      ? { tags: { [draw.of('backup', 'stage')]: draw.of('daily', 'prod') } }
      : {};
  const template = {
    Parameters: PARAMETERS(draw, allowed),
    Conditions: CONDITIONS,
    Mappings: MAPPINGS,
    Resources: resources,
    Outputs,
  };
  return [
    { name, ...where, ...tagged, template: whole(template) },
    ...(nesting ? [{ name: `${name}/Data`, template: nesting.template }] : []),
  ];
}

function selections(draw: Draw, reach: Reach, vault: string): Readonly<Record<string, Resource>> {
  const condition = () => (draw.chance(12) ? draw.of(...reach.scope.conditions) : undefined);
  const ofPlan = draw.chance(6) ? condition() : undefined;
  const all = draw.many(1, 3, () => selection(draw, reach, ofPlan ?? condition()));
  return {
    ...planAndVault(draw, reach.scope, ofPlan, vault),
    ...Object.fromEntries(all.map((each, index) => [`Some${index}`, each])),
  };
}

/** A template to be nested, and what is passed to it. */
function nested(draw: Draw, around: Scope, region: string | undefined): { template: Template; parameters: object } {
  const scope: Scope = {
    texts: ['Passed'],
    levels: [],
    allowed: false,
    conditions: ['Passes', 'Fails'],
    isNested: true,
    isPlaced: false,
  };
  const part = parts(draw, scope, region, 2);
  const resources = Object.fromEntries(Object.entries(part.resources).map(([id, each]) => [id, withoutNames(each)]));
  const first = Object.entries(part.arns).find(([id]) => part.resources[id]?.Condition === undefined)?.[1];
  return {
    parameters: { Passed: tagValue(draw, around) },
    template: {
      Parameters: { Passed: { Type: 'String' } },
      Conditions: {
        Passes: { 'Fn::Equals': [{ Ref: 'Passed' }, 'prod'] },
        Fails: { 'Fn::Not': [{ Condition: 'Passes' }] },
      },
      Resources: resources,
      Outputs: { Out: { Value: first ?? 'arn:aws:dynamodb:*:*:table/orders' } },
    },
  };
}

/** Names from parameters are for stacks that nobody nests. */
function withoutNames(resource: Resource): Resource {
  const entries = Object.entries(resource.Properties ?? {});
  const isFromParameter = (value: unknown) => JSON.stringify(value).includes('Name') && typeof value === 'object';
  return { ...resource, Properties: Object.fromEntries(entries.filter(([, value]) => !isFromParameter(value))) };
}

function PARAMETERS(draw: Draw, allowed: boolean): object {
  const text = (...values: readonly string[]) => ({ Type: 'String', ...(allowed && { AllowedValues: values }) });
  return {
    Stage: draw.of(text('prod', 'test'), text('prod', 'prod-eu'), text('dev', 'test'), { Type: 'String' }),
    Tier: text('gold', 'silver'),
    ...Object.fromEntries(
      ['Level', 'Height', 'Depth'].map((name) => [name, { Type: 'String', AllowedValues: ['gold', 'silver'] }]),
    ),
    Name: { Type: 'String' },
    Arn: { Type: 'String' },
    Arns: { Type: 'CommaDelimitedList' },
    Days: { Type: 'Number' },
    Status: { Type: 'String', AllowedValues: ['ENABLED', 'DISABLED'] },
    PlanId: { Type: 'String' },
  };
}

const CONDITIONS = {
  Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] },
  Else: { 'Fn::Not': [{ Condition: 'Prod' }] },
  Test: { 'Fn::Equals': ['test', { Ref: 'Stage' }] },
  Gold: { 'Fn::Equals': [{ Ref: 'Tier' }, 'gold'] },
  Both: { 'Fn::And': [{ Condition: 'Prod' }, { Condition: 'Gold' }] },
  Either: { 'Fn::Or': [{ Condition: 'Prod' }, { Condition: 'Gold' }] },
  Home: { 'Fn::Equals': [{ Ref: 'AWS::Region' }, 'us-east-1'] },
  Never: { 'Fn::Equals': ['a', 'b'] },
};

const MAPPINGS = {
  Words: { gold: { one: 'daily', other: 'daily' }, silver: { one: 'daily', other: 'test' } },
};
