import { describe, expect, test } from 'vitest';
import { looksLikeTemplate, mightBeTemplate } from '../../../src/read/document/looks-like-template';
import { parseDocument } from '../../../src/read/document/parse-document';

describe('a template', () => {
  test.each([
    '{"Resources": {}}',
    'Resources: {}',
    '"Resources" : {}',
    '? Resources\n: {}',
    '  Resources:\n    A: {Type: B}',
    '{Resources: {}}',
    '{\n  Outputs: {},\n  Resources:\n    {}}',
    '{"AWSTemplateFormatVersion": "2010-09-09"}',
    'AWSTemplateFormatVersion: 2010-09-09',
    'Transform: AWS::Serverless-2016-10-31',
    'Transform: [A, B]',
  ])('is %j', (text) => {
    expect(mightBeTemplate(text)).toBe(true);
    expect(looksLikeTemplate(parseDocument('a', () => text).value)).toBe(true);
  });

  test.each(['{"name": "a"}', 'resources: {}', '{"Resources": []}', 'resources:\n  Resources: {}'])(
    'is not %j',
    (text) => {
      expect(looksLikeTemplate(parseDocument('a', () => text).value)).toBe(false);
    },
  );

  test('is told from other texts without parsing, and in no time', () => {
    expect(mightBeTemplate('{"name": "Resources"}')).toBe(false);
    expect(mightBeTemplate(`${'\n'.repeat(1_000_000)}${'"Resources" '.repeat(100_000)}`)).toBe(false);
  });
});
