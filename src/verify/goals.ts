import { type Duration, Token } from 'aws-cdk-lib';
import { CfnBackupVault, CfnLogicallyAirGappedBackupVault } from 'aws-cdk-lib/aws-backup';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import type { Objective } from '../cover/objectives/objective';
import { LONGEST_RETENTION_DAYS } from '../service/lifecycle';
import { lowLevel } from './constructs';
import type { ProtectionGoals } from './protection-goals';

/** What is wrong with what was asked for. */
type Refuse = (message: string) => never;

/** What of an objective says what backups are good for, and not of which resources. */
export type Goals = Omit<Objective, 'name' | 'scope' | 'exceptions'>;

/** Goals as those know them who judge them. */
export function goalsOf(given: ProtectionGoals, refuse: Refuse): Goals {
  const { retention, copies = [], immutable, ransomwareProof, allowUnknown } = given;
  const restoreTested = testedIn(given, refuse);
  return {
    ...(retention && { retentionDays: daysOf(retention, refuse) }),
    ...(copies.length > 0 && { copies: copies.map(({ _goal }) => _goal) }),
    ...(immutable && { immutable }),
    ...(ransomwareProof && { ransomwareProof }),
    ...(restoreTested !== undefined && { restoreTested }),
    ...(allowUnknown && { allowUnknown }),
  };
}

function daysOf(retention: Duration, refuse: Refuse): number {
  if (retention.isUnresolved()) {
    refuse('the retention is a token, which only deployment fills: give it in so many days');
  }
  const days = retention.toDays({ integral: false });
  if (Number.isInteger(days) && days >= 1 && days <= LONGEST_RETENTION_DAYS) return days;
  return refuse(`the retention is ${days} days: give 1 to ${LONGEST_RETENTION_DAYS} whole days, or leave it out`);
}

function testedIn(
  { restoreTested, restoreTestedFrom }: ProtectionGoals,
  refuse: Refuse,
): Objective['restoreTested'] | undefined {
  if (!restoreTestedFrom) return restoreTested ? true : undefined;
  if (restoreTested === false) refuse('restoreTestedFrom names a vault, and restoreTested is false: leave out the one');
  const name = nameOf(restoreTestedFrom);
  return Token.isUnresolved(name)
    ? refuse(
        `the name of the vault ${restoreTestedFrom.node.path}, from which restores are tested, is known to deployment alone: ` +
          'give it a name, or import it by its name',
      )
    : name;
}

/** The name of a vault, which its low-level construct was given in so many words. */
function nameOf(vault: aws_backup.IBackupVaultRef): string {
  const declared: IConstruct | undefined = lowLevel(vault);
  const hasName = declared instanceof CfnBackupVault || declared instanceof CfnLogicallyAirGappedBackupVault;
  return hasName ? declared.backupVaultName : vault.backupVaultRef.backupVaultName;
}
