import { given } from './given';
import type { AccessPoint } from './model';
import type { Property } from './property';
import { referenceOf } from './references';
import type { Facts } from './resource-facts';

/** Reads the properties of an AWS::Backup::BackupAccessPoint. */
export function readAccessPoint(properties: Property): Facts<AccessPoint> {
  properties.passOver('AccessPointInTime', 'AccessPointPolicy', 'Tags');
  return given({
    name: properties.at('Name').text(),
    recoveryPoint: referenceOf(properties.at('RecoveryPointArn')),
  });
}
