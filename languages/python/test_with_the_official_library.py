"""What is ours goes where the official library asks for its own, and the other way round."""

import cdk_strongroom as backup
import pytest
from aws_cdk import RemovalPolicy, Resource, aws_backup
from aws_cdk import aws_dynamodb as dynamodb
from aws_cdk import aws_iam as iam
from aws_cdk import aws_sns as sns
from aws_cdk.assertions import Match, Template


def target_of(vault):
    """The vault that the one rule of a plan names, as it stands in the template."""
    return Match.object_like({
        "BackupPlan": {"BackupPlanRule": [Match.object_like({"TargetBackupVault": vault})]}
    })


def name_of(vault, stack):
    return stack.resolve(vault.backup_vault_name)


def test_a_vault_of_ours_goes_into_an_official_plan_and_rule(stack):
    vault = backup.BackupVault(stack, "Vault")
    aws_backup.BackupPlan(stack, "ByPlan", backup_vault=vault, backup_plan_rules=[aws_backup.BackupPlanRule.daily()])
    aws_backup.BackupPlan(stack, "ByRule", backup_plan_rules=[aws_backup.BackupPlanRule.daily(vault)])
    template = Template.from_stack(stack)
    template.resource_properties_count_is("AWS::Backup::BackupPlan", target_of(name_of(vault, stack)), 2)


def test_an_official_vault_goes_into_a_plan_and_a_rule_of_ours(stack):
    vault = aws_backup.BackupVault(stack, "Vault")
    backup.BackupPlan(stack, "ByPlan", backup_vault=vault, backup_plan_rules=[backup.BackupPlanRule.daily()])
    backup.BackupPlan(stack, "ByRule", backup_plan_rules=[backup.BackupPlanRule.daily(vault)])
    template = Template.from_stack(stack)
    template.resource_properties_count_is("AWS::Backup::BackupPlan", target_of(name_of(vault, stack)), 2)


def test_imported_vaults_go_both_ways(stack):
    ours = backup.BackupVault.from_backup_vault_name(stack, "Ours", "ours")
    official = aws_backup.BackupVault.from_backup_vault_name(stack, "Official", "official")
    aws_backup.BackupPlan.daily35_day_retention(stack, "OfficialPlan", ours)
    backup.BackupPlan.daily35_day_retention(stack, "OurPlan", official)
    template = Template.from_stack(stack)
    template.has_resource_properties("AWS::Backup::BackupPlan", target_of("ours"))
    template.has_resource_properties("AWS::Backup::BackupPlan", target_of("official"))


def test_a_low_level_vault_goes_into_a_plan_of_ours(stack):
    vault = aws_backup.CfnBackupVault(stack, "Vault", backup_vault_name="low-level")
    backup.BackupPlan.daily35_day_retention(stack, "Plan", vault)
    template = Template.from_stack(stack)
    template.has_resource_properties("AWS::Backup::BackupPlan", target_of({"Ref": "Vault"}))


def test_selections_and_plans_go_both_ways(stack):
    ours = backup.BackupPlan.daily35_day_retention(stack, "Ours")
    official = aws_backup.BackupPlan.daily35_day_retention(stack, "Official")
    aws_backup.BackupSelection(stack, "OfOurs",
        backup_plan=ours, resources=[aws_backup.BackupResource.from_tag("stage", "prod")])
    backup.BackupSelection(stack, "OfOfficial",
        backup_plan=official, resources=[backup.BackupResource.from_tag("stage", "prod")])
    template = Template.from_stack(stack)
    for plan in (ours, official):
        template.has_resource_properties(
            "AWS::Backup::BackupSelection", {"BackupPlanId": stack.resolve(plan.backup_plan_id)}
        )


def test_what_a_plan_gives_back_is_the_vault_that_it_was_given(stack):
    official = aws_backup.BackupVault(stack, "Official")
    assert backup.BackupPlan.daily35_day_retention(stack, "Given", official).backup_vault is official
    assert isinstance(backup.BackupPlan.daily35_day_retention(stack, "Made").backup_vault, backup.BackupVault)


def test_vaults_plans_and_selections_are_instances_of_our_classes_and_resources_of_cdk(stack):
    vault = backup.BackupVault(stack, "Vault", removal_policy=RemovalPolicy.DESTROY)
    plan = backup.BackupPlan.daily35_day_retention(stack, "Plan", vault)
    selection = plan.add_selection("Selection", resources=[backup.BackupResource.from_tag("stage", "prod")])
    assert isinstance(vault, backup.BackupVault)
    assert isinstance(plan, backup.BackupPlan)
    assert isinstance(selection, backup.BackupSelection)
    for construct in (vault, plan, selection):
        assert isinstance(construct, Resource)


def test_a_selection_is_a_grantee(stack):
    plan = backup.BackupPlan.daily35_day_retention(stack, "Plan")
    table = dynamodb.Table(stack, "Table",
        partition_key=dynamodb.Attribute(name="id", type=dynamodb.AttributeType.STRING))
    selection = plan.add_selection("Selection", resources=[backup.BackupResource.from_dynamo_db_table(table)])
    grant = table.grant_read_data(selection)
    assert isinstance(grant, iam.Grant)
    assert grant.success


@pytest.mark.parametrize("name", ["BackupVaultEvents", "TagOperation"])
def test_our_enums_have_exactly_the_official_members(name):
    ours, official = getattr(backup, name), getattr(aws_backup, name)
    assert ours is not official
    assert [member.name for member in ours] == [member.name for member in official]


def test_our_enums_go_into_our_props(stack):
    backup.BackupVault(stack, "Vault",
        notification_topic=sns.Topic(stack, "Topic"),
        notification_events=[backup.BackupVaultEvents.BACKUP_JOB_FAILED, backup.BackupVaultEvents.COPY_JOB_FAILED],
    )
    resource = backup.BackupResource.from_tag("stage", "prod", backup.TagOperation.STRING_EQUALS)
    assert resource.tag_condition == backup.TagCondition(
        key="stage", value="prod", operation=backup.TagOperation.STRING_EQUALS
    )
    Template.from_stack(stack).has_resource_properties("AWS::Backup::BackupVault", {
        "Notifications": {"BackupVaultEvents": ["BACKUP_JOB_FAILED", "COPY_JOB_FAILED"]},
    })
