/** A vault 'ledger' that notifies a topic of backup jobs that end. */
export const vault = (topic: unknown = { Ref: 'Topic' }, events: unknown = ['BACKUP_JOB_COMPLETED']) => ({
  Type: 'AWS::Backup::BackupVault',
  Properties: {
    BackupVaultName: 'ledger',
    Notifications: { SNSTopicArn: topic, BackupVaultEvents: events },
  },
});

/** A topic. */
export const topic = (properties: object = {}) => ({ Type: 'AWS::SNS::Topic', Properties: properties });

/** A statement that allows AWS Backup something. */
export const allows = (action: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal: { Service: 'backup.amazonaws.com' },
  Action: action,
  Resource: '*',
  ...more,
});

/** A policy of topics. */
export const topicPolicy = (statement: object, topics: unknown = [{ Ref: 'Topic' }]) => ({
  Type: 'AWS::SNS::TopicPolicy',
  Properties: { PolicyDocument: { Statement: [statement] }, Topics: topics },
});
