/** Templates to begin with: each way of saying something stands in one of them. */

const PLAN = `AWSTemplateFormatVersion: 2010-09-09
Transform: AWS::LanguageExtensions
Parameters:
  Stage: {Type: String, Default: prod, AllowedValues: [prod, test]}
  Days: {Type: Number, Default: 35}
  Topic: {Type: 'AWS::SSM::Parameter::Value<String>', Default: /topic}
Mappings:
  ByStage:
    prod: {Days: 90, Hours: ['1', '2']}
    test: {Days: 7, Hours: ['3']}
Conditions:
  IsProd: !Equals [!Ref Stage, prod]
  Both: !And [!Condition IsProd, !Not [!Equals [!Ref 'AWS::Region', eu-west-1]]]
  Round: !Or [!Condition Around, !Condition IsProd]
  Around: !Not [!Condition Round]
Resources:
  Key:
    Type: AWS::KMS::Key
    Properties: {KeyPolicy: &policy {Statement: [{Effect: Allow, Principal: '*', Action: 'kms:*', Resource: '*'}]}}
  Vault:
    Type: AWS::Backup::BackupVault
    Condition: IsProd
    DeletionPolicy: Retain
    Properties:
      BackupVaultName: !Join ['-', [!Ref Stage, !Select [1, !Split ['/', a/b]], !Ref 'AWS::AccountId']]
      EncryptionKeyArn: !GetAtt Key.Arn
      AccessPolicy: *policy
      LockConfiguration: {MinRetentionDays: !FindInMap [ByStage, !Ref Stage, Days], ChangeableForDays: 3}
      Notifications: {BackupVaultEvents: [BACKUP_JOB_FAILED], SNSTopicArn: !Ref Topic}
  Plan:
    Type: AWS::Backup::BackupPlan
    Properties:
      BackupPlan:
        BackupPlanName: !Sub ['\${a}-\${AWS::StackName}-\${!x}', {a: !If [IsProd, x, !Ref 'AWS::NoValue']}]
        BackupPlanRule:
          - !If
            - Both
            - RuleName: Daily
              ScheduleExpression: cron(0 5 ? * * *)
              TargetBackupVault: !Ref Vault
              Lifecycle: {DeleteAfterDays: !Ref Days, MoveToColdStorageAfterDays: 1}
              CopyActions: [{DestinationBackupVaultArn: !Sub 'arn:\${AWS::Partition}:backup:eu-west-1:111122223333:backup-vault:a'}]
            - !Ref AWS::NoValue
          - RuleName: Hourly
            ScheduleExpression: !Sub 'cron(0 \${Hour} ? * * *)'
            TargetBackupVault: !ImportValue vault
  Selection:
    Type: AWS::Backup::BackupSelection
    Properties:
      BackupPlanId: !GetAtt Plan.BackupPlanId
      BackupSelection:
        SelectionName: All
        IamRoleArn: !GetAtt Role.Arn
        Resources: [!GetAtt Table.Arn, !Sub 'arn:aws:s3:::\${Bucket}']
        ListOfTags: [{ConditionType: STRINGEQUALS, ConditionKey: a, ConditionValue: b}]
        Conditions: {StringEquals: [{ConditionKey: 'aws:ResourceTag/a', ConditionValue: b}]}
  Fn::ForEach::Buckets:
    - Name
    - [A, B, C]
    - Bucket\${Name}: {Type: AWS::S3::Bucket, Properties: {BucketName: !Sub 'b-\${Name}', Tags: [{Key: a, Value: b}]}}
  Bucket: {Type: AWS::S3::Bucket}
  Table: {Type: AWS::DynamoDB::Table, Properties: {TableName: t, Tags: [{Key: a, Value: !Ref Stage}]}}
  Role: {Type: AWS::IAM::Role, Properties: {AssumeRolePolicyDocument: *policy, ManagedPolicyArns: ['arn:aws:iam::aws:policy/A']}}
  Nested: {Type: AWS::CloudFormation::Stack, Properties: {TemplateURL: ./nested.yaml, Parameters: {Name: !Ref Vault}}}
Outputs:
  Name: {Value: !GetAtt Nested.Outputs.Vault, Export: {Name: !Sub '\${Stage}-name'}}
`;

const NESTED = `Parameters: {Name: {Type: String}}
Resources:
  Vault: {Type: AWS::Backup::LogicallyAirGappedBackupVault, Properties: {BackupVaultName: !Ref Name, MinRetentionDays: 7, MaxRetentionDays: 30}}
  RestoreTest:
    Type: AWS::Backup::RestoreTestingPlan
    Properties: {RestoreTestingPlanName: r, ScheduleExpression: cron(0 5 ? * 1 *), RecoveryPointSelection: {Algorithm: LATEST_WITHIN_WINDOW, IncludeVaults: ['*'], RecoveryPointTypes: [SNAPSHOT]}}
  Framework:
    Type: AWS::Backup::Framework
    Properties: {FrameworkControls: [{ControlName: BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK, ControlInputParameters: [{ParameterName: a, ParameterValue: '1'}]}]}
Outputs:
  Vault: {Value: !Ref Vault}
`;

const SERVERLESS = `Transform: AWS::Serverless-2016-10-31
Globals: {SimpleTable: {SSESpecification: {SSEEnabled: true}}, Function: {Tags: {a: b}}}
Resources:
  Table: {Type: AWS::Serverless::SimpleTable, Properties: {TableName: t, Tags: {backup: daily}}}
  App: {Type: AWS::Serverless::Application, Properties: {Location: nested.yaml}}
  Database:
    Type: AWS::RDS::DBInstance
    Properties: {DBClusterIdentifier: !Ref Cluster, Tags: !If [A, [{Key: a, Value: b}], []]}
  Cluster: {Type: AWS::RDS::DBCluster}
  Disk: {Type: AWS::EC2::Volume, Properties: {Tags: [{Key: backup, Value: YES}]}}
Conditions: {A: !Equals [a, a]}
`;

/** Files of a folder, by their path. */
export const CORPUS: Readonly<Record<string, string>> = {
  'app.yaml': PLAN,
  'nested.yaml': NESTED,
  'serverless.yaml': SERVERLESS,
};
