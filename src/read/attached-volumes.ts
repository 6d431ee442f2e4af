import type { Declaration, When } from './model';
import type { Property } from './property';
import type { Attachment, DataResource } from './surroundings';
import type { ResourceId } from './told';

/**
 * Which volumes are attached to which instances: the backup of an instance holds its volumes.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/restoring-ec2.html
 */
export class AttachedVolumes {
  private readonly byVolume = new Map<string, Attachment[]>();

  /** Reads a resource that attaches volumes, an instance or an attachment of its own. */
  public read(resource: Declaration, properties: Property): void {
    if (resource.type === 'AWS::EC2::VolumeAttachment') {
      const [volume, instance] = ['VolumeId', 'InstanceId'].map((name) => properties.at(name));
      this.add(volume, instance?.resource(), whenThere(resource));
    }
    if (resource.type !== 'AWS::EC2::Instance') return;
    for (const volume of properties.at('Volumes').items()) {
      this.add(volume.at('VolumeId'), resource, volume.part.when ?? []);
    }
  }

  /** A volume with what it is attached to. */
  public to(resource: DataResource): DataResource {
    const attachedTo = this.byVolume.get(keyOf(resource));
    return attachedTo ? { ...resource, attachedTo } : resource;
  }

  private add(volumeId: Property | undefined, instance: ResourceId | undefined, when: readonly When[]): void {
    const volume = volumeId?.resource();
    if (!volume || instance?.type !== 'AWS::EC2::Instance') return;
    const { stack, logicalId, type, constructPath } = instance;
    const attachment = {
      instance: { stack, logicalId, type, ...(constructPath !== undefined && { constructPath }) },
      ...(when.length > 0 && { when }),
    };
    this.byVolume.set(keyOf(volume), [...(this.byVolume.get(keyOf(volume)) ?? []), attachment]);
  }
}

function whenThere({ condition }: Declaration): readonly When[] {
  return condition === undefined ? [] : [{ condition, holds: true }];
}

function keyOf({ stack, logicalId }: ResourceId): string {
  return JSON.stringify([stack, logicalId]);
}
