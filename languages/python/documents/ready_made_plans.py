import cdk_strongroom as backup
from aws_cdk import Stack
from constructs import Construct


class ReadyMadePlans(Stack):
    """The four ready-made plans, each with a vault of its own."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        # The id of a plan is its name, and an account has only one plan of a name in a Region.
        backup.BackupPlan.daily35_day_retention(self, "Daily35Days")
        backup.BackupPlan.daily_monthly1_year_retention(self, "DailyMonthly1Year")
        backup.BackupPlan.daily_weekly_monthly5_year_retention(self, "DailyWeeklyMonthly5Years")
        backup.BackupPlan.daily_weekly_monthly7_year_retention(self, "DailyWeeklyMonthly7Years")
