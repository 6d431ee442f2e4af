import cdk_strongroom as backup
from aws_cdk import Stack
from aws_cdk import aws_dynamodb as dynamodb
from constructs import Construct


class MyCoolConstruct(Construct):
    """Some part of an application, with data in it."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        dynamodb.Table(self, "Orders",
            partition_key=dynamodb.Attribute(name="customer", type=dynamodb.AttributeType.STRING),
            sort_key=dynamodb.Attribute(name="order", type=dynamodb.AttributeType.STRING),
            billing_mode=dynamodb.BillingMode.PAY_PER_REQUEST
        )


class Selection(Stack):
    """What one selection can name: a table, everything with a tag, and what is under a construct."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        plan = backup.BackupPlan.daily_weekly_monthly5_year_retention(self, "SelectionPlan")
        my_table = dynamodb.Table.from_table_name(self, "Table", "myTableName")
        my_cool_construct = MyCoolConstruct(self, "MyCoolConstruct")

        # A union: whatever one of the three names is backed up, with or without the tag.
        plan.add_selection("Selection",
            resources=[
                backup.BackupResource.from_dynamo_db_table(my_table),  # A DynamoDB table
                backup.BackupResource.from_tag("stage", "prod"),  # All resources that are tagged stage=prod in the region/account
                backup.BackupResource.from_construct(my_cool_construct)  # All backupable resources in `my_cool_construct`
            ]
        )
