import { type App, CfnOutput, CfnParameter, type IPropertyInjector, PropertyInjectors, Stack } from 'aws-cdk-lib';
import type * as backup from 'aws-cdk-lib/aws-backup';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sns from 'aws-cdk-lib/aws-sns';
import { type BackupLibrary, type Program, type Site, same } from '../program';

/** A selection with a role that the program brings along. */
function withRole(role: (stack: Stack, app: App) => iam.IRole, restores = false) {
  return (lib: BackupLibrary, { app, stack }: Site): void => {
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    plan.addSelection('Selection', {
      resources: [lib.BackupResource.fromTag('stage', 'prod')],
      role: role(stack, app),
      allowRestores: restores,
    });
  };
}

const service = () => new iam.ServicePrincipal('backup.amazonaws.com');
const ARN = 'arn:aws:iam::123456789012:role/service/backup';

export const ROLES: readonly Program[] = [
  same(
    'a role of the program gets the managed policy',
    withRole((stack) => new iam.Role(stack, 'Role', { assumedBy: service() })),
  ),
  same(
    'a role of the program gets both managed policies',
    withRole((stack) => new iam.Role(stack, 'Role', { assumedBy: service() }), true),
  ),
  same(
    'a role that has the managed policy already is rendered as the official library does',
    withRole((stack) => {
      const managed = iam.ManagedPolicy.fromAwsManagedPolicyName('service-role/AWSBackupServiceRolePolicyForBackup');
      return new iam.Role(stack, 'Role', { assumedBy: service(), managedPolicies: [managed] });
    }),
  ),
  same(
    'a role that another service assumes is taken',
    withRole((stack) => new iam.Role(stack, 'Role', { assumedBy: new iam.AccountRootPrincipal() })),
  ),
  same(
    'an imported role keeps its policies, with a warning for each',
    withRole((stack) => iam.Role.fromRoleArn(stack, 'Role', ARN), true),
  ),
  same(
    'an imported role that is not mutable keeps its policies in silence',
    withRole((stack) => iam.Role.fromRoleArn(stack, 'Role', ARN, { mutable: false }), true),
  ),
  same(
    'a role imported by its name',
    withRole((stack) => iam.Role.fromRoleName(stack, 'Role', 'backup'), true),
  ),
  same(
    'a role imported by an ARN that only deployment knows',
    withRole((stack) => iam.Role.fromRoleArn(stack, 'Role', new CfnParameter(stack, 'Arn').valueAsString)),
  ),
  same(
    'a role of another stack',
    withRole((_stack, app) => new iam.Role(new Stack(app, 'Roles'), 'Role', { assumedBy: service() })),
  ),
  same(
    'a role without policy updates',
    withRole((stack) => new iam.Role(stack, 'Role', { assumedBy: service() }).withoutPolicyUpdates(), true),
  ),
  same(
    'a lazy role',
    withRole((stack) => new iam.LazyRole(stack, 'Role', { assumedBy: service() }), true),
  ),
  same(
    'an imported role of another account',
    withRole((stack) => iam.Role.fromRoleArn(stack, 'Role', ARN), true),
    {
      env: { account: '210987654321', region: 'us-east-1' },
    },
  ),
  same('a selection whose role is created beforehand', (lib, { stack }) => {
    iam.Role.customizeRoles(stack, { usePrecreatedRoles: { 'Stack/Plan/Selection/Role': 'prepared' } });
    lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', {
      resources: [lib.BackupResource.fromTag('stage', 'prod')],
      allowRestores: true,
    });
  }),
  same('a selection whose role is created beforehand, and by the app as well', (lib, { stack }) => {
    const usePrecreatedRoles = { 'Stack/Plan/Selection/Role': 'prepared' };
    iam.Role.customizeRoles(stack, { usePrecreatedRoles, preventSynthesis: false });
    lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', {
      resources: [lib.BackupResource.fromTag('stage', 'prod')],
    });
  }),
  same(
    'the ARN of the role of a selection is read in another account',
    (lib, { app, stack }) => {
      const named: IPropertyInjector = {
        constructUniqueId: iam.Role.PROPERTY_INJECTION_ID,
        inject: (props) => ({ ...props, roleName: 'backup-role' }),
      };
      PropertyInjectors.of(stack).add(named);
      const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
      const selection = plan.addSelection('Selection', { resources: [lib.BackupResource.fromTag('stage', 'prod')] });
      const { backupSelection } = selection.node.defaultChild as backup.CfnBackupSelection;
      const { iamRoleArn: value } = backupSelection as backup.CfnBackupSelection.BackupSelectionResourceTypeProperty;
      new CfnOutput(new Stack(app, 'Other', { env: { account: '210987654321', region: 'us-east-1' } }), 'Role', {
        value,
      });
    },
    { env: { account: '123456789012', region: 'us-east-1' } },
  ),
  same('roles have a permissions boundary where the stack asks for it', (lib, { stack }) => {
    iam.PermissionsBoundary.of(stack).apply(iam.ManagedPolicy.fromAwsManagedPolicyName('Boundary'));
    lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', {
      resources: [lib.BackupResource.fromTag('stage', 'prod')],
    });
  }),
  same('the role of a selection can be found by its path and changed', (lib, { stack }) => {
    const selection = lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', {
      resources: [lib.BackupResource.fromTag('stage', 'prod')],
    });
    const role = selection.node.findChild('Role');
    if (!(role instanceof iam.Role)) throw new Error('the role is not where the official library puts it');
    role.addManagedPolicy(iam.ManagedPolicy.fromAwsManagedPolicyName('AWSBackupServiceRolePolicyForS3Backup'));
    role.addToPolicy(new iam.PolicyStatement({ actions: ['kms:Decrypt'], resources: ['*'] }));
  }),
  ...[false, true].map((minimizePolicies) =>
    same(
      `the trust of the role of a selection is widened and repeated${minimizePolicies ? ', and policies are minimized' : ''}`,
      (lib, { stack }) => {
        const selection = lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', {
          resources: [lib.BackupResource.fromTag('stage', 'prod')],
        });
        const trust = (selection.node.findChild('Role') as iam.Role).assumeRolePolicy;
        for (const principals of [[service()], [service(), new iam.AccountRootPrincipal()]]) {
          trust?.addStatements(new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals }));
        }
        new iam.Role(stack, 'Trusting', { assumedBy: selection.grantPrincipal });
      },
      { context: { '@aws-cdk/aws-iam:minimizePolicies': minimizePolicies } },
    ),
  ),
  same('an injector narrows and widens whom the role of a selection trusts', (lib, { stack }) => {
    const narrowed: IPropertyInjector = {
      constructUniqueId: iam.Role.PROPERTY_INJECTION_ID,
      inject: (props: iam.RoleProps) => ({
        ...props,
        assumedBy: new iam.CompositePrincipal(
          (props.assumedBy as iam.PrincipalBase).withConditions({
            StringEquals: { 'aws:SourceAccount': '123456789012' },
          }),
          service(),
        ),
      }),
    };
    PropertyInjectors.of(stack).add(narrowed);
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    for (const id of ['First', 'Second']) {
      plan.addSelection(id, { resources: [lib.BackupResource.fromTag('stage', 'prod')] });
    }
  }),
  ...['cn-north-1', 'us-gov-west-1', 'us-iso-east-1', 'eu-isoe-west-1', 'xx-new-1'].map((region) =>
    same(
      `the role and the topic trust the same service in ${region}`,
      (lib, { stack }) => {
        new lib.BackupVault(stack, 'Vault', { notificationTopic: new sns.Topic(stack, 'Topic') });
        lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', {
          resources: [lib.BackupResource.fromTag('stage', 'prod')],
        });
      },
      { env: { account: '123456789012', region } },
    ),
  ),
  same('an injector collects whom roles trust, for one statement', (lib, { stack }) => {
    const principals: iam.IPrincipal[] = [];
    const collecting: IPropertyInjector = {
      constructUniqueId: iam.Role.PROPERTY_INJECTION_ID,
      inject: (props: iam.RoleProps) => {
        principals.push(props.assumedBy);
        return props;
      },
    };
    PropertyInjectors.of(stack).add(collecting);
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    for (const id of ['First', 'Second']) {
      plan.addSelection(id, { resources: [lib.BackupResource.fromTag('stage', 'prod')] });
    }
    new sns.Topic(stack, 'Topic').addToResourcePolicy(
      new iam.PolicyStatement({ actions: ['sns:Publish'], resources: ['*'], principals }),
    );
  }),
];
