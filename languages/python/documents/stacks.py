"""The programs of the documents, each in a stack of its own."""

from aws_cdk import App

from encrypted_vault import EncryptedVault
from file_system_backup import FileSystemBackup
from imported_vault import ImportedVault
from low_level_file_system_backup import LowLevelFileSystemBackup
from ready_made_plans import ReadyMadePlans
from rules import PointInTimeRestore, ReadyMadeRules, RuleWithWindows
from selection import Selection
from vault_policies import AddedPolicyStatement, BlockedDeletion, DeletionByFewUsers
from vaults_for_plan_and_rule import VaultsForPlanAndRule
from windows_vss import WindowsVss


def add_document_stacks(app: App) -> None:
    """Add a stack for each program of the documents. None of them names an account or a Region."""
    # The blog: a file system, first as it was done then, then as it is done now.
    LowLevelFileSystemBackup(app, "LowLevelFileSystemBackup", site_name="ExampleSite")
    FileSystemBackup(app, "FileSystemBackup")

    # The package's documentation: plans and selections ...
    ReadyMadePlans(app, "ReadyMadePlans")
    Selection(app, "Selection")
    RuleWithWindows(app, "RuleWithWindows")
    PointInTimeRestore(app, "PointInTimeRestore")
    ReadyMadeRules(app, "ReadyMadeRules")
    VaultsForPlanAndRule(app, "VaultsForPlanAndRule")
    WindowsVss(app, "WindowsVss")

    # ... and vaults.
    EncryptedVault(app, "EncryptedVault")
    DeletionByFewUsers(app, "DeletionByFewUsers")
    AddedPolicyStatement(app, "AddedPolicyStatement")
    BlockedDeletion(app, "BlockedDeletion")
    ImportedVault(app, "ImportedVault")
