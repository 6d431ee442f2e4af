import { CfnOutput, CfnParameter, Fn, Lazy, RemovalPolicies, RemovalPolicy, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import { bothReject, type Program, refused, same } from '../program';

const NAME = 'A vault name has 2 to 50 letters, digits, hyphens or underscores (API_CreateBackupVault).';
const NAME_PHRASE = 'Expected vault name to match pattern `^[a-zA-Z0-9-_]{2,50}$`';

export const VAULTS: readonly Program[] = [
  same('a vault without properties has a generated name and is retained', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault');
  }),
  same('a vault with empty properties is a vault without properties', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', {});
  }),
  same('a vault whose id is Resource hides that part of its path', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Resource');
  }),
  same('a vault whose id is Default hides that part of its path', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Default');
  }),
  same('two vaults keep the order in which they were made', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Second');
    new lib.BackupVault(stack, 'First');
  }),
  same('a vault has the name that it is given', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { backupVaultName: 'my_Vault-1' });
  }),
  same('a vault name may be as short as 2 characters', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { backupVaultName: 'ab' });
  }),
  same('a vault name may be as long as 50 characters', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { backupVaultName: 'v'.repeat(50) });
  }),
  same('an empty vault name counts as none', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { backupVaultName: '' });
  }),
  same('a vault name may be a parameter', (lib, { stack }) => {
    const name = new CfnParameter(stack, 'Name');
    new lib.BackupVault(stack, 'Vault', { backupVaultName: name.valueAsString });
  }),
  same('a vault name may be lazy', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { backupVaultName: Lazy.string({ produce: () => 'later' }) });
  }),
  same('a vault name may hold a token among letters that would be wrong without it', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { backupVaultName: `backups-${stack.region}` });
  }),
  same('a generated vault name of a long path loses its left part', (lib, { stack }) => {
    const outer = new Construct(stack, 'AVeryLongConstructIdThatIsNumberOne');
    new lib.BackupVault(outer, 'AnotherVeryLongConstructIdNumberTwo');
  }),
  same('a generated vault name of more than 240 characters is cut by the path first', (lib, { stack }) => {
    let scope: Construct = stack;
    for (let depth = 0; depth < 12; depth++) scope = new Construct(scope, `Level${depth}${'x'.repeat(25)}`);
    new lib.BackupVault(scope, 'Vault');
  }),
  same('a generated vault name leaves out what is no letter or digit in the path', (lib, { stack }) => {
    new lib.BackupVault(stack, 'my-vault_with.marks and spaces');
  }),
  same('a generated vault name starts with the name of the stack', (lib, { app }) => {
    new lib.BackupVault(new Stack(app, 'stack-with-hyphens'), 'Vault');
  }),
  bothReject('a vault name of 1 character is rejected', NAME_PHRASE, (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { backupVaultName: 'a' });
  }),
  bothReject('a vault name of 51 characters is rejected', NAME_PHRASE, (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { backupVaultName: 'v'.repeat(51) });
  }),
  bothReject('a vault name with a space is rejected', NAME_PHRASE, (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { backupVaultName: 'my vault' });
  }),
  bothReject('a vault name with a dot is rejected', NAME_PHRASE, (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { backupVaultName: 'my.vault' });
  }),
  refused('a generated vault name of 1 character is refused', 'vault-name', NAME, (lib, { app }) => {
    // Only a path that is a single hidden component short of nothing gets so short a name.
    new lib.BackupVault(new Stack(app, 'S'), 'Default');
  }),
  same('a vault has the key that it is given', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { encryptionKey: new kms.Key(stack, 'Key') });
  }),
  same('a vault takes an imported key', (lib, { stack }) => {
    const encryptionKey = kms.Key.fromKeyArn(stack, 'Key', 'arn:aws:kms:us-east-1:123456789012:key/1234');
    new lib.BackupVault(stack, 'Vault', { encryptionKey });
  }),
  same('a vault takes a low-level key', (lib, { stack }) => {
    const encryptionKey = new kms.CfnKey(stack, 'Key', { keyPolicy: { Version: '2012-10-17', Statement: [] } });
    new lib.BackupVault(stack, 'Vault', { encryptionKey });
  }),
  same('a vault takes an alias as its key', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { encryptionKey: kms.Alias.fromAliasName(stack, 'Alias', 'alias/backup') });
  }),
  same('a vault takes an alias of a key of the program', (lib, { stack }) => {
    const encryptionKey = new kms.Key(stack, 'Key').addAlias('backup');
    new lib.BackupVault(stack, 'Vault', { encryptionKey });
  }),
  same('a vault takes a key whose ARN is a parameter', (lib, { stack }) => {
    const arn = new CfnParameter(stack, 'KeyArn').valueAsString;
    new lib.BackupVault(stack, 'Vault', { encryptionKey: kms.Key.fromKeyArn(stack, 'Key', arn) });
  }),
  ...Object.values(RemovalPolicy).map((removalPolicy) =>
    same(`a vault has the removal policy ${removalPolicy}`, (lib, { stack }) => {
      new lib.BackupVault(stack, 'Vault', { removalPolicy });
    }),
  ),
  same('a removal policy can be applied after the vault was made', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault').applyRemovalPolicy(RemovalPolicy.DESTROY);
  }),
  same('a removal policy can be applied to all vaults of a scope', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault');
    lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    RemovalPolicies.of(stack).destroy();
  }),
  same('name and ARN of a vault are attributes of the resource', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    new CfnOutput(stack, 'Name', { value: vault.backupVaultName });
    new CfnOutput(stack, 'Arn', { value: vault.backupVaultArn });
    new CfnOutput(stack, 'RefName', { value: vault.backupVaultRef.backupVaultName });
    new CfnOutput(stack, 'RefArn', { value: vault.backupVaultRef.backupVaultArn });
    new CfnOutput(stack, 'Region', { value: vault.env.region });
    new CfnOutput(stack, 'Account', { value: vault.env.account });
    new CfnOutput(stack, 'Id', { value: Fn.join('/', [vault.stack.stackName, vault.node.path]) });
  }),
  same('the low-level vault is the default child, and its properties can be overridden', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    const resource = vault.node.defaultChild;
    if (!(resource instanceof lib.CfnBackupVault)) throw new Error('the default child is not the low-level vault');
    resource.addPropertyOverride('BackupVaultTags.team', 'storage');
    resource.overrideLogicalId('KeepMe');
    resource.cfnOptions.metadata = { reason: 'kept' };
  }),
  same('a vault can depend on other constructs, and others on it', (lib, { stack }) => {
    const key = new kms.Key(stack, 'Key');
    const vault = new lib.BackupVault(stack, 'Vault');
    vault.node.addDependency(key);
    new kms.Key(stack, 'Later').node.addDependency(vault);
  }),
  same(
    'paths of constructs are written to the template where the app asks for them',
    (lib, { stack }) => {
      lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', {
        resources: [lib.BackupResource.fromTag('stage', 'prod')],
      });
    },
    { context: { 'aws:cdk:enable-path-metadata': true } },
  ),
];
