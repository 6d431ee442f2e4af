import { Stack, type StackProps } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { BackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

// Put your own here. The key has to be in the vault's Region, the topic in the vault's account.
const KEY_ARN = 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';
const TOPIC_ARN = 'arn:aws:sns:us-east-1:111122223333:backup-events';

/** A vault with a key of your own, which tells a topic of every event. */
export class EncryptedVault extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const myKey = kms.Key.fromKeyArn(this, 'MyKey', KEY_ARN);
    // The policy of an imported topic is out of reach here: it has to let backup.amazonaws.com publish already.
    const myTopic = sns.Topic.fromTopicArn(this, 'MyTopic', TOPIC_ARN);

    new BackupVault(this, 'Vault', {
      encryptionKey: myKey, // Custom encryption key; a vault keeps the key it was created with
      notificationTopic: myTopic, // Send all vault events to this SNS topic
    });
  }
}
