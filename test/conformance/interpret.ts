import {
  type App,
  CfnOutput,
  CfnParameter,
  Duration,
  Lazy,
  NestedStack,
  RemovalPolicy,
  Stack,
  Stage,
  TimeZone,
} from 'aws-cdk-lib';
import type * as official from 'aws-cdk-lib/aws-backup';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as events from 'aws-cdk-lib/aws-events';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as rds from 'aws-cdk-lib/aws-rds';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import {
  type Beside,
  type Description,
  isWritten,
  type Lifecycle,
  type ResourceDescription,
  type RuleDescription,
  type SelectionDescription,
  type Span,
  type Text,
  type TopicDescription,
  type VaultDescription,
  type WrittenRule,
} from './description';
import { type BackupLibrary, type Program, same } from './program';

export const ACCOUNT = '123456789012';
export const OTHER_ACCOUNT = '210987654321';
const REGION = 'eu-west-1';
const ELSEWHERE = `arn:aws:backup:us-east-1:${OTHER_ACCOUNT}:backup-vault:elsewhere`;

const REMOVALS = {
  destroy: RemovalPolicy.DESTROY,
  retain: RemovalPolicy.RETAIN,
  'retain-on-update-or-delete': RemovalPolicy.RETAIN_ON_UPDATE_OR_DELETE,
} as const;

/** The program that a description describes. */
export function interpret(description: Description): Program {
  const context = Object.fromEntries(description.flags.map((flag) => [flag, true]));
  const build: Program['build'] = (lib, { app }) => new Interpreter(lib, app, description).run();
  return same('generated', build, { context });
}

/** Builds one description; what is made on the way has ids that count up. */
class Interpreter {
  private readonly root: App | Stage;
  private readonly env: { account: string; region: string } | undefined;
  private readonly here: Stack;
  private readonly others = new Map<string, Stack>();
  /** Where parameters are made: in the stack that uses them, or stacks would depend on each other in a circle. */
  private at: Stack;
  private count = 0;

  constructor(
    private readonly lib: BackupLibrary,
    app: App,
    private readonly description: Description,
  ) {
    const { place, known } = description;
    this.env = known ? { account: ACCOUNT, region: REGION } : undefined;
    this.root = place.endsWith('stage') ? new Stage(app, 'Stage') : app;
    const stack = new Stack(this.root, 'Stack', { env: this.env });
    this.here = place.startsWith('nested') ? new NestedStack(stack, 'Nested') : stack;
    this.at = this.here;
  }

  run(): void {
    const { plan, selections } = this.description;
    const backupVault = this.vault();
    const rules = plan.rules.map((rule) => this.rule(rule));
    const early = rules.length - plan.later;
    const made = new this.lib.BackupPlan(this.here, plan.id, {
      backupPlanName: this.text(plan.name),
      windowsVss: plan.windowsVss,
      backupVault,
      backupPlanRules: rules.slice(0, early),
    });
    for (const rule of rules.slice(early)) made.addRule(rule);
    for (const selection of selections) this.selection(made, selection);
    new CfnOutput(this.here, 'Version', { value: made.versionId });
  }

  private vault(): official.BackupVault | official.CfnBackupVault | official.IBackupVault | undefined {
    const { vault } = this.description;
    const { BackupVault, CfnBackupVault } = this.lib;
    switch (vault.kind) {
      case 'made by the plan':
        return undefined;
      case 'low-level':
        return new CfnBackupVault(this.here, 'Vault', { backupVaultName: 'low-level' });
      case 'imported by name':
        return BackupVault.fromBackupVaultName(this.here, 'Vault', this.known(vault.name));
      case 'imported by ARN':
        return BackupVault.fromBackupVaultArn(this.here, 'Vault', this.known(vault.arn));
      case 'declared':
        return this.declared(vault);
    }
  }

