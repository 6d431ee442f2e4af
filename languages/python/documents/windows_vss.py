import cdk_strongroom as backup
from aws_cdk import Stack
from constructs import Construct


class WindowsVss(Stack):
    """Backups of Windows instances that are consistent for applications with a VSS writer."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        backup.BackupPlan(self, "WindowsVssPlan",
            windows_vss=True,
            backup_plan_rules=[backup.BackupPlanRule.daily()]  # A plan without a rule cannot be synthesized
        )
