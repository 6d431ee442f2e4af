import { Stack, type StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** A vault whose recovery points only a few users can delete. */
export class DeletionByFewUsers extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    new BackupVault(this, 'Vault', {
      accessPolicy: new iam.PolicyDocument({
        statements: [
          new iam.PolicyStatement({
            effect: iam.Effect.DENY,
            principals: [new iam.AnyPrincipal()],
            actions: ['backup:DeleteRecoveryPoint'], // In full: a vault takes no wildcard in its actions
            resources: ['*'],
            conditions: {
              StringNotLike: {
                // Unique ids, such as AIDA… of a user or AROA…:* of a role, not names
                'aws:userId': ['user1', 'user2'],
              },
            },
          }),
        ],
      }),
    });
  }
}

/** A vault whose policy grows after it was made: another account may copy recovery points into it. */
export class AddedPolicyStatement extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vault = new BackupVault(this, 'Vault');
    vault.addToAccessPolicy(
      new iam.PolicyStatement({
        principals: [new iam.AccountPrincipal('111122223333')],
        actions: ['backup:CopyIntoBackupVault'],
        resources: ['*'],
      }),
    );
  }
}

/** Both ways to keep everybody from deleting recovery points. */
export class BlockedDeletion extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    // When the vault is made …
    new BackupVault(this, 'Vault', {
      blockRecoveryPointDeletion: true,
    });

    // … or later. Whoever may change the policy can lift it again; only a vault lock in compliance mode is for good.
    const backupVault = new BackupVault(this, 'BackupVault');
    backupVault.blockRecoveryPointDeletion();
  }
}
