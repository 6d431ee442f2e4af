import { describe, expect, test } from 'vitest';
import { volumeBackedUpTwice } from '../../../src/check/rules/volume-backed-up-twice';
import { findingsOf, testRule } from '../rule-cases';
import { arn, plan, SELECTION, selection } from './plan-and-selection';

testRule(volumeBackedUpTwice, [
  {
    title: 'all instances and a volume',
    wrong: {
      Plan: plan(),
      Selection: selection({ Resources: ['arn:aws:ec2:*:*:instance/*', arn('ec2', 'volume/vol-1')] }),
    },
    at: `${SELECTION}.Resources.0`,
    right: arn('ec2', 'instance/i-1'),
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Resources[1]',
      says: /^selection 'ours' takes EBS volumes, and selection 'ours' of the same plan takes EC2 instances, whose backups hold the volumes/,
    },
  },
  {
    title: 'all volumes and an instance in two selections of one plan',
    wrong: {
      Plan: plan(),
      Instances: selection({ SelectionName: 'machines', Resources: [arn('ec2', 'instance/i-1')] }),
      Selection: selection({ Resources: [arn('s3', 'x'), 'arn:aws:ec2:*:*:volume/*'] }),
    },
    at: `${SELECTION}.Resources.1`,
    right: 'arn:aws:dynamodb:*:*:table/*',
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Resources[1]',
      says: /selection 'machines' of the same plan takes EC2 instances/,
    },
  },
]);

describe('volume-backed-up-twice', () => {
  test('leaves alone what a condition keeps apart, and what different plans select', () => {
    const when = (then: unknown, otherwise: unknown) => ({ 'Fn::If': ['Large', then, otherwise] });
    const template = {
      Parameters: { Size: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] } },
      Resources: {
        Plan: plan(),
        Other: plan(),
        Selection: selection({ Resources: [when('arn:aws:ec2:*:*:instance/*', 'arn:aws:ec2:*:*:volume/*')] }),
        Volumes: selection({ Resources: ['arn:aws:ec2:*:*:volume/*'] }, { BackupPlanId: { Ref: 'Other' } }),
      },
    };
    expect(findingsOf(volumeBackedUpTwice, template)).toEqual([]);
  });

  test('finds a pair behind another that a condition keeps apart', () => {
    const when = (then: unknown, otherwise: unknown) => ({ 'Fn::If': ['Large', then, otherwise] });
    const template = {
      Parameters: { Size: { Type: 'String' } },
      Conditions: { Large: { 'Fn::Equals': [{ Ref: 'Size' }, 'large'] } },
      Resources: {
        Plan: plan(),
        Selection: selection({
          Resources: [
            when('arn:aws:ec2:*:*:instance/*', arn('ec2', 'volume/vol-1')),
            when(arn('ec2', 'volume/vol-2'), { Ref: 'AWS::NoValue' }),
          ],
        }),
      },
    };
    expect(findingsOf(volumeBackedUpTwice, template)).toMatchObject([{ property: 'BackupSelection.Resources[1]' }]);
  });
});
