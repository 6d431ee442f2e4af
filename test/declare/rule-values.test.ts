import { Duration, TimeZone, Token } from 'aws-cdk-lib';
import { BackupVault, IndexActionResourceType } from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { knowableZone, valuesOfRule } from '../../src/declare/rule-values';
import { UNKNOWN } from '../../src/service/known';
import { newStack } from './app';

const late = Token.asString({ Ref: 'Late' });

describe('the values of a rule', () => {
  it('are nothing but empty lists where nothing is given', () => {
    expect(valuesOfRule({}, undefined)).toEqual({
      continuous: false,
      copies: [],
      recoveryPointTags: {},
      indexActions: [],
    });
  });

  it('are those of its copies, too', () => {
    const destinationBackupVault = BackupVault.fromBackupVaultName(newStack(), 'Vault', 'mine');
    expect(
      valuesOfRule(
        {
          copyActions: [
            { destinationBackupVault },
            {
              destinationBackupVault,
              deleteAfter: Duration.days(120),
              moveToColdStorageAfter: Duration.days(Token.asNumber({ Ref: 'Late' })),
            },
          ],
        },
        'Rule',
      ).copies,
    ).toEqual([{}, { deleteAfterDays: 120, moveToColdStorageAfterDays: UNKNOWN }]);
  });

  it.each<[string, string, string, unknown]>([
    ['known where they are', 'stage', 'prod', { stage: 'prod' }],
    ['known where they are empty', 'stage', '', { stage: '' }],
    ['unknown where deployment tells them', 'stage', late, { stage: UNKNOWN }],
    ['unknown where deployment tells the key', late, 'prod', { [late]: UNKNOWN }],
  ])('have tags of which the values are %s', (_, key, value, expected) => {
    expect(valuesOfRule({ recoveryPointTags: { [key]: value } }, 'Rule').recoveryPointTags).toEqual(expected);
  });

  it('know the types of an index action only where all of them are known', () => {
    const { EBS, S3 } = IndexActionResourceType;
    const later = new IndexActionResourceType(late);
    const indexActions = [[EBS, S3], [EBS, later], [later]].map((resourceTypes) => ({ resourceTypes }));
    expect(valuesOfRule({ indexActions }, 'Rule').indexActions).toEqual([['EBS', 'S3'], UNKNOWN, UNKNOWN]);
  });
});

describe('a time zone', () => {
  it.each<[string, string | undefined, unknown]>([
    ['the one that both the CDK and the platform list', TimeZone.EUROPE_BERLIN.timezoneName, 'Europe/Berlin'],
    ['unknown where the CDK lists it, and the platform does not', TimeZone.FACTORY.timezoneName, UNKNOWN],
    ['the one that nobody lists', 'Europe/Bonn', 'Europe/Bonn'],
    ['unknown where deployment tells it', late, UNKNOWN],
    ['none where none is given', undefined, undefined],
  ])('is %s', (_, name, expected) => {
    expect(knowableZone(name)).toBe(expected);
  });
});
