import { CfnParameter, Tags } from 'aws-cdk-lib';
import { BackupResource, BackupResourceType, BackupVault, LegalHold, type LegalHoldProps } from 'cdk-strongroom';
import { describe, expect, it } from 'vitest';
import { newStack, onlyResource, thrown, warningsOf } from './app';
import { stackWithInjected } from './injection';

const HOLD = 'AWS::Backup::LegalHold';
const CASE: LegalHoldProps = {
  createdFrom: new Date('2025-01-01T00:00:00Z'),
  createdTo: new Date('2025-12-31T23:59:59.999Z'),
  description: 'Asked for',
  title: 'Case 17',
};

describe('a legal hold', () => {
  it('renders every property, by vault', () => {
    const stack = newStack();
    const vault = BackupVault.fromBackupVaultName(stack, 'Vault', 'mine');
    const hold = new LegalHold(stack, 'Hold', { ...CASE, tags: { team: 'legal' }, vaults: [vault] });
    Tags.of(hold).add('stage', 'prod');
    expect(onlyResource(stack, HOLD)).toEqual({
      Description: 'Asked for',
      RecoveryPointSelection: {
        DateRange: { FromDate: '2025-01-01T00:00:00Z', ToDate: '2025-12-31T23:59:59.999Z' },
        VaultNames: ['mine'],
      },
      Tags: [
        { Key: 'stage', Value: 'prod' },
        { Key: 'team', Value: 'legal' },
      ],
      Title: 'Case 17',
    });
    expect(warningsOf(stack)).toEqual([]);
    const logicalId = stack.resolve(hold.legalHoldRef.legalHoldArn).Ref;
    expect(stack.resolve([hold.legalHoldArn, hold.legalHoldId, hold.status, hold.creationDate])).toEqual(
      ['Arn', 'LegalHoldId', 'Status', 'CreationDate'].map((name) => ({ 'Fn::GetAtt': [logicalId, name] })),
    );
  });

  it('renders every property, by resource', () => {
    const stack = newStack();
    new LegalHold(stack, 'Hold', { ...CASE, resources: [BackupResource.fromArn('arn:1')] });
    expect(onlyResource(stack, HOLD).RecoveryPointSelection).toMatchObject({ ResourceIdentifiers: ['arn:1'] });
  });

  it('chooses by neither where it is told neither', () => {
    const stack = newStack();
    new LegalHold(stack, 'Hold', CASE);
    expect(Object.keys(onlyResource(stack, HOLD).RecoveryPointSelection as object)).toEqual(['DateRange']);
  });

  it('refuses a long description, and a tag for a resource', () => {
    const long = { ...CASE, description: 'x'.repeat(281) };
    expect(thrown(() => new LegalHold(newStack(), 'Hold', long))).toMatch(
      /^Stack\/Hold: .*\[Strongroom::legal-hold-description\]$/,
    );
    const tagged = { ...CASE, resources: [BackupResource.fromTag('a', 'b')] };
    expect(thrown(() => new LegalHold(newStack(), 'Hold', tagged))).toBe(
      'Stack/Hold: a legal hold names resources by their ARNs, not by tags',
    );
  });

  it('warns of both ways at once, and of a range that ends before it begins', () => {
    const stack = newStack();
    const { createdFrom, createdTo } = CASE;
    new LegalHold(stack, 'Hold', {
      ...CASE,
      createdFrom: createdTo,
      createdTo: createdFrom,
      resources: [BackupResource.fromArn('arn:1')],
      vaults: [BackupVault.fromBackupVaultName(stack, 'Vault', 'mine')],
    });
    expect(warningsOf(stack).map((text) => text.match(/Strongroom::[\w-]+/)?.[0])).toEqual([
      'Strongroom::legal-hold-selection',
      'Strongroom::legal-hold-range',
    ]);
  });

  it('warns of patterns, each by its place', () => {
    const stack = newStack();
    const { DYNAMODB_TABLE } = BackupResourceType;
    const { everything, fromArn, ofType } = BackupResource;
    const token = new CfnParameter(stack, 'Arn').valueAsString;
    new LegalHold(stack, 'Hold', {
      ...CASE,
      resources: [fromArn('arn:1'), ofType(DYNAMODB_TABLE), fromArn(token), everything()],
    });
    expect(warningsOf(stack)).toEqual(
      [1, 3].map((index) =>
        expect.stringMatching(
          new RegExp(
            `^/Stack/Hold: resources\\[${index}\\]: a legal hold names .*\\[ack: Strongroom::legal-hold-wildcard\\]$`,
          ),
        ),
      ),
    );
  });

  it('leaves alone what only deployment knows', () => {
    const stack = newStack();
    new LegalHold(stack, 'Hold', { ...CASE, description: new CfnParameter(stack, 'Text').valueAsString });
    expect(onlyResource(stack, HOLD).Description).toEqual({ Ref: 'Text' });
  });

  it('is known to property injectors', () => {
    const stack = stackWithInjected('cdk-strongroom.LegalHold', { title: 'injected' });
    new LegalHold(stack, 'Hold', CASE);
    expect(onlyResource(stack, HOLD).Title).toBe('injected');
  });
});
