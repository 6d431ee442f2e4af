import * as fc from 'fast-check';
import type { Description, PlanDescription, ResourceDescription, SelectionDescription } from './description';
import { RuleGenerator } from './generate-rules';
import { Values } from './generate-values';
import { VaultGenerator } from './generate-vaults';

/**
 * Half of the programs hold what AWS takes, up to the last right value; the others may go wrong in any place, mostly by
 * the first wrong value. Were every program at risk, hardly one in five would get through.
 */
export function descriptions(): fc.Arbitrary<Description> {
  const careful = new Generator(new Values(false)).description();
  const careless = new Generator(new Values(true)).description();
  return fc.oneof(careful, careless);
}

const FLAGS = [
  '@aws-cdk/core:enablePartitionLiterals',
  '@aws-cdk/core:aspectPrioritiesMutating',
  '@aws-cdk/core:aspectStabilization',
  '@aws-cdk/core:explicitStackTags',
  '@aws-cdk/aws-iam:minimizePolicies',
];

class Generator {
  constructor(private readonly values: Values) {}

  description(): fc.Arbitrary<Description> {
    return fc.boolean().chain((known) =>
      fc.record({
        place: fc.constantFrom('stack', 'stack', 'nested', 'stage', 'nested in stage' as const),
        known: fc.constant(known),
        flags: fc.oneof(fc.constant([]), fc.subarray(FLAGS)),
        vault: new VaultGenerator(this.values).vault(),
        plan: this.plan(known),
        selections: this.selections(),
      }),
    );
  }

  private plan(known: boolean): fc.Arbitrary<PlanDescription> {
    const ids = this.values.one(
      ['Plan', 'P'.repeat(45), 'my-plan'],
      ['My Plan', 'P'.repeat(46), 'P'.repeat(51), 'data/prod'],
    );
    return fc
      .record(
        {
          id: ids,
          name: this.values.text(['', 'p', 'my.Plan_1-a', 'p'.repeat(50)], ['my plan', 'p'.repeat(51)]),
          windowsVss: fc.boolean(),
          rules: new RuleGenerator(this.values).rules(known),
        },
        { requiredKeys: ['id', 'rules'] },
      )
      .chain((plan) => fc.nat(plan.rules.length).map((later) => ({ ...plan, later })));
  }

  private selections(): fc.Arbitrary<SelectionDescription[]> {
    return fc
      .array(this.selection(), { maxLength: 2 })
      .map((selections) => selections.map((selection, at) => ({ ...selection, id: `${selection.id}${at}` })));
  }

  private selection(): fc.Arbitrary<SelectionDescription> {
    const roles = [
      'made',
      'made',
      'declared',
      'other stack',
      'imported',
      'imported for good',
      'imported by parameter',
    ] as const;
    return fc.record(
      {
        id: this.values.one(['Selection', 'S'.repeat(49)], ['my selection', 'S'.repeat(50), 'data/prod']),
        name: this.values.text(['', 's', 'my.Selection_1-a', 's'.repeat(50)], ['my selection', 's'.repeat(51)]),
        role: fc.constantFrom(...roles),
        withoutPolicy: this.values.seldom(5),
        restores: fc.boolean(),
        apart: this.values.seldom(4),
        resources: this.resources(),
      },
      { requiredKeys: ['id', 'role', 'withoutPolicy', 'restores', 'apart', 'resources'] },
    );
  }

  private resources(): fc.Arbitrary<ResourceDescription[]> {
    const tag = fc.record(
      {
        kind: fc.constant('tag' as const),
        key: this.values.text(['stage', 'team'], ['aws:ResourceTag/stage']),
        value: this.values.text(['prod', ''], []),
        operation: this.values.one<'STRING_EQUALS' | 'DUMMY'>(['STRING_EQUALS'], ['DUMMY']),
      },
      { requiredKeys: ['kind', 'key', 'value'] },
    );
    const arn = this.values.text(['*', 'arn:aws:s3:::data', 'arn:aws:ec2:*:*:volume/*'], []).map((text) => ({
      kind: 'arn' as const,
      arn: text,
    }));
    const kinds = fc.constantFrom('table', 'files', 'instance', 'cluster' as const);
    const named = fc.record({ kind: kinds, beside: this.values.beside() });
    const construct = (holds: 'plenty' | 'nothing') =>
      this.values.beside().map((place): ResourceDescription => ({ kind: 'construct', holds, beside: place }));
    const something = fc.oneof(tag, arn, named, construct('plenty'));
    const anything = fc.oneof({ weight: 4, arbitrary: something }, { weight: 1, arbitrary: construct('nothing') });
    return this.values.careless
      ? fc.array(anything, { maxLength: 3 })
      : fc.tuple(something, fc.array(anything, { maxLength: 2 })).map(([first, more]) => [first, ...more]);
  }
}
