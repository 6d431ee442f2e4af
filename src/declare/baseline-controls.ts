import { Duration, Stack, Token } from 'aws-cdk-lib';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { FrameworkControl } from './framework-control';

/** What the rest of a baseline promises, to be evaluated by its framework. */
export interface Promises {
  /** The shortest retention of the rules, if it is known. */
  readonly shortestRetention: number | undefined;
  /** Whether there is a daily rule: that is known of the default ones only. */
  readonly daily: boolean;
  readonly locked: boolean;
  readonly airGapped: boolean;
  readonly copyVaults: readonly aws_backup.IBackupVaultRef[];
}

/** The controls of a baseline where none are given. */
export function defaultControls(baseline: IConstruct, promises: Promises): FrameworkControl[] {
  const { shortestRetention, daily, locked, airGapped, copyVaults } = promises;
  const requiredRetention = shortestRetention === undefined ? undefined : Duration.days(shortestRetention);
  // A daily job may start eight hours late and takes its time: two days. Other rules run once a month at the least.
  const [frequency, age] = daily ? [Duration.days(1), Duration.days(2)] : [Duration.days(31), Duration.days(31)];
  const { account, region } = Stack.of(baseline);
  const regions = othersOf(copyVaults, region, ({ env }) => env.region);
  const accounts = othersOf(copyVaults, account, ({ env }) => env.account);
  return [
    FrameworkControl.resourcesInBackupPlan(),
    FrameworkControl.planFrequencyAndRetention({ requiredFrequency: frequency, requiredRetention }),
    FrameworkControl.recoveryPointRetention({ requiredRetention }),
    FrameworkControl.recoveryPointsEncrypted(),
    FrameworkControl.lastRecoveryPoint({ maxAge: age }),
    ...(locked ? [FrameworkControl.vaultLock()] : []),
    // AWS recommends a week at least, since copies follow the backups and take their time.
    ...(airGapped
      ? [FrameworkControl.resourcesInLogicallyAirGappedVault({ maxAge: Duration.days(daily ? 7 : 38) })]
      : []),
    ...(regions.length > 0 ? [FrameworkControl.crossRegionCopy({ regions })] : []),
    ...(accounts.length > 0 ? [FrameworkControl.crossAccountCopy({ accounts })] : []),
  ];
}

/** Where vaults are, other than here; what only deployment knows is left out, since it may be here. */
function othersOf(
  vaults: readonly aws_backup.IBackupVaultRef[],
  here: string,
  of: (vault: aws_backup.IBackupVaultRef) => string,
): string[] {
  if (Token.isUnresolved(here)) return [];
  return [...new Set(vaults.map(of))].filter((there) => !Token.isUnresolved(there) && there !== here);
}
