import { describe, expect, test } from 'vitest';
import { CheckContext } from '../../src/check/context';
import { copiesOf } from '../../src/check/copies';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import { readFrom } from '../read/reading';
import { NOWHERE, readStacks } from '../read/stacks';
import { copying, vaultArn } from './copying';

const SHARED = Assumptions.DEFAULT;
const APART = new Assumptions({ 'shared-environment': false });
const vault = { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: 'far' } };
const ARN = { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] };

/** The way of a copy to a destination, from one stack of an app of two. */
function wayOf(
  destination: unknown,
  places: { own?: string; other?: string } = {},
  assumptions = SHARED,
  exported: unknown = ARN,
) {
  const { own = '111122223333/eu-central-1', other = own } = places;
  const model = readStacks({
    Own: [own, { Parameters: { P: { Type: 'String' } }, Resources: { Vault: vault, Plan: copying([destination]) } }],
    Other: [
      other,
      {
        Parameters: { P: { Type: 'String' } },
        Resources: { Vault: vault },
        Outputs: { Arn: { Value: exported, Export: { Name: 'far' } } },
      },
    ],
  });
  const context = new CheckContext(model, assumptions.leaning(), 0);
  const [copy] = [...copiesOf(context)];
  return [copy?.way.account, copy?.way.region, copy?.to.account, copy?.to.region];
}

const own = (place: string) => ({ 'Fn::Sub': `arn:aws:backup:${place}:backup-vault:far` });

test.each([
  ['an ARN of the same place', vaultArn('far'), ['same', 'same', '111122223333', 'eu-central-1']],
  ['an ARN of another Region', vaultArn('far', 'eu-west-1'), ['same', 'other', '111122223333', 'eu-west-1']],
  [
    'an ARN of another account',
    vaultArn('far', 'eu-central-1', '222233334444'),
    ['other', 'same', '222233334444', 'eu-central-1'],
  ],
  [
    'a vault of the same stack',
    { 'Fn::GetAtt': ['Vault', 'BackupVaultArn'] },
    ['same', 'same', '111122223333', 'eu-central-1'],
  ],
  [
    'the place of the stack',
    own(`\${AWS::Region}:\${AWS::AccountId}`),
    ['same', 'same', '111122223333', 'eu-central-1'],
  ],
  [
    'a Region that only deployment knows',
    own(`\${P}:\${AWS::AccountId}`),
    ['same', undefined, '111122223333', undefined],
  ],
  ['an account that only deployment knows', own(`eu-west-1:\${P}`), [undefined, 'other', undefined, 'eu-west-1']],
  ['an ARN that only deployment knows', { Ref: 'P' }, [undefined, undefined, undefined, undefined]],
  ['no ARN of a place', 'arn:aws:backup:::backup-vault:far', [undefined, undefined, '', '']],
])('A copy goes to %s.', (_, destination, way) => {
  expect(wayOf(destination)).toEqual(way);
});

test('From a stack of which nobody knows the place, nobody knows how far a place is.', () => {
  const places = { own: NOWHERE };
  expect(wayOf(vaultArn('far'), places)).toEqual([undefined, undefined, '111122223333', 'eu-central-1']);
  expect(wayOf(own(`\${AWS::Region}:\${AWS::AccountId}`), places)).toEqual(['same', 'same', undefined, undefined]);
});

test('A vault of another stack is where that stack is.', () => {
  const imported = { 'Fn::ImportValue': 'far' };
  expect(wayOf(imported)).toEqual(['same', 'same', '111122223333', 'eu-central-1']);
  expect(wayOf(imported, { own: NOWHERE })).toEqual(['same', 'same', undefined, undefined]);
  expect(wayOf(imported, { own: NOWHERE }, APART)).toEqual([undefined, undefined, undefined, undefined]);
  expect(wayOf(imported, { other: NOWHERE })).toEqual([undefined, undefined, undefined, undefined]);
});

describe('An ARN that another stack puts together', () => {
  const imported = { 'Fn::ImportValue': 'far' };
  const way = (place: string, places: Parameters<typeof wayOf>[1], assumptions = SHARED) =>
    wayOf(imported, places, assumptions, own(place)).slice(0, 2);

  test('of its own place is as far as that stack.', () => {
    const itsOwn = `\${AWS::Region}:\${AWS::AccountId}`;
    expect(way(itsOwn, { own: NOWHERE })).toEqual(['same', 'same']);
    expect(way(itsOwn, { own: NOWHERE }, APART)).toEqual([undefined, undefined]);
    expect(way(itsOwn, { other: NOWHERE })).toEqual([undefined, undefined]);
    expect(way(itsOwn, { own: NOWHERE, other: '111122223333/eu-central-1' })).toEqual([undefined, undefined]);
  });

  test.each([`\${P}:\${P}`, `eu-\${AWS::Region}:1\${AWS::AccountId}`, `\${AWS::Region}-1:\${AWS::AccountId}1`])(
    'of %s is nobody knows how far.',
    (place) => {
      expect(way(place, { own: NOWHERE })).toEqual([undefined, undefined]);
    },
  );
});

test('A nested stack is where its root is.', () => {
  const model = readFrom(
    {
      'app.json': {
        Resources: {
          Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: 'nested.json' } },
          Plan: copying([{ 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] }]),
        },
      },
      'nested.json': { Resources: { Vault: vault }, Outputs: { Arn: { Value: ARN } } },
    },
    [
      { kind: 'template', path: 'app.json' },
      { kind: 'template', path: 'nested.json' },
    ],
  );
  const [copy] = [...copiesOf(new CheckContext(model, APART.leaning(), 0))];
  expect(copy?.way).toEqual({ account: 'same', region: 'same' });
});