  private declared(vault: VaultDescription): official.BackupVault {
    const { lock, topic, policy } = vault;
    const scope = this.scope(vault.beside, 'Vaults');
    this.at = scope;
    const events = Object.values(this.lib.BackupVaultEvents);
    const made = new this.lib.BackupVault(scope, 'Vault', {
      backupVaultName: this.text(vault.name),
      encryptionKey: vault.key && this.key(vault.key),
      notificationTopic: topic && this.topic(topic, scope),
      notificationEvents: vault.events?.flatMap((at) => events[at % events.length] ?? []),
      lockConfiguration: lock && {
        minRetention: this.span(lock.min),
        maxRetention: lock.max && this.span(lock.max),
        changeableFor: lock.grace && this.span(lock.grace),
      },
      accessPolicy: policy && new iam.PolicyDocument({ statements: policy.map((actions) => this.statement(actions)) }),
      blockRecoveryPointDeletion: vault.blocked > 0,
      removalPolicy: vault.removal && REMOVALS[vault.removal],
    });
    if (vault.blocked > 1) made.blockRecoveryPointDeletion();
    for (const actions of vault.added) made.addToAccessPolicy(this.statement(actions));
    this.at = this.here;
    if (vault.granted) {
      const role = new iam.Role(this.here, 'Operator', { assumedBy: new iam.AccountRootPrincipal() });
      made.grant(role, ...vault.granted.map((action) => this.known(action)));
    }
    return made;
  }

  private statement(actions: readonly Text[]): iam.PolicyStatement {
    return new iam.PolicyStatement({
      effect: iam.Effect.DENY,
      principals: [new iam.AnyPrincipal()],
      actions: actions.map((action) => this.known(action)),
      resources: ['*'],
    });
  }

  private key(kind: 'declared' | 'imported'): kms.IKey {
    if (kind === 'declared') return new kms.Key(this.scope('other stack', 'Keys'), 'Key');
    return kms.Key.fromKeyArn(this.here, 'Key', `arn:aws:kms:${REGION}:${ACCOUNT}:key/1234`);
  }

  private topic({ kind, beside }: TopicDescription, vaultScope: Stack): sns.ITopic {
    if (kind.startsWith('imported')) {
      const account = kind === 'imported' ? ACCOUNT : OTHER_ACCOUNT;
      return sns.Topic.fromTopicArn(vaultScope, 'Topic', `arn:aws:sns:${REGION}:${account}:topic`);
    }
    const scope = this.scope(beside, 'Topics', vaultScope);
    const masterKey = kind === 'encrypted' ? new kms.Key(scope, 'TopicKey') : undefined;
    return new sns.Topic(scope, 'Topic', { masterKey, fifo: kind === 'fifo' ? true : undefined });
  }

  private rule(rule: RuleDescription): official.BackupPlanRule {
    const backupVault = rule.ownVault ? new this.lib.BackupVault(this.here, this.id('Own')) : undefined;
    if (!isWritten(rule)) return this.lib.BackupPlanRule[rule.ready](backupVault);
    return new this.lib.BackupPlanRule({ backupVault, ...this.written(rule) });
  }

  private written(rule: WrittenRule): official.BackupPlanRuleProps {
    const schedule = this.text(rule.schedule);
    const timezone = this.text(rule.timezone);
    return {
      ruleName: this.text(rule.name),
      scheduleExpression: schedule === undefined ? undefined : events.Schedule.expression(schedule),
      scheduleExpressionTimezone: timezone === undefined ? undefined : TimeZone.of(timezone),
      startWindow: rule.start && this.span(rule.start),
      completionWindow: rule.completion && this.span(rule.completion),
      enableContinuousBackup: rule.continuous,
      recoveryPointTags: rule.tags,
      indexActions: rule.index?.map((types) => ({
        resourceTypes: types.map((type) => this.lib.IndexActionResourceType[type]),
      })),
      copyActions: rule.copies?.map((copy) => ({
        destinationBackupVault: this.destination(copy.to),
        ...this.lifecycle(copy),
      })),
      ...this.lifecycle(rule),
    };
  }

  private lifecycle({ remove, cold }: Lifecycle) {
    return { deleteAfter: remove && this.span(remove), moveToColdStorageAfter: cold && this.span(cold) };
  }

  private destination(to: 'declared' | 'imported' | 'other Region'): official.IBackupVault {
    const { BackupVault } = this.lib;
    if (to === 'imported') return BackupVault.fromBackupVaultArn(this.here, this.id('Imported'), ELSEWHERE);
    if (to === 'declared') return new BackupVault(this.here, this.id('Copies'));
    const env = { account: ACCOUNT, region: 'eu-central-1' };
    const away = new Stack(this.root, this.id('Away'), { env });
    return new BackupVault(away, 'Copies', { backupVaultName: 'copies' });
  }

