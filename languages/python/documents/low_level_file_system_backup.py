from aws_cdk import Stack
from aws_cdk import aws_backup
from aws_cdk import aws_efs as efs
from aws_cdk import aws_iam as iam
from constructs import Construct


class LowLevelFileSystemBackup(Stack):
    """The blog's backup of an EFS file system as it was written then: every name and ARN by hand.

    In Python the low-level constructs are those of aws_cdk.aws_backup.
    """

    def __init__(self, scope: Construct, id: str, *, site_name: str) -> None:
        super().__init__(scope, id)

        uploads = efs.CfnFileSystem(self, "Uploads")

        vault = aws_backup.CfnBackupVault(self, f"{site_name}BackupVault",
            backup_vault_name=site_name
        )

        role = iam.Role(self, f"{site_name}EFSBackupRole",
            assumed_by=iam.ServicePrincipal("backup.amazonaws.com"),
            managed_policies=[
                iam.ManagedPolicy.from_aws_managed_policy_name(
                    "service-role/AWSBackupServiceRolePolicyForBackup"
                )
            ]
        )

        plan = aws_backup.CfnBackupPlan(self, f"{site_name}EFSBackupPlan",
            backup_plan=aws_backup.CfnBackupPlan.BackupPlanResourceTypeProperty(
                backup_plan_name=f"{site_name}EFSBackupPlan",
                backup_plan_rule=[
                    aws_backup.CfnBackupPlan.BackupRuleResourceTypeProperty(
                        rule_name=f"{site_name}DailyWarmBackup",
                        lifecycle=aws_backup.CfnBackupPlan.LifecycleResourceTypeProperty(
                            delete_after_days=35
                        ),
                        target_backup_vault=vault.attr_backup_vault_name,
                        schedule_expression="cron(0 8 * * ? *)"
                    ),
                    aws_backup.CfnBackupPlan.BackupRuleResourceTypeProperty(
                        rule_name=f"{site_name}MonthlyColdBackup",
                        lifecycle=aws_backup.CfnBackupPlan.LifecycleResourceTypeProperty(
                            delete_after_days=365,
                            move_to_cold_storage_after_days=30
                        ),
                        target_backup_vault=vault.attr_backup_vault_name,
                        schedule_expression="cron(0 8 1 * ? *)"
                    )
                ]
            )
        )

        aws_backup.CfnBackupSelection(self, f"{site_name}EFSBackupPlanSelection",
            backup_plan_id=plan.attr_backup_plan_id,
            backup_selection=aws_backup.CfnBackupSelection.BackupSelectionResourceTypeProperty(
                iam_role_arn=role.role_arn,
                selection_name=f"{site_name}EFS",
                resources=[
                    f"arn:aws:elasticfilesystem:{self.region}:{self.account}:file-system/{uploads.ref}"
                ]
            )
        )
