import { describe, expect, test } from 'vitest';
import { readTemplate } from './reading';

const VOLUME = { Type: 'AWS::EC2::Volume', Properties: { Size: 8 } };
const INSTANCE = { Type: 'AWS::EC2::Instance', Properties: {} };

function attachmentsOf(resources: object) {
  const { resources: read } = readTemplate({
    Parameters: { Stage: { Type: 'String' } },
    Conditions: { Wanted: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
    Resources: { Disk: VOLUME, Host: INSTANCE, ...resources },
  });
  return read
    .find(({ logicalId }) => logicalId === 'Disk')
    ?.attachedTo?.map(({ instance, when }) => [instance.logicalId, when]);
}

describe('a volume is attached to an instance', () => {
  test.each<[string, object, unknown]>([
    [
      'by an attachment',
      { A: attachment({ VolumeId: { Ref: 'Disk' }, InstanceId: { Ref: 'Host' } }) },
      [['Host', undefined]],
    ],
    [
      'by an attachment behind a condition',
      { A: { ...attachment({ VolumeId: { Ref: 'Disk' }, InstanceId: { Ref: 'Host' } }), Condition: 'Wanted' } },
      [['Host', [{ condition: 'Wanted', holds: true }]]],
    ],
    [
      'by the instance',
      { Host: withVolumes([{ Device: '/dev/sdf', VolumeId: { Ref: 'Disk' } }]) },
      [['Host', undefined]],
    ],
    [
      'by the instance on a condition',
      { Host: withVolumes([{ 'Fn::If': ['Wanted', { VolumeId: { Ref: 'Disk' } }, { Ref: 'AWS::NoValue' }] }]) },
      [['Host', [{ condition: 'Wanted', holds: true }]]],
    ],
  ])('%s', (_, resources, attached) => {
    expect(attachmentsOf(resources)).toEqual(attached);
  });

  test.each<[string, object]>([
    ['nothing attaches it', {}],
    ['the attachment names another volume', { A: attachment({ VolumeId: 'vol-1', InstanceId: { Ref: 'Host' } }) }],
    ['the attachment names an instance by its id', { A: attachment({ VolumeId: { Ref: 'Disk' }, InstanceId: 'i-1' }) }],
    ['what it is attached to is none', { A: attachment({ VolumeId: { Ref: 'Disk' }, InstanceId: { Ref: 'Disk' } }) }],
  ])('but not where %s', (_, resources) => {
    expect(attachmentsOf(resources)).toBeUndefined();
  });
});

function attachment(properties: object) {
  return { Type: 'AWS::EC2::VolumeAttachment', Properties: properties };
}

function withVolumes(volumes: unknown) {
  return { Type: 'AWS::EC2::Instance', Properties: { Volumes: volumes } };
}
