import Ajv from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { objectivesSchema, parseObjectives, readObjectives } from '../../../src/cover/objectives/parse';
import { refusalOf } from '../../read/reading';

const WHOLE = `
objectives:
  - name: ledger
    paths: [App/Ledger]
    tags: { tier: gold, level: 1 }
    types: [AWS::DynamoDB::Table]
    retention-days: 365
    copies: [{ region: eu-west-1 }, { account: other }]
    immutable: air-gapped
    ransomware-proof: true
    restore-tested: weekly
    allow-unknown: false
    exceptions:
      - { resource: App/Ledger/Scratch, reason: made anew each night, until: '2027-03-31' }
      - { resource: App/Ledger/Cache, reason: a cache }
`;

describe('a file of objectives', () => {
  test('says what is promised', () => {
    expect(readObjectives('o.yaml', () => WHOLE)).toEqual([
      {
        name: 'ledger',
        scope: { paths: ['App/Ledger'], tags: { tier: 'gold', level: '1' }, types: ['AWS::DynamoDB::Table'] },
        retentionDays: 365,
        copies: [{ region: 'eu-west-1' }, { account: 'other' }],
        immutable: 'airGapped',
        ransomwareProof: true,
        restoreTested: 'weekly',
        allowUnknown: false,
        exceptions: [
          { resource: 'App/Ledger/Scratch', reason: 'made anew each night', until: '2027-03-31' },
          { resource: 'App/Ledger/Cache', reason: 'a cache' },
        ],
      },
    ]);
  });

  test('may promise no more than that all is protected', () => {
    expect(parseObjectives('o.yaml', { objectives: [{ name: 'all' }] })).toEqual([{ name: 'all', scope: {} }]);
  });

  const one = (objective: object) => ({ objectives: [{ name: 'x', ...objective }] });

  test.each<[string, unknown, string]>([
    ['nothing', undefined, 'o.yaml cannot be used: it has no objectives'],
    ['a list', [], 'o.yaml cannot be used: it is a list, expected an object of objectives'],
    ['no objective', { objectives: [] }, 'objectives is empty, expected a list'],
    ['an objective without a name', { objectives: [{}] }, 'objectives[0] has no name'],
    ['two of one name', { objectives: [{ name: 'a' }, { name: 'a' }] }, "objectives[1] has the name of another, 'a'"],
    ['a key that is none', one({ retention: 7 }), "there is no 'retention' in objectives[0]"],
    [
      'no days',
      one({ 'retention-days': 0 }),
      'objectives[0].retention-days is 0, expected a whole number from 1 to 36500',
    ],
    ['a mode that is none', one({ immutable: 'compliant' }), "did you mean 'compliance'?"],
    ['a copy to nowhere', one({ copies: [{}] }), 'objectives[0].copies[0] has neither region nor account'],
    ['an account without quotes', one({ copies: [{ account: 111122223333 }] }), 'put it in quotes'],
    ['a Region that is none', one({ copies: [{ region: 'Frankfurt' }] }), "a Region, such as eu-west-1, or 'other'"],
    ['a test that promises nothing', one({ 'restore-tested': false }), 'expected true, or the name of a vault'],
    [
      'an exception without a reason',
      one({ exceptions: [{ resource: 'A' }] }),
      'objectives[0].exceptions[0] has no reason',
    ],
    ...['2027-13-01', '2027-02-30', '2027-02-29', 20270331].map((until): [string, unknown, string] => [
      `an end at ${until}`,
      one({ exceptions: [{ resource: 'A', reason: 'b', until }] }),
      'expected a day of the calendar, such as 2027-03-31',
    ]),
    ['a type that is none', one({ types: ['Table'] }), 'a type of CloudFormation, such as AWS::DynamoDB::Table'],
  ])('is refused where it says %s', (_, value, says) => {
    expect(refusalOf(() => parseObjectives('o.yaml', value))).toContain(says);
    expect(new Ajv({ strict: false }).compile(objectivesSchema())(value ?? null)).toBe(isOnlyReaders(says));
  });
});

/** Whether only the reader can tell that it is wrong: no schema compares names. */
function isOnlyReaders(says: string): boolean {
  return says.includes('the name of another');
}
