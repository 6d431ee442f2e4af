import cdk_strongroom as backup
from aws_cdk import Duration, Stack
from aws_cdk import aws_events as events
from constructs import Construct


class RuleWithWindows(Stack):
    """A rule with both windows, a schedule and cold storage."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        plan = backup.BackupPlan(self, "WindowsPlan")
        plan.add_rule(backup.BackupPlanRule(
            completion_window=Duration.hours(2),
            start_window=Duration.hours(1),  # AWS Backup takes no less than an hour
            schedule_expression=events.Schedule.cron(  # Only cron expressions are supported
                day="15",
                hour="3",
                minute="30"),
            # Without delete_after the recovery points stay in cold storage for ever.
            move_to_cold_storage_after=Duration.days(30)
        ))


class PointInTimeRestore(Stack):
    """Continuous backup: a restore to any second of the last 14 days, where the resource type knows it."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        plan = backup.BackupPlan(self, "PointInTimePlan")
        plan.add_rule(backup.BackupPlanRule(
            enable_continuous_backup=True,
            delete_after=Duration.days(14)  # 35 at most, and no cold storage
        ))


class ReadyMadeRules(Stack):
    """Ready-made rules, added to a plan one by one."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        plan = backup.BackupPlan(self, "ReadyMadeRulesPlan")
        plan.add_rule(backup.BackupPlanRule.daily())
        plan.add_rule(backup.BackupPlanRule.weekly())
