import type { Resource } from '../truth/whole';
import type { Formation } from './formation';
import type { Held } from './tags';

/** What belongs to what in one deployment. */
export class Belongings {
  constructor(private readonly formation: Formation) {}

  /** The cluster of an instance, which it names by its identifier. */
  public clusterOf(stack: string, id: string): Held | undefined {
    const named = this.formation.property(stack, id, 'DBClusterIdentifier');
    if (named === undefined) return undefined;
    return this.all(stack).find(
      ([, each, { Type }]) =>
        Type === 'AWS::RDS::DBCluster' && this.formation.idOf(stack, each) === String(named).toLowerCase(),
    )?.[3];
  }

  /** The instances that a volume is attached to. */
  public instancesOf(stack: string, id: string): readonly Held[] {
    if (this.formation.resource(stack, id)?.Type !== 'AWS::EC2::Volume') return [];
    const volume = this.formation.idOf(stack, id);
    return this.all(stack).flatMap(([, instance, { Type }, held]) => {
      if (Type !== 'AWS::EC2::Instance') return [];
      const itself = this.formation.idOf(stack, instance);
      const lists = this.formation.list(stack, instance, 'Volumes');
      const attached = this.all(stack).some(
        ([, attachment, { Type: type }]) =>
          type === 'AWS::EC2::VolumeAttachment' &&
          this.formation.property(stack, attachment, 'InstanceId') === itself &&
          this.formation.property(stack, attachment, 'VolumeId') === volume,
      );
      return attached || lists.some((each) => each('VolumeId') === volume) ? [held] : [];
    });
  }

  private all(stack: string): readonly (readonly [string, string, Resource, Held])[] {
    const { Resources } = this.formation.stacks.find(({ name }) => name === stack)?.template ?? { Resources: {} };
    return Object.entries(Resources)
      .filter(([id]) => this.formation.exists(stack, id))
      .map(([id, resource]) => [stack, id, resource, { stack, id }] as const);
  }
}
