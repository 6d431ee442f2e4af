import cdk_strongroom as backup
from aws_cdk import Duration, Stack
from aws_cdk import aws_ec2 as ec2
from aws_cdk import aws_efs as efs
from aws_cdk import aws_events as events
from constructs import Construct


class FileSystemBackup(Stack):
    """The blog's backup of an EFS file system today: no hand-built ARN, no role to write."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        # A file system needs a network; this one is as small as can be and costs nothing.
        vpc = ec2.Vpc(self, "Vpc",
            max_azs=1,
            nat_gateways=0,
            subnet_configuration=[
                ec2.SubnetConfiguration(name="Files", subnet_type=ec2.SubnetType.PRIVATE_ISOLATED)
            ]
        )
        uploads = efs.FileSystem(self, "Uploads", vpc=vpc, encrypted=True)

        # Left to itself, the vault gets a name that no other stack uses.
        vault = backup.BackupVault(self, "Vault")

        plan = backup.BackupPlan(self, "UploadsBackup",
            backup_vault=vault,
            backup_plan_rules=[
                backup.BackupPlanRule(
                    rule_name="DailyWarm",
                    schedule_expression=events.Schedule.cron(hour="8", minute="0"),
                    delete_after=Duration.days(35)
                ),
                backup.BackupPlanRule(
                    rule_name="MonthlyCold",
                    schedule_expression=events.Schedule.cron(day="1", hour="8", minute="0"),
                    # What has gone cold has to stay for at least 90 days more before it is deleted.
                    move_to_cold_storage_after=Duration.days(30),
                    delete_after=Duration.days(365)
                )
            ]
        )

        plan.add_selection("Uploads",
            resources=[backup.BackupResource.from_efs_file_system(uploads)]
        )
