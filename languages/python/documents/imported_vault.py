import cdk_strongroom as backup
from aws_cdk import Stack
from aws_cdk import aws_iam as iam
from constructs import Construct


class ImportedVault(Stack):
    """A vault that exists already, and a role that may start backup jobs into it."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        imported_vault = backup.BackupVault.from_backup_vault_name(self, "Vault", "myVaultName")

        role = iam.Role(self, "Access Role", assumed_by=iam.ServicePrincipal("lambda.amazonaws.com"))

        imported_vault.grant(role, "backup:StartBackupJob")
