import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorsMet } from '../../../src/read/errors-met';
import { explain } from '../../../src/service/errors/explain';
import { ERROR_TEXTS, KNOWN_TEXTS, UNKNOWN_TEXTS } from './texts';

function causesOf(text: string): string[] {
  return errorsMet(text).flatMap((error) => explain(error).causes.map(({ id }) => id));
}

describe('error texts that people met', () => {
  test.each(KNOWN_TEXTS)('$cause: $text', ({ text, cause }) => {
    expect(causesOf(text)[0]).toBe(cause);
  });

  test.each(UNKNOWN_TEXTS)('not known: $text', ({ text }) => {
    expect(causesOf(text)).toEqual([]);
  });

  test('have a source that can be opened, and are not there twice', () => {
    for (const { source } of ERROR_TEXTS) expect(source).toMatch(/^https:\/\/\S+$/);
    expect(new Set(ERROR_TEXTS.map(({ text }) => text)).size).toBe(ERROR_TEXTS.length);
    expect(KNOWN_TEXTS.length).toBeGreaterThanOrEqual(40);
    expect(UNKNOWN_TEXTS.length).toBeGreaterThanOrEqual(15);
  });
});

/** What stands around an error where it is pasted, and tells nothing of it. */
const AROUND = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        'help,',
        '2026-01-15T12:34:56Z',
        'ERROR',
        '[deploy]',
        '│',
        '\n',
        '\t',
        '🚀',
        '"',
        '5/12 |',
        'exit 1',
      ),
      fc.stringMatching(/^[b-df-hj-np-tv-z]{1,6}$/),
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(' '));

const MET = fc.constantFrom(...ERROR_TEXTS.filter(({ text }) => !text.trimStart().startsWith('{')));

describe('the cause of a text', () => {
  test('stays the same whatever stands around it', () => {
    fc.assert(
      fc.property(MET, AROUND, AROUND, ({ text, cause }, before, after) => {
        expect(causesOf(`${before} ${text} ${after}`)[0] ?? 'none').toBe(cause);
      }),
    );
  });

  test('stays the same in whatever event it comes', () => {
    const events: readonly ((text: string) => unknown)[] = [
      (text) => ({
        StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/App/1',
        ResourceType: 'AWS::CloudFormation::CustomResource',
        ResourceStatus: 'UPDATE_FAILED',
        ResourceStatusReason: text,
      }),
      (text) => ({ StackEvents: [{ ResourceStatus: 'CREATE_FAILED', ResourceStatusReason: text }] }),
      (text) => ({ source: 'aws.cloudformation', detail: { 'status-details': { 'status-reason': text } } }),
      (text) => ({ BackupJobId: '1', State: 'FAILED', StatusMessage: text }),
      (text) => ({ Records: [{ eventVersion: '1.08', errorCode: 'Client', errorMessage: text }] }),
      (text) => ({
        Type: 'Notification',
        Message: JSON.stringify({ detail: { statusMessage: JSON.stringify(text) } }),
      }),
    ];
    fc.assert(
      fc.property(MET, fc.constantFrom(...events), fc.boolean(), ({ text, cause }, event, pretty) => {
        expect(causesOf(JSON.stringify(event(text), undefined, pretty ? 2 : 0))[0] ?? 'none').toBe(cause);
      }),
      { numRuns: 300 },
    );
  });
});