  private selection(plan: official.BackupPlan, selection: SelectionDescription): void {
    const options = {
      backupSelectionName: this.text(selection.name),
      role: this.role(selection.role),
      disableDefaultBackupPolicy: selection.withoutPolicy,
      allowRestores: selection.restores,
      resources: selection.resources.map((resource) => this.resource(resource)),
    };
    if (!selection.apart) plan.addSelection(selection.id, options);
    else new this.lib.BackupSelection(this.here, selection.id, { backupPlan: plan, ...options });
  }

  private role(role: SelectionDescription['role']): iam.IRole | undefined {
    const arn = `arn:aws:iam::${ACCOUNT}:role/backup`;
    const assumedBy = new iam.ServicePrincipal('backup.amazonaws.com');
    switch (role) {
      case 'made':
        return undefined;
      case 'declared':
        return new iam.Role(this.here, this.id('Role'), { assumedBy });
      case 'other stack':
        return new iam.Role(this.scope('other stack', 'Roles'), this.id('Role'), { assumedBy });
      case 'imported':
        return iam.Role.fromRoleArn(this.here, this.id('Role'), arn);
      case 'imported for good':
        return iam.Role.fromRoleArn(this.here, this.id('Role'), arn, { mutable: false });
      case 'imported by parameter':
        return iam.Role.fromRoleArn(this.here, this.id('Role'), this.parameter('String').valueAsString);
    }
  }

  private resource(resource: ResourceDescription): official.BackupResource {
    const { BackupResource, TagOperation } = this.lib;
    if (resource.kind === 'arn') return BackupResource.fromArn(this.known(resource.arn));
    if (resource.kind === 'tag') {
      const operation = resource.operation && TagOperation[resource.operation];
      return BackupResource.fromTag(this.known(resource.key), this.known(resource.value), operation);
    }
    const scope = new Construct(this.scope(resource.beside, 'Data'), this.id('Resource'));
    switch (resource.kind) {
      case 'table':
        return BackupResource.fromDynamoDbTable(table(scope));
      case 'files':
        return BackupResource.fromEfsFileSystem(new efs.CfnFileSystem(scope, 'Files'));
      case 'instance':
        return BackupResource.fromEc2Instance(new ec2.CfnInstance(scope, 'Instance'));
      case 'cluster':
        return BackupResource.fromRdsDatabaseCluster(new rds.CfnDBCluster(scope, 'Cluster'));
      case 'construct':
        if (resource.holds === 'plenty') plenty(scope);
        else new s3.CfnBucket(scope, 'Bucket');
        return BackupResource.fromConstruct(scope);
    }
  }

  private scope(beside: Beside, id: string, here = this.here): Stack {
    if (beside === 'here') return here;
    const key = `${beside} ${id}`;
    const made =
      this.others.get(key) ??
      (beside === 'other stack' ? new Stack(this.root, id, { env: this.env }) : new NestedStack(here, id));
    this.others.set(key, made);
    return made;
  }

  private span({ unit, amount }: Span): Duration {
    return Duration[unit](amount ?? this.parameter('Number').valueAsNumber);
  }

  private text(text: Text | undefined): string | undefined {
    return text === undefined ? undefined : this.known(text);
  }

  private known(text: Text): string {
    if (typeof text === 'string') return text;
    if ('lazy' in text) return Lazy.string({ produce: () => text.lazy });
    return this.parameter('String', text.parameter).valueAsString;
  }

  private parameter(type: 'String' | 'Number', value?: string): CfnParameter {
    return new CfnParameter(this.at, this.id('Parameter'), { type, default: value });
  }

  private id(prefix: string): string {
    this.count += 1;
    return `${prefix}${this.count}`;
  }
}

function table(scope: Construct): dynamodb.CfnTable {
  return new dynamodb.CfnTable(scope, 'Table', { keySchema: [{ attributeName: 'id', keyType: 'HASH' }] });
}

function plenty(scope: Construct): void {
  table(scope);
  new ec2.CfnVolume(scope, 'Volume', { availabilityZone: 'eu-west-1a' });
  new rds.CfnDBInstance(scope, 'Database');
  new rds.CfnDBInstance(scope, 'Member', { dbClusterIdentifier: 'cluster' });
  new s3.CfnBucket(scope, 'Bucket');
}
