import cdk_strongroom as backup
from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from constructs import Construct


class DeletionByFewUsers(Stack):
    """A vault whose recovery points only a few users can delete."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        backup.BackupVault(self, "Vault",
            access_policy=iam.PolicyDocument(
                statements=[
                    iam.PolicyStatement(
                        effect=iam.Effect.DENY,
                        principals=[iam.AnyPrincipal()],
                        actions=["backup:DeleteRecoveryPoint"],  # In full: a vault takes no wildcard in its actions
                        resources=["*"],
                        conditions={
                            "StringNotLike": {
                                # Unique ids, such as AIDA... of a user or AROA...:* of a role, not names
                                "aws:userId": ["user1", "user2"
                                ]
                            }
                        }
                    )
                ]
            )
        )


class AddedPolicyStatement(Stack):
    """A vault whose policy grows after it was made: another account may copy recovery points into it."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        vault = backup.BackupVault(self, "Vault")
        vault.add_to_access_policy(iam.PolicyStatement(
            principals=[iam.AccountPrincipal("111122223333")],
            actions=["backup:CopyIntoBackupVault"],
            resources=["*"]
        ))


class BlockedDeletion(Stack):
    """Both ways to keep everybody from deleting recovery points."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        # When the vault is made ...
        backup.BackupVault(self, "Vault",
            block_recovery_point_deletion=True
        )

        # ... or later. Whoever may change the policy can lift it again; only a vault lock in compliance mode is for good.
        backup_vault = backup.BackupVault(self, "BackupVault")
        backup_vault.block_recovery_point_deletion()
