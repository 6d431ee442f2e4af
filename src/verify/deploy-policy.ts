import { type IResolveContext, Lazy, Stack, Stage } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { UnscopedValidationError } from 'aws-cdk-lib/core/lib/errors';
import type { aws_iam } from 'aws-cdk-lib/interfaces';
import { Construct, type IConstruct } from 'constructs';
import { permissionsFor } from '../permit/permit';
import { MOST_POLICIES } from '../permit/policies';
import type { PolicyDocument } from '../permit/statement';
import { VERBS } from '../service/permissions/permission';
import { render } from './rendered';

/** What is done with resources. */
export enum DeployVerb {
  /** They are made. */
  CREATE = 'create',
  /** They are looked at. */
  READ = 'read',
  /** They are changed. */
  UPDATE = 'update',
  /** They are deleted. */
  DELETE = 'delete',
}

/** Who deploys what. */
export interface DeployPolicyProps {
  /**
   * What is deployed: the vaults, plans and whatever else of AWS Backup is in it.
   *
   * @default - the whole app
   */
  readonly deploys?: IConstruct;

  /**
   * The roles that get the permissions: those that CloudFormation takes on, or those that act by themselves.
   *
   * @default - none
   */
  readonly roles?: aws_iam.IRoleRef[];

  /**
   * What is done with the resources.
   *
   * @default - all of it
   */
  readonly verbs?: DeployVerb[];

  /**
   * Whether the roles also make, change and delete the stacks themselves, as people do who have CloudFormation act in their
   * name.
   *
   * @default false
   */
  readonly handlesStacks?: boolean;
}

/**
 * The least permissions with which CloudFormation can deploy what an app declares of AWS Backup, and the roles, keys, topics
 * and policies that this needs: those that `strongroom permissions` tells.
 *
 * They follow what the app declares when it is synthesized. They become as many managed policies as IAM's limits ask for.
 *
 * @example
 * const deployment = new iam.Role(this, 'Deployment', {
 *   assumedBy: new iam.ServicePrincipal('cloudformation.amazonaws.com'),
 * });
 * new DeployPolicy(this, 'DeployPolicy', { roles: [deployment] });
 */
export class DeployPolicy extends Construct {
  readonly #roles: aws_iam.IRoleRef[];
  readonly #props: DeployPolicyProps;
  #parts: readonly PolicyDocument[] | undefined;
  #isAsking = false;

  /**
   * @param scope where the policies are made
   * @param id the id of the construct
   * @param props who deploys what
   */
  constructor(scope: Construct, id: string, props: DeployPolicyProps = {}) {
    super(scope, id);
    this.#props = props;
    this.#roles = [...(props.roles ?? [])];
    // The template of a nested stack is fixed before those are that this depends on.
    if (Stack.of(this).nested) this.#refuse('it cannot stand in a nested stack: put it into one that is not nested');
    for (let index = 0; index < MOST_POLICIES; index++) this.#addPolicy(index);
    this.node.addValidation({ validate: () => this.#inspect() });
  }

  /**
   * Gives the permissions to a role.
   *
   * @param role the role
   */
  public attachToRole(role: aws_iam.IRoleRef): void {
    this.#roles.push(role);
  }

  #addPolicy(index: number): void {
    const id = index === 0 ? 'Resource' : `Policy${index + 1}`;
    new LatePolicy(this, id, {
      isThere: () => this.#parts === undefined || index < this.#parts.length,
      document: (context) => (context.preparing ? EMPTY : (this.#ask()[index] ?? EMPTY)),
      roles: this.#roles,
    });
  }

  /** Every synth asks anew, once all constructs are there and know each other. */
  #inspect(): string[] {
    this.#parts = undefined;
    const count = this.#ask().length;
    if (count === 0) {
      return [
        `there is nothing of AWS Backup in ${pathOf(this.#deployed)} that takes permissions: leave this policy out`,
      ];
    }
    return count <= MOST_POLICIES
      ? []
      : [
          `deploying ${pathOf(this.#deployed)} takes ${count} managed policies, and a role has ${MOST_POLICIES} at most: ` +
            'give each part of it a policy of its own, by deploys',
        ];
  }

  /** The documents; none while they are found out, since this very policy is among what is read for that. */
  #ask(): readonly PolicyDocument[] {
    if (this.#parts || this.#isAsking) return this.#parts ?? [];
    this.#isAsking = true;
    try {
      const { verbs = VERBS, handlesStacks = false } = this.#props;
      const { model, isUnder } = render(Stage.of(this.#deployed) ?? this.#deployed.node.root);
      const { policies } = permissionsFor(model, {
        holder: handlesStacks ? 'person' : 'role',
        verbs,
        includes: (resource) => isUnder(this.#deployed, resource),
      });
      this.#parts = policies.map(({ document }) => document);
      return this.#parts;
    } finally {
      this.#isAsking = false;
    }
  }

  get #deployed(): IConstruct {
    return this.#props.deploys ?? this.node.root;
  }

  #refuse(message: string): never {
    throw new UnscopedValidationError(
      'Strongroom::DeployPolicy' as ConstructorParameters<typeof UnscopedValidationError>[0],
      `${this.node.path}: ${message}`,
    );
  }
}

const EMPTY: PolicyDocument = { Version: '2012-10-17', Statement: [] };

interface LatePolicyProps {
  readonly isThere: () => boolean;
  readonly document: (context: IResolveContext) => PolicyDocument;
  readonly roles: readonly aws_iam.IRoleRef[];
}

/** A managed policy that is left out of its template where it turns out that it is not needed. */
class LatePolicy extends iam.CfnManagedPolicy {
  readonly #isThere: () => boolean;

  constructor(scope: Construct, id: string, { isThere, document, roles }: LatePolicyProps) {
    super(scope, id, {
      description: 'Lets CloudFormation deploy what is declared of AWS Backup',
      policyDocument: Lazy.uncachedAny({ produce: document }),
      roles: Lazy.uncachedList({ produce: () => roles.map(({ roleRef }) => roleRef.roleName) }, { omitEmpty: true }),
    });
    this.#isThere = isThere;
  }

  protected override shouldSynthesize(): boolean {
    return this.#isThere();
  }
}

function pathOf({ node }: IConstruct): string {
  return node.path === '' ? 'the app' : node.path;
}
