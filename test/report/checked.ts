import { check } from '../../src/check/check';
import type { CheckRule, Flaw } from '../../src/check/check-rule';
import type { CheckContext } from '../../src/check/context';
import type { CheckResult } from '../../src/check/finding';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import type { BackupModel } from '../../src/read/model';
import { Places } from '../../src/read/places';
import { readModel } from '../../src/read/read-model';

const SOURCE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html';

function rule(
  facts: Pick<CheckRule, 'id' | 'title' | 'severity' | 'scope'>,
  inspect: (context: CheckContext) => Iterable<Flaw>,
): CheckRule {
  return { why: 'What goes wrong is told here.', certainty: 'documented', source: SOURCE, ...facts, inspect };
}

/** Made-up rules, of each kind that reports tell apart. */
export const RULES: readonly CheckRule[] = [
  rule(
    { id: 'never-locked', title: 'Vaults have a lock', severity: 'error', scope: 'resource' },
    ({ model, leaning }) =>
      model.vaults.map((vault) => {
        leaning.value('cross-account-backup');
        return { at: vault, says: `vault '${vault.name}' has no lock`, fix: 'give it one' };
      }),
  ),
  rule({ id: 'short-lived', title: 'Points live long', severity: 'warning', scope: 'resource' }, ({ rules }) =>
    rules.map(({ plan, rule: { path } }) => ({
      at: plan,
      property: `${path}.Lifecycle.DeleteAfterDays`,
      says: 'points must be kept 30 days, got 7',
      fix: 'keep them longer,\nor 100 %: forever',
    })),
  ),
  rule({ id: 'never-tested', title: 'Apps test that they can be restored', severity: 'info', scope: 'app' }, () => [
    { says: 'nothing restores a point to see whether it works', fix: 'add a restore testing plan' },
  ]),
];

const MANIFEST = {
  artifacts: {
    Ledger: {
      type: 'aws:cloudformation:stack',
      properties: { templateFile: 'Ledger.template.json' },
      metadata: {
        '/Ledger/Plan/Resource': [
          {
            type: 'aws:cdk:logicalId',
            data: 'Plan',
            trace: ['new Plan (/app/node_modules/x.js:1:2)', 'main (/app/bin.ts:5:9)'],
          },
        ],
      },
    },
  },
};
const PLAN = {
  Type: 'AWS::Backup::BackupPlan',
  Properties: {
    BackupPlan: {
      BackupPlanName: 'nightly',
      BackupPlanRule: [{ RuleName: 'daily', TargetBackupVault: 'Default', Lifecycle: { DeleteAfterDays: 7 } }],
    },
  },
};
const HOSTILE = `Resources:
  Vault:
    Type: AWS::Backup::BackupVault
    Properties:
      BackupVaultName: "led\\e[31mger::error::\\u202e"
  Known:
    Type: AWS::Backup::BackupVault
    Metadata: { Strongroom: { acknowledge: { never-locked: the other account holds the lock } } }
    Properties: { BackupVaultName: known }
`;
const FILES: Readonly<Record<string, string>> = {
  'cdk.out/manifest.json': JSON.stringify(MANIFEST),
  'cdk.out/Ledger.template.json': JSON.stringify({ Resources: { Plan: PLAN } }, undefined, 1),
  'other stacks/100%,a:b.yaml': HOSTILE,
};

/** A result with findings of all kinds, and all that reports need. */
export interface CheckedExample {
  readonly model: BackupModel;
  readonly result: CheckResult;
  readonly places: Places;
}

/** Checks an app of two stacks, one of them with names that are meant to do harm. */
export function checkedExample(rules: readonly CheckRule[] = RULES): CheckedExample {
  const readText = (path: string) => FILES[path] ?? '';
  const model = readModel(
    [
      { kind: 'assembly', path: 'cdk.out' },
      { kind: 'template', path: 'other stacks/100%,a:b.yaml' },
    ],
    readText,
  );
  const result = check(model, { assumptions: Assumptions.DEFAULT, from: 0, rules });
  return { model, result, places: new Places(model, readText) };
}
