import cdk_strongroom as backup
from aws_cdk import Stack
from aws_cdk import aws_kms as kms
from aws_cdk import aws_sns as sns
from constructs import Construct

# Put your own here. The key has to be in the vault's Region, the topic in the vault's account.
KEY_ARN = "arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab"
TOPIC_ARN = "arn:aws:sns:us-east-1:111122223333:backup-events"


class EncryptedVault(Stack):
    """A vault with a key of your own, which tells a topic of every event."""

    def __init__(self, scope: Construct, id: str) -> None:
        super().__init__(scope, id)

        my_key = kms.Key.from_key_arn(self, "MyKey", KEY_ARN)
        # The policy of an imported topic is out of reach here: it has to let backup.amazonaws.com publish already.
        my_topic = sns.Topic.from_topic_arn(self, "MyTopic", TOPIC_ARN)

        backup.BackupVault(self, "Vault",
            encryption_key=my_key,  # Custom encryption key; a vault keeps the key it was created with
            notification_topic=my_topic  # Send all vault events to this SNS topic
        )
