import type { Resource } from '../truth/whole';
import type { Draw } from './draw';
import { kindOf, nameOf } from './kinds';
import { conditions, listOfTags, maybe, NOTHING, type Scope } from './values';

const TYPES = [
  'arn:aws:dynamodb:*:*:table/*',
  'arn:aws:dynamodb:*:*:table/*',
  'arn:aws:s3:::*',
  'arn:aws:ec2:*:*:volume/*',
  'arn:aws:ec2:*:*:instance/*',
  'arn:aws:elasticfilesystem:*:*:file-system/*',
  'arn:aws:fsx:*:*:file-system/*',
  'arn:aws:fsx:*:*:volume/*',
  'arn:aws:rds:*:*:db:*',
  'arn:aws:rds:*:*:cluster:*',
  'arn:aws:dsql:*:*:cluster/*',
  'arn:aws:eks:*:*:cluster/*',
  'arn:aws:timestream:*:*:database/*',
  'arn:aws:redshift:*:*:cluster:*',
  'arn:aws:redshift-serverless:*:*:namespace/*',
];
const SERVICES = [
  'arn:aws:ec2:*',
  'arn:aws:rds:*',
  'arn:aws:dynamodb:*',
  'arn:aws:fsx:*',
  'arn:aws:s3:*',
  'arn:aws:redshift*',
];
const NAMES = [
  'arn:aws:dynamodb:*:*:table/orders',
  'arn:aws:dynamodb:*:*:table/eu-orders',
  'arn:aws:dynamodb:us-east-1:*:table/*',
  'arn:aws:dynamodb:us-east-1:111122223333:table/orders',
  'arn:aws:dynamodb:*:*:table/world',
  'arn:aws:rds:*:*:db:orders',
  'arn:aws:rds:*:*:cluster:orders',
  'arn:aws:s3:::orders',
  'arn:aws-cn:dynamodb:*:*:table/*',
];
const WILDCARDS = [
  'arn:aws:dynamodb:*:*:table/orders*',
  'arn:aws:dynamodb:*:*:table/*orders',
  'arn:aws:dynamodb:*:*:table/*-orders',
  'arn:aws:dynamodb:*:*:table/shop-*-orders',
  'arn:aws:dynamodb:*:*:table/o*s',
  'arn:aws:dynamodb:*:*:table/*c*e',
  'arn:aws:rds:*:*:cluster:o*s',
  'arn:aws:s3:::o*s',
  'arn:aws:dynamodb:*:*:table/eu-*',
  'arn:aws:rds:*:*:db:eu-*',
  'arn:aws:s3:::*-eu',
];

/** What a template's selections may name. */
export interface Reach {
  readonly scope: Scope;
  readonly arns: readonly unknown[];
  readonly ids: readonly string[];
  /** Patterns that fit names of its resources. */
  readonly wildcards: readonly string[];
  /** What stands for stacks, and for what other stacks have. */
  readonly others: readonly unknown[];
  /** What may be the plan of a selection. */
  readonly plans: readonly unknown[];
}

/** Patterns that fit the name of a resource: by how it begins, how it ends, and both. */
export function wildcardsOf(resource: Resource): readonly string[] {
  const name = nameOf(resource);
  if (typeof name !== 'string') return [];
  const pattern = (written: string) =>
    `arn:aws:${kindOf(resource)?.arn(written, { account: '*', region: '*', partition: 'aws' })}`;
  return [`${name.slice(0, 3)}*`, `*${name.slice(-3)}`, `${name[0]}*${name.at(-1)}`].map(pattern);
}

/** One ARN, a pattern of ARNs, or what stands for one. */
export function arn(draw: Draw, { arns, ids, wildcards, others, scope }: Reach): unknown {
  const own = draw.between(1, 100);
  if (own <= 28 && arns.length > 0) return draw.of(...arns);
  if (own <= 43) return draw.of(...TYPES);
  if (own <= 50) return draw.of(...NAMES);
  if (own <= 56) return draw.of(...WILDCARDS);
  if (own <= 70) return draw.of(...(wildcards.length > 0 ? wildcards : WILDCARDS));
  if (own <= 76) return draw.of(...SERVICES);
  if (own <= 82) return '*';
  if (own <= 93 && others.length > 0) return draw.of(...others);
  if (own <= 96 && !scope.isNested) return { 'Fn::Sub': `arn:aws:dynamodb:*:*:table/orders-\${Name}` };
  if (own <= 98 && !scope.isNested) return { Ref: 'Arn' };
  return ids.length > 0 ? { Ref: draw.of(...ids) } : '*';
}

/** A selection; now and then one that the service refuses. */
export function selection(draw: Draw, reach: Reach, Condition: string | undefined): Resource {
  const { scope } = reach;
  const hasTags = draw.chance(40);
  const hasArns = draw.chance(hasTags ? 40 : 94);
  const arns = (least: number, most: number, percent: number) =>
    draw.many(least, most, () => maybe(draw, scope, arn(draw, reach), percent));
  const listed = hasArns && draw.chance(3) && !scope.isNested ? { Ref: 'Arns' } : arns(1, 2, 5);
  const BackupSelection = {
    ...(hasArns && { Resources: listed }),
    ...(hasTags && { ListOfTags: listOfTags(draw, scope) }),
    ...(draw.chance(50) && { Conditions: conditions(draw, scope) }),
    ...(draw.chance(30) && { NotResources: arns(1, 2, 8) }),
  };
  return {
    Type: 'AWS::Backup::BackupSelection',
    ...(Condition && { Condition }),
    Properties: { BackupPlanId: draw.of(...reach.plans), BackupSelection },
  };
}

/** A plan and its vault, whose lock may refuse what the rules keep too short, too long, or for ever. */
export function planAndVault(
  draw: Draw,
  scope: Scope,
  Condition: string | undefined,
  vault: string,
): Readonly<Record<string, Resource>> {
  const lock = draw.of({ MinRetentionDays: 30, MaxRetentionDays: 365 }, { MinRetentionDays: 10 });
  const isLocked = draw.chance(25);
  const LockConfiguration = draw.chance(80) ? lock : { 'Fn::If': [draw.of(...scope.conditions), lock, NOTHING] };
  const days = () =>
    draw.of<unknown>(7, 35, 35, 90, 400, undefined, scope.isNested ? 35 : { Ref: 'Days' }, {
      'Fn::If': [draw.of(...scope.conditions), 7, 35],
    });
  const rule = (hour: number) => {
    const DeleteAfterDays = days();
    return {
      RuleName: `at-${hour}`,
      TargetBackupVault: draw.chance(80) ? { Ref: 'Vault' } : vault,
      ScheduleExpression: `cron(0 ${hour} ? * * *)`,
      StartWindowMinutes: 60,
      ...(DeleteAfterDays !== undefined && { Lifecycle: { DeleteAfterDays } }),
    };
  };
  const rules = draw
    .some([5, 12], 1, 2)
    .map((hour, index) => (index === 0 ? rule(hour) : maybe(draw, scope, rule(hour), 30)));
  return {
    Vault: {
      Type: 'AWS::Backup::BackupVault',
      Properties: { BackupVaultName: vault, ...(isLocked && { LockConfiguration }) },
    },
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      ...(Condition && { Condition }),
      Properties: { BackupPlan: { BackupPlanName: 'plan', BackupPlanRule: rules } },
    },
  };
}
