import { type App, CfnParameter, Duration, Stack } from 'aws-cdk-lib';
import * as events from 'aws-cdk-lib/aws-events';
import {
  BackedUpBy,
  BackupPlan,
  BackupPlanRule,
  BackupVault,
  LockMode,
  LogicallyAirGappedBackupVault,
  ProtectionObjective,
  type ProtectionObjectiveProps,
  RequiredCopy,
  RestoreTestingPlan,
  RestoreTestingTarget,
} from 'cdk-strongroom';
import { describe, expect, test } from 'vitest';
import { addTable, ENV, missedIn, missesIn } from './ledger';
import { checkedApps } from './synth';

const { newApp } = checkedApps();

describe('what an objective asks for', () => {
  /** A table under a plan that copies to an air-gapped vault of another account, all of it tested. */
  function strong(props: ProtectionObjectiveProps, weak = false): App {
    const app = newApp();
    const elsewhere = new Stack(app, 'Elsewhere', { env: { account: '444455556666', region: 'eu-west-1' } });
    const sealed = new LogicallyAirGappedBackupVault(elsewhere, 'Sealed', {
      backupVaultName: 'sealed',
      minRetention: Duration.days(7),
      maxRetention: Duration.days(365),
    });
    const stack = new Stack(app, 'Ledger', { env: ENV });
    const vault = new BackupVault(stack, 'Vault', { backupVaultName: 'ledger' });
    const plan = new BackupPlan(stack, 'Plan', { backupVault: vault });
    plan.addRule(
      new BackupPlanRule({
        ruleName: 'daily',
        deleteAfter: Duration.days(weak ? 7 : 35),
        ...(!weak && { copyActions: [{ destinationBackupVault: sealed, deleteAfter: Duration.days(35) }] }),
      }),
    );
    addTable(stack, 'Orders').with(new BackedUpBy(plan));
    if (!weak) {
      const tests = new RestoreTestingPlan(stack, 'Tests', {
        scheduleExpression: events.Schedule.cron({ weekDay: 'SUN', hour: '3', minute: '0' }),
      });
      tests.addSelection('Tables', { target: RestoreTestingTarget.dynamoDb() });
    }
    new ProtectionObjective(stack, 'Gold', props);
    return app;
  }

  test.each<[string, ProtectionObjectiveProps, string]>([
    ['retention', { retention: Duration.days(30) }, 'objective-retention'],
    ['a copy in another Region', { copies: [RequiredCopy.inAnotherRegion()] }, 'objective-copy'],
    ['a copy in another account', { copies: [RequiredCopy.inAnotherAccount()] }, 'objective-copy'],
    ['one there in a Region', { copies: [RequiredCopy.inAnotherAccount('eu-west-1')] }, 'objective-copy'],
    ['one in both', { copies: [RequiredCopy.inAnotherAccountAndRegion()] }, 'objective-copy'],
    ['a copy in a Region', { copies: [RequiredCopy.inRegion('eu-west-1')] }, 'objective-copy'],
    ['a copy in an account', { copies: [RequiredCopy.inAccount('444455556666', 'eu-west-1')] }, 'objective-copy'],
    ['immutability', { immutable: LockMode.AIR_GAPPED }, 'objective-immutable'],
    ['safety from ransomware', { ransomwareProof: true }, 'objective-ransomware-proof'],
    ['restore tests', { restoreTested: true }, 'objective-restore-tested'],
  ])('%s', (_, props, rule) => {
    expect(missedIn(strong(props))).toEqual([]);
    expect(missedIn(strong(props, true))).toEqual([`error ${rule} Ledger/Orders/Resource`]);
  });

  test('restore tests from a vault by its name', () => {
    const app = strong({});
    const stack = app.node.findChild('Ledger') as Stack;
    const vault = stack.node.findChild('Vault') as BackupVault;
    new ProtectionObjective(stack, 'Tested', { restoreTestedFrom: vault });
    new ProtectionObjective(stack, 'Sealed', {
      restoreTestedFrom: BackupVault.fromBackupVaultName(stack, 'Other', 'other'),
    });
    expect(missesIn(app)).toEqual([
      "the objective 'Ledger/Sealed' is missed: no restore test restores it from the vault other",
    ]);
  });

  test('nothing, of a key, and all else, by the low-level vault of ours', () => {
    const app = strong({});
    const sealed = app.node.findChild('Elsewhere').node.findChild('Sealed') as LogicallyAirGappedBackupVault;
    new ProtectionObjective(app, 'Sealed', { restoreTestedFrom: sealed });
    expect(missesIn(app)).toEqual([
      "the objective 'Sealed' is missed: no restore test restores it from the vault sealed",
    ]);
  });
});

describe('goals that cannot be', () => {
  const stackOf = () => new Stack(newApp(), 'Ledger');

  test.each<[string, (stack: Stack) => ProtectionObjectiveProps, string]>([
    [
      'a retention that only deployment knows',
      (stack) => ({ retention: Duration.days(new CfnParameter(stack, 'Days', { type: 'Number' }).valueAsNumber) }),
      'Ledger/All: the retention is a token, which only deployment fills: give it in so many days',
    ],
    ['no retention at all', () => ({ retention: Duration.days(0) }), 'Ledger/All: the retention is 0 days'],
    ['half a day', () => ({ retention: Duration.hours(12) }), 'the retention is 0.5 days: give 1 to 36500 whole days'],
    ['more than a century', () => ({ retention: Duration.days(36501) }), 'the retention is 36501 days'],
    [
      'a vault of which nobody knows the name',
      (stack) => ({
        restoreTestedFrom: BackupVault.fromBackupVaultName(stack, 'V', new CfnParameter(stack, 'Name').valueAsString),
      }),
      'the name of the vault Ledger/V, from which restores are tested, is known to deployment alone',
    ],
    [
      'a vault, and no tests',
      (stack) => ({ restoreTested: false, restoreTestedFrom: new BackupVault(stack, 'Vault') }),
      'restoreTestedFrom names a vault, and restoreTested is false: leave out the one',
    ],
  ])('%s', (_, props, message) => {
    const stack = stackOf();
    expect(() => new ProtectionObjective(stack, 'All', props(stack))).toThrow(message);
  });

  test.each([
    [() => RequiredCopy.inRegion('Ireland'), 'the Region of a required copy is "Ireland": give a Region by its name'],
    [
      () => RequiredCopy.inAccount('1234'),
      'the account of a required copy is "1234": give the 12 digits of an account',
    ],
    [() => RequiredCopy.inAccount(new Stack().account), 'the account of a required copy is a token'],
    [() => RequiredCopy.inAnotherAccount(new Stack().region), 'the Region of a required copy is a token'],
  ])('a copy that is nowhere, %#', (make, message) => {
    expect(make).toThrow(message);
  });
});
