import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explain } from '../../../src/service/errors/explain';
import { ERROR_FAMILIES } from '../../../src/service/errors/families';
import { ERROR_TEXTS } from './texts';

const REFUSED = 'Insufficient privileges to perform this action.';

function brief(text: string, about: readonly string[] = []): string[] {
  return explain({ text, about }).causes.map(({ id, sureness }) => `${id} (${sureness})`);
}

describe('an error', () => {
  test('has each cause that is possible where nothing tells them apart', () => {
    expect(brief(REFUSED)).toEqual([
      'vault-creation-denied (possible)',
      'not-there-or-denied (possible)',
      'restore-denied (possible)',
    ]);
  });

  test.each<[string, readonly string[], readonly string[]]>([
    [REFUSED, ['AWS::Backup::BackupVault', 'CREATE_FAILED'], ['vault-creation-denied (likely)']],
    [REFUSED, ['AWS::Backup::BackupVault', 'DELETE_FAILED'], ['change-denied (likely)']],
    [REFUSED, ['AWS::Backup::LogicallyAirGappedBackupVault', 'CREATE_FAILED'], ['vault-creation-denied (likely)']],
    [REFUSED, ['backup.amazonaws.com', 'StartRestoreJob'], ['restore-denied (likely)']],
    [REFUSED, ['backup.amazonaws.com', 'DescribeBackupVault'], ['not-there-or-denied (likely)']],
    [REFUSED, ['AWS::Backup::Framework', 'CREATE_FAILED'], ['framework-creation-denied (likely)']],
    ['Access denied', ['backup.amazonaws.com', 'CreateBackupSelection'], ['selection-creation-denied (likely)']],
    ['Access denied', ['sqs.amazonaws.com', 'CreateQueue'], []],
  ])('%s in %j', (text, about, causes) => {
    expect(brief(text, about)).toEqual(causes);
  });

  test('is known by its text, not by what is around it', () => {
    expect(brief('no', ['Backup vault with the same name already exists'])).toEqual([]);
  });

  test('has what IAM says first, and what else is likely after it', () => {
    const text =
      'Error: creating Backup Vault (ledger): AccessDeniedException: User: arn:aws:iam::111122223333:user/ann is not authorized to perform: kms:CreateGrant on resource: arn:aws:kms:eu-west-1:111122223333:key/1 because no resource-based policy allows the kms:CreateGrant action';
    expect(brief(text)).toEqual(['not-allowed-by-resource-policy (certain)', 'vault-creation-denied (likely)']);
    expect(explain({ text, about: [] }).causes[0]).toEqual({
      id: 'not-allowed-by-resource-policy',
      family: 'IAM',
      sureness: 'certain',
      says: 'no policy of the resource allows the action, or the resource is not there',
      actions: ['kms:CreateGrant'],
      principal: 'arn:aws:iam::111122223333:user/ann',
      resource: 'arn:aws:kms:eu-west-1:111122223333:key/1',
      fix: 'check that the resource is in this account and Region, and allow the caller the action in the policy of the resource: for kms actions in the key policy; kms:CreateGrant takes the key policy too: that must allow the caller, or leave it to IAM policies',
      source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/troubleshoot_access-denied.html',
    });
  });

  test('has the surest cause first', () => {
    expect(brief('MoveToColdStorageAfterDays is unavailable. Windows VSS Backup Job Error encountered')).toEqual([
      'vss-failed (certain)',
      'continuous-with-cold-storage (likely)',
    ]);
  });

  test('has what the text says more of first, of what is equally sure', () => {
    expect(
      brief(
        'Backup vault with the same name already exists. Both source and destination account must be a member of the same organization',
      ),
    ).toEqual(['copy-out-of-organization (certain)', 'vault-exists (certain)']);
    const role = 'arn:aws:iam::111122223333:role/aws-service-role/backup.amazonaws.com/AWSServiceRoleForBackup';
    expect(brief(`The provided role ${role} cannot be assumed by AWS Backup.`)).toEqual([
      'service-linked-role-missing (certain)',
      'role-not-assumable (certain)',
    ]);
  });

  test('has a handful of causes at most', () => {
    const all = ERROR_FAMILIES.flatMap(({ causes }) =>
      causes.flatMap(({ signs }) => signs.flatMap(({ texts }) => texts)),
    );
    expect(explain({ text: all.join('; '), about: [] }).causes).toHaveLength(4);
  });
});

describe('an error that is not known', () => {
  const PLACES: readonly (readonly [text: string, sources: readonly string[]])[] = [
    ['no', ['troubleshooting']],
    ['it was Forbidden', ['logging-using-cloudtrail', 'troubleshooting']],
    ['the job ended', ['backup-dashboards', 'troubleshooting']],
    ['Queue AWS::SQS::Queue UPDATE_FAILED', ['troubleshooting', 'troubleshooting']],
    [
      'UnauthorizedOperation. Encoded authorization failure message: abc',
      ['API_DecodeAuthorizationMessage', 'logging-using-cloudtrail', 'troubleshooting'],
    ],
  ];

  test.each(PLACES)('%s: is looked up in %j', (text, sources) => {
    const { causes, hints } = explain({ text, about: [] });
    expect(causes).toEqual([]);
    expect(hints.map(({ source }) => source.replace(/^.*\/(.*)\.html$/, '$1'))).toEqual(sources);
  });

  test('alone has places to look for it', () => {
    for (const { text, cause } of ERROR_TEXTS) {
      expect(explain({ text, about: [] }).hints.length > 0).toBe(cause === 'none');
    }
  });
});

describe('whatever the text is', () => {
  test('it is explained, and always in the same way', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 500 }),
        fc.array(fc.string(), { maxLength: 3 }),
        (text, about) => {
          const { causes, hints } = explain({ text, about });
          expect(causes.length > 0).toBe(hints.length === 0);
          expect(explain({ text, about })).toEqual({ causes, hints });
        },
      ),
    );
  });

  const MEGABYTE = 1_000_000;

  test.each<[string, string]>([
    ['letters', 'a'.repeat(MEGABYTE)],
    ['blanks', ' '.repeat(MEGABYTE)],
    ['backslashes', '\\'.repeat(MEGABYTE)],
    ['beginnings', 'backup vault'.repeat(MEGABYTE / 12)],
    ['almost a phrase', 'invalid arn: . expected region i'.repeat(MEGABYTE / 32)],
    ['almost what IAM says', 'User: x is not authorized to perform: '.repeat(MEGABYTE / 38)],
    ['a long action', `User: x is not authorized to perform: backup:${'A'.repeat(MEGABYTE)}`],
    [
      'a long name',
      `${'n'.repeat(MEGABYTE)} is not authorized to perform: backup:A on resource: ${'r'.repeat(MEGABYTE)}`,
    ],
    ['braces', '{"a":'.repeat(MEGABYTE / 5)],
  ])('a megabyte of %s takes no longer than its length', (_, text) => {
    const before = performance.now();
    const { causes, hints } = explain({ text, about: [] });
    expect(JSON.stringify({ causes, hints }).length).toBeLessThan(20_000);
    // Hundreds of times what it takes; a search that goes back and forth takes hours.
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});
