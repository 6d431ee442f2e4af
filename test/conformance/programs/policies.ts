import { CfnOutput, CfnParameter, Lazy, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { bothReject, type Program, refused, same } from '../program';

const ACTIONS = "The access policy of a vault doesn't take a wildcard in its actions (create-a-vault-access-policy).";
const WILDCARD_PHRASE = "AWS Backup access policies don't support a wildcard in the Action key";

function statement(...actions: string[]): iam.PolicyStatement {
  return new iam.PolicyStatement({
    effect: iam.Effect.DENY,
    principals: [new iam.AnyPrincipal()],
    actions: actions.length > 0 ? actions : ['backup:DeleteRecoveryPoint'],
    resources: ['*'],
  });
}

function role(scope: Stack): iam.Role {
  return new iam.Role(scope, 'Role', { assumedBy: new iam.AccountRootPrincipal() });
}

export const POLICIES: readonly Program[] = [
  same('a vault has the access policy that it is given', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { accessPolicy: new iam.PolicyDocument({ statements: [statement()] }) });
  }),
  same('a vault with an empty access policy has none', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { accessPolicy: new iam.PolicyDocument() });
  }),
  same('a statement can be added to a vault without an access policy', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault').addToAccessPolicy(statement());
  }),
  same('a statement can be added to a vault with an access policy', (lib, { stack }) => {
    const accessPolicy = new iam.PolicyDocument({ statements: [statement()] });
    const vault = new lib.BackupVault(stack, 'Vault', { accessPolicy });
    vault.addToAccessPolicy(statement('backup:StartCopyJob'));
  }),
  same('two vaults that share a policy document share what is added to one of them', (lib, { stack }) => {
    const accessPolicy = new iam.PolicyDocument();
    const vault = new lib.BackupVault(stack, 'First', { accessPolicy });
    new lib.BackupVault(stack, 'Second', { accessPolicy });
    vault.addToAccessPolicy(statement());
  }),
  same('a statement that is added to the document later reaches the vault', (lib, { stack }) => {
    const accessPolicy = new iam.PolicyDocument();
    new lib.BackupVault(stack, 'Vault', { accessPolicy });
    accessPolicy.addStatements(statement());
  }),
  same('a policy document gives its statements ids where it is asked to', (lib, { stack }) => {
    const accessPolicy = new iam.PolicyDocument({ assignSids: true, statements: [statement()] });
    new lib.BackupVault(stack, 'Vault', { accessPolicy, blockRecoveryPointDeletion: true });
  }),
  same('a minimized policy document merges its statements', (lib, { stack }) => {
    const accessPolicy = new iam.PolicyDocument({ minimize: true, statements: [statement()] });
    const vault = new lib.BackupVault(stack, 'Vault', { accessPolicy });
    vault.addToAccessPolicy(statement('backup:StartCopyJob'));
  }),
  same('the same statement twice stays as the document has it', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    vault.addToAccessPolicy(statement());
    vault.addToAccessPolicy(statement());
  }),
  same('the deny statement with user ids stands as written', (lib, { stack }) => {
    const deny = statement('backup:DeleteRecoveryPoint');
    deny.addCondition('StringNotLike', { 'aws:userId': ['user1', 'user2'] });
    new lib.BackupVault(stack, 'Vault').addToAccessPolicy(deny);
  }),
  same('another account may copy into a vault', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault').addToAccessPolicy(
      new iam.PolicyStatement({
        principals: [new iam.AccountPrincipal('210987654321')],
        actions: ['backup:CopyIntoBackupVault'],
        resources: ['*'],
      }),
    );
  }),
  same('a statement may name an action that is a token', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault').addToAccessPolicy(
      statement(Lazy.string({ produce: () => 'backup:StartCopyJob' })),
    );
  }),
  same('a statement may name a principal of the program', (lib, { stack }) => {
    const allow = new iam.PolicyStatement({
      principals: [role(stack)],
      actions: ['backup:CopyIntoBackupVault'],
      resources: ['*'],
    });
    new lib.BackupVault(stack, 'Vault').addToAccessPolicy(allow);
  }),
  same('the deletion of recovery points can be blocked by a property', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { blockRecoveryPointDeletion: true });
  }),
  same('a vault that does not block the deletion of recovery points has no policy', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { blockRecoveryPointDeletion: false });
  }),
  same('the deletion of recovery points can be blocked later', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault').blockRecoveryPointDeletion();
  }),
  same('blocking the deletion of recovery points twice says it twice', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault', { blockRecoveryPointDeletion: true }).blockRecoveryPointDeletion();
  }),
  same('blocking comes after the statements of the given policy and before those added later', (lib, { stack }) => {
    const accessPolicy = new iam.PolicyDocument({ statements: [statement('backup:StartCopyJob')] });
    const vault = new lib.BackupVault(stack, 'Vault', { accessPolicy, blockRecoveryPointDeletion: true });
    vault.addToAccessPolicy(statement('backup:CopyFromBackupVault'));
  }),
  same('a role is granted actions on a vault by its own policy', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault').grant(role(stack), 'backup:StartBackupJob', 'backup:ListTags');
  }),
  bothReject('a grant without actions is rejected', "must specify at least one 'action'", (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault').grant(role(stack));
  }),
  same('a grant can be put before another construct', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    vault.grant(role(stack), 'backup:StartBackupJob').applyBefore(new iam.User(stack, 'User'));
  }),
  same('a grant tells whether it worked', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    const granted = vault.grant(role(stack), 'backup:StartBackupJob');
    const dropped = vault.grant(new iam.ServicePrincipal('lambda.amazonaws.com'), 'backup:StartBackupJob');
    new CfnOutput(stack, 'Granted', { value: `${granted.success} ${dropped.success}` });
  }),
  same('an imported vault is granted to a role', (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultName(stack, 'Vault', 'elsewhere').grant(role(stack), 'backup:StartBackupJob');
  }),
  same('a vault is granted to a user and to a group', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    vault.grant(new iam.User(stack, 'User'), 'backup:StartBackupJob');
    vault.grant(new iam.Group(stack, 'Group'), 'backup:StartBackupJob');
  }),
  same('a vault is granted to an imported role', (lib, { stack }) => {
    const imported = iam.Role.fromRoleName(stack, 'Role', 'operator');
    new lib.BackupVault(stack, 'Vault').grant(imported, 'backup:StartBackupJob');
  }),
  same('a vault is granted to a role of another stack', (lib, { app, stack }) => {
    new lib.BackupVault(stack, 'Vault').grant(role(new Stack(app, 'Roles')), 'backup:StartBackupJob');
  }),
  bothReject('a grant with a wildcard is rejected', WILDCARD_PHRASE, (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault').grant(role(stack), 'backup:*');
  }),
  bothReject('a grant with a wildcard among other actions is rejected', WILDCARD_PHRASE, (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault').grant(role(stack), 'backup:StartBackupJob', 'backup:Delete*');
  }),
  bothReject('a grant with a wildcard on an imported vault is rejected', WILDCARD_PHRASE, (lib, { stack }) => {
    lib.BackupVault.fromBackupVaultName(stack, 'Vault', 'elsewhere').grant(role(stack), '*');
  }),
  refused('an added statement with a wildcard is refused', 'vault-policy-action', ACTIONS, (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault').addToAccessPolicy(statement('backup:*'));
  }),
  refused('a wildcard in the given policy is refused', 'vault-policy-action', ACTIONS, (lib, { stack }) => {
    const accessPolicy = new iam.PolicyDocument({ statements: [statement('backup:Delete*')] });
    new lib.BackupVault(stack, 'Vault', { accessPolicy });
  }),
  refused('a wildcard in a statement from JSON is refused', 'vault-policy-action', ACTIONS, (lib, { stack }) => {
    const accessPolicy = iam.PolicyDocument.fromJson({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 'backup:*', Resource: '*' }],
    });
    new lib.BackupVault(stack, 'Vault', { accessPolicy });
  }),
  same('a policy document from JSON with its actions in full is rendered', (lib, { stack }) => {
    const accessPolicy = iam.PolicyDocument.fromJson({
      Version: '2012-10-17',
      Statement: [{ Effect: 'Deny', Principal: '*', Action: 'backup:DeleteRecoveryPoint', Resource: '*' }],
    });
    new lib.BackupVault(stack, 'Vault', { accessPolicy });
  }),
  same('a statement with a parameter in its resources is rendered', (lib, { stack }) => {
    const target = new CfnParameter(stack, 'Target').valueAsString;
    const deny = new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: ['backup:DeleteRecoveryPoint'],
      resources: [target],
    });
    new lib.BackupVault(stack, 'Vault').addToAccessPolicy(deny);
  }),
];
