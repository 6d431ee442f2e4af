import { describe, expect, test } from 'vitest';
import { declaredText } from '../../src/report/declared-text';
import { readTemplate } from '../read/reading';

function page(resources: object): string {
  const template = { Parameters: { Stage: { Type: 'String' } }, Resources: resources };
  return declaredText(readTemplate(template), { width: 100, colour: false }, 0);
}

const byStage = (one: unknown, other: unknown) => ({ 'Fn::If': ['IsProd', one, other] });
const plan = (rule: object) => ({
  Plan: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: { BackupPlanRule: [rule] } } },
});

describe('what hangs on a condition', () => {
  test.each<[string, object, string]>([
    [
      'a number',
      plan({ Lifecycle: { DeleteAfterDays: byStage(35, 7) } }),
      'kept 35 (or 7, by the condition IsProd) days',
    ],
    [
      'a name that is there or not',
      {
        V: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: byStage('a', { Ref: 'AWS::NoValue' }) } },
      },
      'Vault a (or none, by the condition IsProd)',
    ],
    [
      'a text of which one is unknown',
      { V: { Type: 'AWS::Backup::BackupVault', Properties: { BackupVaultName: byStage('a', { Ref: 'Stage' }) } } },
      `Vault a (or \${Stage}, by the condition IsProd)`,
    ],
    [
      'a copy',
      plan({ CopyActions: [byStage({ DestinationBackupVaultArn: 'x' }, { Ref: 'AWS::NoValue' })] }),
      'copied to vault x, kept as long as the original, where IsProd holds',
    ],
    [
      'a resource that is selected where the condition does not hold',
      {
        S: {
          Type: 'AWS::Backup::BackupSelection',
          Properties: { BackupSelection: { Resources: [byStage({ Ref: 'AWS::NoValue' }, 'arn:aws:s3:::a')] } },
        },
      },
      'arn:aws:s3:::a, where IsProd does not hold',
    ],
  ])('is told with the condition: %s', (_, resources, words) => {
    expect(page(resources).replaceAll(/\s+/g, ' ')).toContain(words);
  });

  test('a selection without a plan says so', () => {
    const selection = { Type: 'AWS::Backup::BackupSelection', Properties: { BackupSelection: {} } };
    expect(page({ S: selection })).toMatch(/of plan {2}none/);
  });
});
