"""What is promised of backups, and what tests expect of them, from Python."""

import cdk_strongroom as backup
import pytest
from aws_cdk import Duration
from aws_cdk import aws_dynamodb as dynamodb


@pytest.fixture
def tables(stack):
    key = dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING)
    return [dynamodb.Table(stack, name, partition_key=key) for name in ("Orders", "Carts")]


def test_a_test_expects_protection_by_a_plan(stack, tables):
    orders, carts = tables
    plan = backup.BackupPlan.daily35_day_retention(stack, "Plan")
    plan.add_selection("Orders", resources=[backup.BackupResource.from_dynamo_db_table(orders)])
    coverage = backup.Coverage.of(stack)
    coverage.expect_protected(orders, plan=plan, retention=Duration.days(35))
    coverage.expect_unprotected(carts)
    assert coverage.status_of(stack) == backup.ProtectionStatus.UNPROTECTED
    [found] = coverage.resources_of(orders)
    assert found.status == backup.ProtectionStatus.PROTECTED
    assert [each.by for each in found.protections] == [backup.SelectedBy.NAME]
    with pytest.raises(RuntimeError, match=r"(?s)Shop/Orders/Resource is not .*copied to another account"):
        coverage.expect_protected(orders, copies=[backup.RequiredCopy.in_another_account()])


def test_an_objective_has_exceptions(stack, tables):
    _, carts = tables
    with pytest.raises(RuntimeError, match=r"Shop/All: the exception Shop/Carts ends with 2027-03-31, and nothing says"):
        backup.ProtectionObjective(
            stack,
            "All",
            immutable=backup.LockMode.COMPLIANCE,
            tagged={"tier": "gold"},
            exceptions=[backup.ProtectionException(resource=carts, reason="a cache", until="2027-03-31")],
        )
