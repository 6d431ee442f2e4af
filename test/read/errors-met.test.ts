import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorsMet } from '../../src/read/errors-met';

const FAILED = { ResourceStatus: 'CREATE_FAILED' };

function textsIn(value: unknown): string[] {
  return errorsMet(JSON.stringify(value)).map(({ text }) => text);
}

describe('errors in a text', () => {
  test.each([
    ['are the text itself', 'access denied'],
    ['are the text itself where it only begins like JSON', '{"message": "den'],
    ['are the text itself where it tells of none', '{"Version":"2012-10-17"}'],
    ['are the text itself where their own is empty', '{"message":" "}'],
    ['are the text itself where it is no object', '["denied", null, 1]'],
    ['are the text itself where it is a number', '5'],
  ])('%s', (_, text) => {
    expect(errorsMet(text)).toEqual([{ text, about: [] }]);
  });

  test('come from the events of a stack, with what they are about', () => {
    const events = {
      StackEvents: [
        {
          ...FAILED,
          ResourceType: 'AWS::Backup::BackupVault',
          LogicalResourceId: 'Vault',
          ResourceStatusReason: 'denied',
        },
        { ResourceStatus: 'DELETE_COMPLETE', ResourceStatusReason: 'as you wish' },
        { ResourceStatus: 'CREATE_IN_PROGRESS', ResourceStatusReason: 'Resource creation Initiated' },
      ],
    };
    expect(errorsMet(` \n${JSON.stringify(events)}`)).toEqual([
      { text: 'denied', about: ['AWS::Backup::BackupVault', 'CREATE_FAILED'], resource: 'Vault' },
    ]);
  });

  test('are not what is cancelled because of them, unless there is nothing else', () => {
    const cancelled = { ...FAILED, ResourceStatusReason: 'Resource creation cancelled' };
    expect(textsIn([cancelled, { ...FAILED, ResourceStatusReason: 'denied' }])).toEqual(['denied']);
    expect(textsIn([{ message: ' Resource update cancelled\n' }, { message: 'denied' }])).toEqual(['denied']);
    expect(textsIn([{ ...cancelled, ResourceStatusReason: ' Resource update cancelled ' }])).toEqual([
      ' Resource update cancelled ',
    ]);
  });

  test('come from an event of AWS Backup', () => {
    const event = {
      'detail-type': 'Copy Job State Change',
      source: 'aws.backup',
      detail: { resourceType: 'EC2', resourceArn: 'arn:x', state: 'FAILED', statusMessage: 'no' },
    };
    expect(errorsMet(JSON.stringify(event))).toEqual([
      { text: 'no', about: ['Copy Job State Change', 'EC2'], resource: 'arn:x' },
    ]);
  });

  test.each([
    ['BackupJobId', 'backup job'],
    ['CopyJobId', 'copy job'],
    ['RestoreJobId', 'restore job'],
  ])('come from what describes a job: %s', (key, job) => {
    expect(errorsMet(JSON.stringify({ [key]: '1', ResourceType: 'EBS', StatusMessage: 'no' }))).toEqual([
      { text: 'no', about: [job, 'EBS'] },
    ]);
    expect(errorsMet(JSON.stringify({ [key]: 1, StatusMessage: 'no' }))).toEqual([{ text: 'no', about: [] }]);
  });

  test.each([
    [
      {
        Records: [
          { eventSource: 'backup.amazonaws.com', eventName: 'CreateBackupVault', errorCode: 'A', errorMessage: 'no' },
        ],
      },
      ['backup.amazonaws.com', 'CreateBackupVault', 'A'],
    ],
    [
      { 'detail-type': 'Recovery Point Index State Change', detail: { indexStatusMessage: 'no' } },
      ['Recovery Point Index State Change'],
    ],
    [
      {
        detail: {
          'resource-type': 'AWS::Backup::Framework',
          'status-details': { status: 'CREATE_FAILED', 'status-reason': 'no' },
        },
      },
      ['AWS::Backup::Framework', 'CREATE_FAILED'],
    ],
    [{ Error: { Code: 'AccessDeniedException', Message: 'no' } }, ['AccessDeniedException']],
    [{ code: 'Denied', message: 'no' }, ['Denied']],
    [{ ErrorMessage: 'no' }, []],
    [{ DecodedMessage: 'no' }, []],
    [{ resourceType: 'X', statusMessage: 'no', message: 'less' }, ['X']],
  ])('come from %j', (value, about) => {
    expect(errorsMet(JSON.stringify(value))).toEqual([{ text: 'no', about }]);
  });

  test('are named by their logical id', () => {
    const named = { ...FAILED, 'logical-resource-id': 'Plan', 'status-reason': 'no' };
    expect(errorsMet(JSON.stringify(named))[0]?.resource).toBe('Plan');
    expect(errorsMet(JSON.stringify({ ResourceArn: 'arn:y', StatusMessage: 'no' }))[0]?.resource).toBe('arn:y');
  });

  test('are found in text that holds JSON, as SNS delivers it', () => {
    const inner = JSON.stringify({ detail: { statusMessage: 'no' } });
    expect(textsIn({ Type: 'Notification', Message: inner })).toEqual(['no']);
    expect(textsIn({ Message: '{"allowed":false}' })).toEqual(['{"allowed":false}']);
    expect(textsIn({ Message: '{"broken' })).toEqual(['{"broken']);
  });

  test('are told once each, and not more than twenty of them', () => {
    const jobs = Array.from({ length: 50 }, (_, index) => ({ StatusMessage: `no ${index % 30}` }));
    expect(textsIn([{ StatusMessage: 'no' }, { StatusMessage: 'no' }])).toEqual(['no']);
    expect(textsIn(jobs)).toHaveLength(20);
    expect(textsIn([...Array.from({ length: 50 }, () => ({ message: 'no' })), { message: 'yes' }])).toEqual([
      'no',
      'yes',
    ]);
    expect(textsIn(jobs.slice(0, 20))).toHaveLength(20);
  });

  test('are about names of a bounded length', () => {
    const [met] = errorsMet(JSON.stringify({ ResourceType: 'x'.repeat(5000), StatusMessage: 'no' }));
    expect(met?.about).toEqual(['x'.repeat(200)]);
  });

  test('are found only so deep', () => {
    const nested = (depth: number): unknown => (depth === 0 ? { message: 'no' } : [nested(depth - 1)]);
    expect(textsIn(nested(11))).toEqual(['no']);
    expect(textsIn(nested(12))).toEqual([JSON.stringify(nested(12))]);
    const bottomless = '['.repeat(500_000);
    expect(errorsMet(bottomless)).toEqual([{ text: bottomless, about: [] }]);
  });

  test('have no properties that every object has', () => {
    expect(errorsMet('{"__proto__":{"message":"no"}}').map(({ text }) => text)).toEqual(['no']);
    expect(errorsMet('{"constructor":1}')).toEqual([{ text: '{"constructor":1}', about: [] }]);
  });

  test('are found, whatever the text is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), (text) => {
        expect(errorsMet(text).length).toBeGreaterThan(0);
      }),
    );
  });
});
