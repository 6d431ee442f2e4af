import { guide } from '../../service/documentation';
import { RESOURCE_KINDS, type ResourceKind } from '../../service/features';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, mayCoexist } from '../context';
import { isWholeType, kindsOfPlan, type NamedKinds, selectionWords } from '../named-kinds';

/** Volumes that are backed up with their instance, and once more. */
export const volumeBackedUpTwice: CheckRule = {
  id: 'volume-backed-up-twice',
  title: 'A plan selects EC2 instances or their EBS volumes',
  why: 'The backup of an instance holds the volumes that are attached to it. A volume that the plan selects besides is backed up a second time at each run, and paid for twice.',
  severity: 'info',
  certainty: 'documented',
  source: guide('restoring-ec2'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const plan of context.model.plans) {
      const { named } = kindsOfPlan(context, plan);
      const of = (kind: ResourceKind) => named.filter(({ kinds }) => kinds[0] === kind);
      const [instances, volumes] = [of(RESOURCE_KINDS.ec2), of(RESOURCE_KINDS.ebs)];
      const pair = firstPair(instances, volumes);
      if (!pair) continue;
      const [instance, volume] = pair;
      yield {
        at: volume.selection,
        property: volume.named.path,
        says: `${selectionWords(volume.selection)} takes EBS volumes, and ${selectionWords(instance.selection)} of the same plan takes EC2 instances, whose backups hold the volumes that are attached to them`,
        fix: 'select the volumes that are attached to no selected instance, by a tag of their own, or the instances alone',
      };
    }
  },
};

/** An instance and a volume of which one may be attached to the other: one of the two stands for all of its type. */
function firstPair(
  instances: readonly NamedKinds[],
  volumes: readonly NamedKinds[],
): readonly [NamedKinds, NamedKinds] | undefined {
  for (const [some, others, inOrder] of [
    [instances.filter(isWholeType), volumes, true],
    [volumes.filter(isWholeType), instances, false],
  ] as const) {
    for (const one of some) {
      const other = others.find(({ named }) => mayCoexist(named, one.named));
      if (other) return inOrder ? [one, other] : [other, one];
    }
  }
  return undefined;
}
