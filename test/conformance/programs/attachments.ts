import {
  Aspects,
  CfnResource,
  type IAspect,
  type InjectionContext,
  type IPropertyInjector,
  PropertyInjectors,
  RemovalPolicy,
  Stack,
  TagManager,
  Tags,
} from 'aws-cdk-lib';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct, type IConstruct } from 'constructs';
import { type BackupLibrary, type Program, refused, same } from '../program';

const selection = (lib: BackupLibrary) => ({ resources: [lib.BackupResource.fromTag('stage', 'prod')] });

function aspect(visit: (node: IConstruct) => void): IAspect {
  return { visit };
}

/** Puts properties under those that the program gives. */
class Defaults implements IPropertyInjector {
  constructor(
    readonly constructUniqueId: string,
    private readonly defaults: Record<string, unknown>,
  ) {}

  inject(originalProps: Record<string, unknown>, _context: InjectionContext): Record<string, unknown> {
    return { ...this.defaults, ...originalProps };
  }
}

const VAULT_ID = 'aws-cdk-lib.aws-backup.BackupVault';
const PLAN_ID = 'aws-cdk-lib.aws-backup.BackupPlan';
const SELECTION_ID = 'aws-cdk-lib.aws-backup.BackupSelection';

export const ATTACHMENTS: readonly Program[] = [
  same('tags of a stack reach vaults and plans', (lib, { stack }) => {
    Tags.of(stack).add('team', 'storage');
    lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', selection(lib));
  }),
  same('tags of a vault and of a plan stay apart', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    const plan = lib.BackupPlan.daily35DayRetention(stack, 'Plan', vault);
    Tags.of(vault).add('kind', 'vault');
    Tags.of(plan).add('kind', 'plan', { priority: 300 });
    Tags.of(stack).add('kind', 'stack');
  }),
  same('tags can be removed again', (lib, { stack }) => {
    const vault = new lib.BackupVault(stack, 'Vault');
    Tags.of(stack).add('team', 'storage');
    Tags.of(vault).remove('team');
  }),
  same('tags can be meant for vaults alone', (lib, { stack }) => {
    lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    Tags.of(stack).add('team', 'storage', { includeResourceTypes: ['AWS::Backup::BackupVault'] });
  }),
  same('stack tags reach vaults and plans', (lib, { app }) => {
    lib.BackupPlan.daily35DayRetention(new Stack(app, 'Stack', { tags: { team: 'storage' } }), 'Plan');
  }),
  same('an aspect changes low-level vaults', (lib, { stack }) => {
    lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    Aspects.of(stack).add(
      aspect((node) => {
        if (node instanceof lib.CfnBackupVault) node.addPropertyOverride('BackupVaultTags.seen', 'yes');
      }),
    );
  }),
  same('an aspect tags low-level plans through their tag manager', (lib, { stack }) => {
    lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    Aspects.of(stack).add(
      aspect((node) => {
        if (node instanceof lib.CfnBackupPlan) TagManager.of(node)?.setTag('seen', 'yes');
      }),
    );
  }),
  same('an aspect finds vaults by their class and blocks deletion', (lib, { stack }) => {
    lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    Aspects.of(stack).add(
      aspect((node) => {
        if (node instanceof lib.BackupVault) node.blockRecoveryPointDeletion();
      }),
    );
  }),
  same('an aspect finds plans by their class and adds a rule', (lib, { stack }) => {
    lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    Aspects.of(stack).add(
      aspect((node) => {
        if (node instanceof lib.BackupPlan) node.addRule(lib.BackupPlanRule.monthly1Year());
      }),
    );
  }),
  same('an aspect adds a selection to a plan', (lib, { stack }) => {
    lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    Aspects.of(stack).add(
      aspect((node) => {
        if (node instanceof lib.BackupPlan && node.node.tryFindChild('Late') === undefined) {
          node.addSelection('Late', selection(lib));
        }
      }),
    );
  }),
  same('an aspect visits the same constructs in the same order', (lib, { stack }) => {
    const paths: string[] = [];
    lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', selection(lib));
    Aspects.of(stack).add(aspect((node) => void paths.push(node.node.path)));
    const last = new CfnResource(stack, 'Last', { type: 'Test::Last' });
    Aspects.of(last).add(
      aspect(() => last.addPropertyOverride('Paths', paths)),
      { priority: 900 },
    );
  }),
  same('an aspect applies a removal policy to vaults', (lib, { stack }) => {
    new lib.BackupVault(stack, 'Vault');
    Aspects.of(stack).add(
      aspect((node) => {
        if (node instanceof lib.BackupVault) node.applyRemovalPolicy(RemovalPolicy.DESTROY);
      }),
    );
  }),
  same('a property injector gives vaults their defaults', (lib, { stack }) => {
    PropertyInjectors.of(stack).add(new Defaults(VAULT_ID, { blockRecoveryPointDeletion: true }));
    new lib.BackupVault(stack, 'Vault');
    new lib.BackupVault(stack, 'Other', { blockRecoveryPointDeletion: false });
  }),
  same('a property injector reaches the vault that a plan makes', (lib, { stack }) => {
    PropertyInjectors.of(stack).add(new Defaults(VAULT_ID, { removalPolicy: RemovalPolicy.DESTROY }));
    lib.BackupPlan.daily35DayRetention(stack, 'Plan');
  }),
  same('a property injector gives plans their defaults', (lib, { app, stack }) => {
    PropertyInjectors.of(app).add(new Defaults(PLAN_ID, { windowsVss: true }));
    lib.BackupPlan.daily35DayRetention(stack, 'Plan');
  }),
  same('a property injector gives plans a vault', (lib, { stack }) => {
    const backupVault = new lib.BackupVault(stack, 'Vault');
    PropertyInjectors.of(stack).add(new Defaults(PLAN_ID, { backupVault }));
    new lib.BackupPlan(stack, 'Plan', { backupPlanRules: [lib.BackupPlanRule.daily()] });
  }),
  same('a property injector gives selections their defaults', (lib, { stack }) => {
    PropertyInjectors.of(stack).add(new Defaults(SELECTION_ID, { allowRestores: true }));
    lib.BackupPlan.daily35DayRetention(stack, 'Plan').addSelection('Selection', selection(lib));
  }),
  same('the ids of property injection are those of the official library', (lib, { stack }) => {
    const ids = [lib.BackupVault, lib.BackupPlan, lib.BackupSelection].map((type) => type.PROPERTY_INJECTION_ID);
    new CfnResource(stack, 'Ids', { type: 'Test::Ids', properties: { ids } });
  }),
  refused(
    'a name that a property injector gives is judged as if the program had given it',
    'plan-name',
    'A plan name has 1 to 50 letters, digits, hyphens, underscores or dots (API_BackupPlanInput).',
    (lib, { stack }) => {
      PropertyInjectors.of(stack).add(new Defaults(PLAN_ID, { backupPlanName: 'my plan' }));
      lib.BackupPlan.daily35DayRetention(stack, 'Plan');
    },
  ),
  same('a vault can be subclassed', (lib, { stack }) => {
    class GuardedVault extends lib.BackupVault {
      constructor(scope: Construct, id: string) {
        super(scope, id, { notificationTopic: new sns.Topic(scope, `${id}Topic`) });
        this.blockRecoveryPointDeletion();
      }
    }
    new GuardedVault(stack, 'Vault');
  }),
  same('a plan can be subclassed', (lib, { stack }) => {
    class NightlyPlan extends lib.BackupPlan {
      constructor(scope: Construct, id: string) {
        super(scope, id, { windowsVss: true });
        this.addRule(lib.BackupPlanRule.daily());
      }
    }
    new NightlyPlan(stack, 'Plan').addSelection('Selection', selection(lib));
  }),
  same('children of a vault, a plan and a selection have the ids of the official library', (lib, { stack }) => {
    const scope = new Construct(stack, 'Scope');
    lib.BackupPlan.daily35DayRetention(scope, 'Plan').addSelection('Selection', selection(lib));
    const paths = scope.node.findAll().map(({ node }) => node.path);
    new CfnResource(stack, 'Paths', { type: 'Test::Paths', properties: { paths } });
  }),
  same('names of the enums and their values are those of the official library', (lib, { stack }) => {
    const properties = { events: lib.BackupVaultEvents, operations: lib.TagOperation };
    new CfnResource(stack, 'Enums', { type: 'Test::Enums', properties });
  }),
];
