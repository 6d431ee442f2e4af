import { given } from './given';
import type { RestoreTestingPlan, RestoreTestingSelection } from './model';
import type { Property } from './property';
import { namedIn, planReferenceOf, referenceOf } from './references';
import type { Facts } from './resource-facts';
import { readConditions } from './selections';
import type { Setting } from './surroundings';

/** Reads the properties of an AWS::Backup::RestoreTestingPlan. */
export function readRestoreTestingPlan(properties: Property): Facts<RestoreTestingPlan> {
  properties.passOver('Tags');
  const points = properties.at('RecoveryPointSelection');
  return {
    ...given({
      name: properties.at('RestoreTestingPlanName').text(),
      schedule: properties.at('ScheduleExpression').text(),
      timezone: properties.at('ScheduleExpressionTimezone').text(),
      startWindowHours: properties.at('StartWindowHours').number(),
      algorithm: points.at('Algorithm').text(),
      selectionWindowDays: points.at('SelectionWindowDays').number(),
    }),
    recoveryPointTypes: points.at('RecoveryPointTypes').texts(),
    includeVaults: namedIn(points.at('IncludeVaults')),
    excludeVaults: namedIn(points.at('ExcludeVaults')),
  };
}

/** Reads the properties of an AWS::Backup::RestoreTestingSelection. */
export function readRestoreTestingSelection(properties: Property): Facts<RestoreTestingSelection> {
  return {
    ...given({
      name: properties.at('RestoreTestingSelectionName').text(),
      plan: planReferenceOf(properties.at('RestoreTestingPlanName')),
      resourceType: properties.at('ProtectedResourceType').text(),
      role: referenceOf(properties.at('IamRoleArn')),
      validationWindowHours: properties.at('ValidationWindowHours').number(),
    }),
    resources: namedIn(properties.at('ProtectedResourceArns')),
    conditions: readConditions(properties.at('ProtectedResourceConditions'), 'Key', 'Value'),
    overrides: settingsOf(properties.at('RestoreMetadataOverrides')),
  };
}

/** The properties of an object, each with its path. */
function settingsOf(map: Property): Setting[] {
  return map.entries().flatMap(([, property]) => {
    const value = property.text();
    return value === undefined ? [] : [{ ...property.part, value }];
  });
}
