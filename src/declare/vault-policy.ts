import type { IResolvable, Resource } from 'aws-cdk-lib';
import { Lazy } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type { IConstruct } from 'constructs';
import { vaultPolicyAction } from '../service/vault';
import { warnOfKeyPolicy } from './copy-key';
import type { CopySource } from './copy-source';
import { report, type ToldProblem, tell } from './problems';

/** What a copy job does with the key of the vault it copies into. */
const KEY_USE = ['kms:Encrypt', 'kms:Decrypt', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:DescribeKey'];
const THROUGH_BACKUP = { 'kms:ViaService': 'backup.*.amazonaws.com' };

/** The access policy of a declared vault, of either kind. */
export class VaultPolicy {
  readonly #vault: Resource;
  readonly #document: iam.PolicyDocument;

  constructor(vault: Resource, document: iam.PolicyDocument | undefined) {
    this.#vault = vault;
    this.#document = document ?? new iam.PolicyDocument();
    if (document) refuseWildcards(vault, actionsOf(document));
    // The caller keeps a hand on the document, and statements can still be added to it.
    vault.node.addValidation({ validate: () => wildcards(actionsOf(this.#document)).map(tell) });
  }

  /** The policy as the template gets it. */
  public rendered(): IResolvable {
    // As JSON rather than as a document, which would drop statements that are there twice: the official library keeps them.
    // Not cached, or else whoever looks early keeps out what is added later.
    return Lazy.uncachedAny({ produce: () => this.#document.toJSON() });
  }

  public add(statement: iam.PolicyStatement): void {
    refuseWildcards(this.#vault, statement.actions);
    this.#document.addStatements(statement);
  }

  public blockRecoveryPointDeletion(): void {
    this.add(
      new iam.PolicyStatement({
        effect: iam.Effect.DENY,
        actions: ['backup:DeleteRecoveryPoint', 'backup:UpdateRecoveryPointLifecycle'],
        principals: [new iam.AnyPrincipal()],
        resources: ['*'],
      }),
    );
  }

  /** Lets copies in, and lets their source use the key if its policy is within reach. */
  public allowCopyFrom({ principal }: CopySource, key: kms.IKeyRef | undefined): void {
    this.add(
      new iam.PolicyStatement({
        actions: ['backup:CopyIntoBackupVault'],
        principals: [principal],
        resources: ['*'],
      }),
    );
    if (key && !(hasPolicy(key) && allowKeyUse(key, principal))) {
      warnOfKeyPolicy(this.#vault, [...KEY_USE, 'kms:CreateGrant']);
    }
  }
}

/** Lets whoever copies use the key; `false` where the policy of the key is not of this app. */
function allowKeyUse(key: kms.IKey, principal: iam.IPrincipal): boolean {
  const use = key.addToResourcePolicy(
    new iam.PolicyStatement({
      actions: KEY_USE,
      principals: [principal],
      resources: ['*'],
      conditions: { StringLike: THROUGH_BACKUP },
    }),
  );
  const grants = key.addToResourcePolicy(
    new iam.PolicyStatement({
      actions: ['kms:CreateGrant'],
      principals: [principal],
      resources: ['*'],
      conditions: { Bool: { 'kms:GrantIsForAWSResource': 'true' }, StringLike: THROUGH_BACKUP },
    }),
  );
  return use.statementAdded && grants.statementAdded;
}

/** Throws where an action has a wildcard: vault policies and grants on vaults take none. */
export function refuseWildcards(scope: IConstruct, actions: readonly string[]): void {
  report(scope, wildcards(actions));
}

/** What the official library throws. */
const WILDCARD = "AWS Backup access policies don't support a wildcard in the Action key.";

/** A key made by a construct of the CDK's, not a bare reference. */
function hasPolicy(key: kms.IKeyRef): key is kms.IKey {
  return 'addToResourcePolicy' in key;
}

function wildcards(actions: readonly string[]): ToldProblem[] {
  return actions.flatMap((action) => {
    // A wildcard beside a token is one all the same; the text of a token has none.
    const problem = vaultPolicyAction(action);
    return problem ? [{ problem, part: 'access policy', phrase: WILDCARD }] : [];
  });
}

/** The actions that a policy names; the document keeps its statements to itself and shows them only as JSON. */
function actionsOf(policy: iam.PolicyDocument): string[] {
  const statements: { readonly Action?: string | string[] }[] = [policy.toJSON()?.Statement ?? []].flat();
  return statements.flatMap(({ Action }) => Action ?? []).filter((action) => typeof action === 'string');
}
