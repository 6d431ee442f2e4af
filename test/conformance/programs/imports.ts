import { CfnOutput, CfnParameter, Fn, Lazy, type Stack } from 'aws-cdk-lib';
import type * as official from 'aws-cdk-lib/aws-backup';
import { bothReject, type Program, refused, same } from '../program';

const ARN_RULE =
  'The ARN of a vault is arn:<partition>:backup:<region>:<account>:backup-vault:<name> (API_BackupVaultListMember).';
const NAME = 'A vault name has 2 to 50 letters, digits, hyphens or underscores (API_CreateBackupVault).';
const ARN = 'arn:aws:backup:eu-west-1:210987654321:backup-vault:elsewhere';

/** Everything that an import tells, in outputs. */
function tell(stack: Stack, vault: official.IBackupVault): void {
  new CfnOutput(stack, 'Name', { value: vault.backupVaultName });
  new CfnOutput(stack, 'Arn', { value: vault.backupVaultArn });
  new CfnOutput(stack, 'RefName', { value: vault.backupVaultRef.backupVaultName });
  new CfnOutput(stack, 'RefArn', { value: vault.backupVaultRef.backupVaultArn });
  new CfnOutput(stack, 'Region', { value: vault.env.region });
  new CfnOutput(stack, 'Account', { value: vault.env.account });
}

export const IMPORTS: readonly Program[] = [
  same('a vault by its name is in the environment of the stack', (lib, { stack }) => {
    tell(stack, lib.BackupVault.fromBackupVaultName(stack, 'Vault', 'elsewhere'));
  }),
  same(
    'a vault by its name is in the account and Region that the stack knows',
    (lib, { stack }) => {
      tell(stack, lib.BackupVault.fromBackupVaultName(stack, 'Vault', 'elsewhere'));
    },
    { env: { account: '123456789012', region: 'cn-north-1' } },
  ),
  same('a vault by a name that only deployment knows', (lib, { stack }) => {
    tell(stack, lib.BackupVault.fromBackupVaultName(stack, 'Vault', new CfnParameter(stack, 'Given').valueAsString));
  }),
  same('a vault by its ARN is in the environment that the ARN tells', (lib, { stack }) => {
    tell(stack, lib.BackupVault.fromBackupVaultArn(stack, 'Vault', ARN));
  }),
  same('a vault by its ARN in another partition', (lib, { stack }) => {
    tell(stack, lib.BackupVault.fromBackupVaultArn(stack, 'Vault', ARN.replace('aws', 'aws-us-gov')));
  }),
  same('a vault by an ARN that only deployment knows', (lib, { stack }) => {
    tell(stack, lib.BackupVault.fromBackupVaultArn(stack, 'Vault', new CfnParameter(stack, 'Given').valueAsString));
  }),
  same('a vault by an ARN that another stack exports', (lib, { stack }) => {
    tell(stack, lib.BackupVault.fromBackupVaultArn(stack, 'Vault', Fn.importValue('vault')));
  }),
  same('a vault by an ARN that is lazy', (lib, { stack }) => {
    tell(stack, lib.BackupVault.fromBackupVaultArn(stack, 'Vault', Lazy.string({ produce: () => ARN })));
  }),
  same('a vault by an ARN with tokens in it', (lib, { stack }) => {
    const arn = `arn:aws:backup:${stack.region}:${stack.account}:backup-vault:elsewhere`;
    tell(stack, lib.BackupVault.fromBackupVaultArn(stack, 'Vault', arn));
  }),
  same('a plan backs up into an imported vault', (lib, { stack }) => {
    const backupVault = lib.BackupVault.fromBackupVaultName(stack, 'Vault', 'elsewhere');
    const plan = new lib.BackupPlan(stack, 'Plan', { backupVault, backupPlanRules: [lib.BackupPlanRule.daily()] });
    tell(stack, plan.backupVault);
  }),
  same('an imported vault makes no resource', (lib, { stack }) => {
    const vault = lib.BackupVault.fromBackupVaultArn(stack, 'Vault', ARN);
    new CfnOutput(stack, 'Children', { value: `${vault.node.children.length} ${vault.node.path}` });
  }),
  bothReject(
    'a string that is no ARN is rejected',
    'ARNs must start with "arn:" and have at least 6 components: foo',
    (lib, { stack }) => {
      lib.BackupVault.fromBackupVaultArn(stack, 'Vault', 'foo');
    },
  ),
  bothReject('an ARN with a slash before the name is rejected', 'has the wrong format', (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultArn(stack, 'Vault', 'arn:aws:backup:eu-west-1:210987654321:backup-vault/elsewhere');
  }),
  bothReject('an ARN without a name is rejected', 'has the wrong format', (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultArn(stack, 'Vault', 'arn:aws:backup:eu-west-1:210987654321:backup-vault');
  }),
  bothReject('an ARN with an empty name is rejected', 'does not have a resource name', (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultArn(stack, 'Vault', 'arn:aws:backup:eu-west-1:210987654321:backup-vault:');
  }),
  bothReject('an empty ARN is rejected', 'ARNs must start with "arn:"', (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultArn(stack, 'Vault', '');
  }),
  bothReject('an empty name is rejected', 'does not have a resource name', (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultName(stack, 'Vault', '');
  }),
  refused('the ARN of a bucket is refused', 'vault-arn', ARN_RULE, (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultArn(stack, 'Vault', 'arn:aws:s3:eu-west-1:210987654321:backup-vault:elsewhere');
  }),
  refused('the ARN of a plan is refused', 'vault-arn', ARN_RULE, (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultArn(stack, 'Vault', 'arn:aws:backup:eu-west-1:210987654321:backup-plan:elsewhere');
  }),
  refused('a name with a space is refused', 'existing-vault-name', NAME, (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultName(stack, 'Vault', 'bad name');
  }),
  refused('a name of 51 characters is refused', 'existing-vault-name', NAME, (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultName(stack, 'Vault', 'v'.repeat(51));
  }),
  same('a plan by its id', (lib, { stack }) => {
    const plan = lib.BackupPlan.fromBackupPlanId(stack, 'Plan', '0123-4567');
    new CfnOutput(stack, 'Id', { value: plan.backupPlanId });
    new CfnOutput(stack, 'RefId', { value: plan.backupPlanRef.backupPlanId });
    new CfnOutput(stack, 'RefArn', { value: plan.backupPlanRef.backupPlanArn });
  }),
  same('a plan by an id that only deployment knows', (lib, { stack }) => {
    const plan = lib.BackupPlan.fromBackupPlanId(stack, 'Plan', new CfnParameter(stack, 'Given').valueAsString);
    new CfnOutput(stack, 'RefArn', { value: plan.backupPlanRef.backupPlanArn });
  }),
  same('an imported plan gets a selection', (lib, { stack }) => {
    const backupPlan = lib.BackupPlan.fromBackupPlanId(stack, 'Plan', '0123-4567');
    const resources = [lib.BackupResource.fromTag('stage', 'prod')];
    new lib.BackupSelection(stack, 'Selection', { backupPlan, resources });
  }),
];
