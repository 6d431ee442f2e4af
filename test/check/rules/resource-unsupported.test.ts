import { describe, expect, test } from 'vitest';
import { resourceUnsupported } from '../../../src/check/rules/resource-unsupported';
import { findingsOf, testRule } from '../rule-cases';
import { selecting } from '../selecting';
import { arn, plan, SELECTION } from './plan-and-selection';

const program = (named: unknown, more: object = {}) => ({ ...more, Plan: plan(), Selection: selecting(named) });
const Stream = { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'events' } };

testRule(resourceUnsupported, [
  {
    title: 'a stream of the template',
    wrong: program({ 'Fn::GetAtt': ['Stream', 'Arn'] }, { Stream }),
    at: `${SELECTION}.Resources.0`,
    right: arn('dynamodb', 'table/events'),
    finds: {
      logicalId: 'Selection',
      property: 'BackupSelection.Resources[0]',
      says: /^selection 'data' names Stream, an AWS::Kinesis::Stream, which AWS Backup does not back up$/,
    },
  },
  {
    title: 'a queue by its ARN',
    wrong: program(arn('sqs', 'orders')),
    at: `${SELECTION}.Resources.0`,
    right: 'arn:aws:s3:::orders',
    finds: { says: /^selection 'data' names an ARN of the service 'sqs', which/ },
  },
  {
    title: 'a file system of FSx for ONTAP',
    wrong: program(
      {
        'Fn::Join': [
          '',
          ['arn:aws:fsx:', { Ref: 'AWS::Region' }, ':', { Ref: 'AWS::AccountId' }, ':file-system/', { Ref: 'Files' }],
        ],
      },
      { Files: { Type: 'AWS::FSx::FileSystem', Properties: { FileSystemType: 'ONTAP', SubnetIds: [] } } },
    ),
    at: 'Resources.Files.Properties.FileSystemType',
    right: 'LUSTRE',
    finds: { says: /names Files, an AWS::FSx::FileSystem of ONTAP, whose volumes have backups of their own, which/ },
  },
]);

describe('resource-unsupported', () => {
  test('takes everything, and every service of which something is backed up', () => {
    for (const named of [
      '*',
      'arn:aws:*:*:*:*',
      arn('ec2', '*'),
      arn('rds', 'cluster:orders'),
      { Ref: 'AWS::Region' },
    ]) {
      expect(findingsOf(resourceUnsupported, { Resources: program(named) })).toEqual([]);
    }
  });
});
