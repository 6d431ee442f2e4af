import type { App } from 'aws-cdk-lib';
import { EncryptedVault } from './encrypted-vault';
import { FileSystemBackup } from './file-system-backup';
import { ImportedVault } from './imported-vault';
import { LowLevelFileSystemBackup } from './low-level-file-system-backup';
import { ReadyMadePlans } from './ready-made-plans';
import { PointInTimeRestore, ReadyMadeRules, RuleWithWindows } from './rules';
import { Selection } from './selection';
import { AddedPolicyStatement, BlockedDeletion, DeletionByFewUsers } from './vault-policies';
import { VaultsForPlanAndRule } from './vaults-for-plan-and-rule';
import { WindowsVss } from './windows-vss';

/** Adds a stack for each program of the documents. None of them names an account or a Region. */
export function addDocumentStacks(app: App): void {
  // The blog: a file system, first as it was done then, then as it is done now.
  new LowLevelFileSystemBackup(app, 'LowLevelFileSystemBackup', { siteName: 'ExampleSite' });
  new FileSystemBackup(app, 'FileSystemBackup');

  // The package's documentation: plans and selections …
  new ReadyMadePlans(app, 'ReadyMadePlans');
  new Selection(app, 'Selection');
  new RuleWithWindows(app, 'RuleWithWindows');
  new PointInTimeRestore(app, 'PointInTimeRestore');
  new ReadyMadeRules(app, 'ReadyMadeRules');
  new VaultsForPlanAndRule(app, 'VaultsForPlanAndRule');
  new WindowsVss(app, 'WindowsVss');

  // … and vaults.
  new EncryptedVault(app, 'EncryptedVault');
  new DeletionByFewUsers(app, 'DeletionByFewUsers');
  new AddedPolicyStatement(app, 'AddedPolicyStatement');
  new BlockedDeletion(app, 'BlockedDeletion');
  new ImportedVault(app, 'ImportedVault');
}
