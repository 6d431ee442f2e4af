"""Mistakes reach a Python user as an exception at their own line: with the values, the fix and the rule's id."""

import cdk_strongroom as backup
import pytest
from aws_cdk import Annotations, Duration
from aws_cdk import aws_events as events


def test_a_start_window_of_30_minutes_is_refused_with_value_bounds_fix_source_and_rule():
    with pytest.raises(RuntimeError) as error:
        backup.BackupPlanRule(rule_name="Nightly", start_window=Duration.minutes(30))
    message = str(error.value)
    assert "BackupPlanRule 'Nightly'" in message
    assert "must be 60 to 52560000 whole minutes, got 30 minutes" in message
    assert "use 60 minutes or more" in message
    assert "API_BackupRuleInput" in message
    assert "[Strongroom::start-window]" in message


def test_the_traceback_begins_at_the_line_of_the_mistake():
    with pytest.raises(RuntimeError) as error:
        backup.BackupPlanRule(delete_after=Duration.days(0))
    assert error.traceback[0].path.name == "test_errors.py"
    assert "delete_after=Duration.days(0)" in str(error.traceback[0].statement)


def test_a_bad_vault_name_is_refused_with_the_path_of_the_vault(stack):
    with pytest.raises(RuntimeError, match=r"Shop/Vault: .*got 'no spaces, please'.*\[Strongroom::vault-name\]"):
        backup.BackupVault(stack, "Vault", backup_vault_name="no spaces, please")


def test_all_mistakes_of_a_rule_are_told_at_once():
    with pytest.raises(RuntimeError) as error:
        backup.BackupPlanRule(
            start_window=Duration.minutes(30),
            move_to_cold_storage_after=Duration.days(30),
            delete_after=Duration.days(60),
        )
    assert "[Strongroom::start-window]" in str(error.value)
    assert "[Strongroom::cold-storage-stay]" in str(error.value)


def test_a_schedule_that_never_runs_is_refused():
    with pytest.raises(RuntimeError, match=r"\[Strongroom::schedule"):
        backup.BackupPlanRule(schedule_expression=events.Schedule.expression("cron(0 25 * * ? *)"))


def test_an_imported_vault_by_the_arn_of_something_else_is_refused_with_the_path_of_the_import(stack):
    with pytest.raises(RuntimeError, match=r"(?s)Shop/Vault: .*\[Strongroom::vault-arn\]"):
        backup.BackupVault.from_backup_vault_arn(stack, "Vault", "arn:aws:s3:::some-bucket")


def test_a_plan_without_a_rule_fails_the_synthesis_with_its_path(app, stack):
    backup.BackupPlan(stack, "Plan")
    with pytest.raises(RuntimeError, match=r"(?s)\[Shop/Plan\].*at least 1 rule.*\[Strongroom::rules-per-plan\]"):
        app.synth()


def test_a_value_of_the_wrong_type_is_a_type_error_before_anything_runs():
    with pytest.raises(TypeError, match="start_window"):
        backup.BackupPlanRule(start_window=60)


def test_a_doubt_is_a_warning_on_the_plan_that_python_can_acknowledge(app, stack):
    for name in ("Told", "Acknowledged"):
        plan = backup.BackupPlan(stack, name)
        plan.add_rule(backup.BackupPlanRule.daily())
        plan.add_rule(backup.BackupPlanRule.daily())
        if name == "Acknowledged":
            Annotations.of(plan).acknowledge_warning("Strongroom::distinct-rule-names", "both are meant")
    messages = app.synth().get_stack_by_name("Shop").messages
    assert [(message.id, message.level.name) for message in messages] == [("/Shop/Told", "WARNING")]
    assert "two rules of this plan are called 'Daily'" in messages[0].entry.data
