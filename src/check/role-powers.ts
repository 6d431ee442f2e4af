import type { PolicyStatement } from '../read/model';
import type { Role } from '../read/surroundings';
import { isResource, type Reference } from '../read/told';
import { covers } from './arn-patterns';
import { arnShape } from './arn-shape';
import { type CheckContext, known } from './context';
import { once } from './once';

/** The managed policies that AWS Backup offers for service roles, of which it is known what they are for. */
export const BACKUP_POLICY = 'AWSBackupServiceRolePolicyForBackup';
export const RESTORE_POLICY = 'AWSBackupServiceRolePolicyForRestores';
export const S3_BACKUP_POLICY = 'AWSBackupServiceRolePolicyForS3Backup';
export const S3_RESTORE_POLICY = 'AWSBackupServiceRolePolicyForS3Restore';

const KNOWN_POLICIES: ReadonlySet<string | undefined> = new Set([
  BACKUP_POLICY,
  RESTORE_POLICY,
  S3_BACKUP_POLICY,
  S3_RESTORE_POLICY,
]);

/** What a role may do, and whom it trusts, as far as a claim can be made that it may not. */
export class RolePowers {
  /** Whether every policy of the role was read, and it is known of each what it allows. */
  public readonly isWhole: boolean;
  private readonly policies: ReadonlySet<string | undefined>;

  constructor(
    private readonly context: CheckContext,
    public readonly role: Role,
  ) {
    this.policies = new Set(role.managedPolicies.map((policy) => managedPolicyOf(context, policy)));
    this.isWhole =
      [...this.policies].every((policy) => KNOWN_POLICIES.has(policy)) &&
      ['ManagedPolicyArns', 'Policies'].every((property) => context.isWhollyRead(role, property));
  }

  /** Whether the role has one of these managed policies. */
  public has(...policies: readonly string[]): boolean {
    return policies.some((policy) => this.policies.has(policy));
  }

  /** Whether a statement may allow one of these actions, on whatever resource and under whatever condition. */
  public mayDo(actions: readonly string[]): boolean {
    return this.role.statements.some((statement) => mayAllow(statement, actions));
  }

  /** Whether AWS Backup may be allowed to assume the role. */
  public get mayTrustBackup(): boolean {
    if (!this.context.isWhollyRead(this.role, 'AssumeRolePolicyDocument')) return true;
    return this.role.trust.some(
      (statement) =>
        mayAllow(statement, ['sts:AssumeRole']) &&
        (statement.exceptPrincipals || statement.principals.some(mayBeBackup)),
    );
  }
}

/** The names of managed policies by their ARNs: thousands of roles share a few. */
const NAMES = once(() => new Map<Reference, string | undefined>());

/** The name of a managed policy of AWS; `undefined` for any other. */
function managedPolicyOf(context: CheckContext, policy: Reference): string | undefined {
  const names = NAMES(context);
  if (!names.has(policy)) names.set(policy, nameIn(policy));
  return names.get(policy);
}

function nameIn(policy: Reference): string | undefined {
  const shape = isResource(policy) ? undefined : arnShape(policy);
  if (shape?.service !== 'iam' || shape.account !== 'aws' || !shape.isWhole) return undefined;
  return shape.resource.slice(shape.resource.lastIndexOf('/') + 1);
}

function mayAllow({ effect, actions, exceptActions }: PolicyStatement, wanted: readonly string[]): boolean {
  if (known(effect) === 'Deny') return false;
  if (exceptActions) return true;
  return actions.some((told) => {
    const action = known(told);
    return action === undefined || wanted.some((each) => matches(action, each));
  });
}

function mayBeBackup(principal: Reference): boolean {
  const name = isResource(principal) ? '' : known(principal);
  return name === undefined || name === '*' || name === 'backup.amazonaws.com';
}

/** Actions are matched as policies do: `*` is any characters, and the case does not count; `?` may be any. */
function matches(pattern: string, action: string): boolean {
  return pattern.includes('?') || covers(pattern.toLowerCase(), action.toLowerCase());
}
