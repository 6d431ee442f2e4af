import cdk_strongroom as backup
from aws_cdk import Stack
from constructs import Construct


class VaultsForPlanAndRule(Stack):
    """One vault for the whole plan, another for one of its rules."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        my_vault = backup.BackupVault.from_backup_vault_name(self, "Vault1", "myVault")
        other_vault = backup.BackupVault.from_backup_vault_name(self, "Vault2", "otherVault")

        plan = backup.BackupPlan.daily35_day_retention(self, "TwoVaultsPlan", my_vault)  # Use `my_vault` for all plan rules
        plan.add_rule(backup.BackupPlanRule.monthly1_year(other_vault))  # Use `other_vault` for this specific rule
