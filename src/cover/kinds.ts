import type { Leaning } from '../read/assumptions/leaning';
import { RESOURCE_KINDS, type ResourceKind } from '../service/features';
import type { Place } from './places';
import type { Subject } from './subjects';

/** The account and the Region of a place, as far as they are known. */
export function environmentOf({ account, region }: Place): { readonly account?: string; readonly region?: string } {
  return {
    ...(typeof account === 'string' && { account }),
    ...(typeof region === 'string' && { region }),
  };
}

/** The kinds that a subject may be of; tables are of one or the other, by what their account has switched on. */
export function narrowedKinds({ kinds, place }: Subject, leaning: Leaning): readonly ResourceKind[] {
  const { dynamoDb, advancedDynamoDb } = RESOURCE_KINDS;
  if (!kinds.includes(dynamoDb)) return kinds;
  const isAdvanced = leaning.advancedDynamoDb(environmentOf(place));
  return isAdvanced === undefined ? kinds : [isAdvanced ? advancedDynamoDb : dynamoDb];
}
