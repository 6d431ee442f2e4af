/** A selection of the plan `Plan` that names resources. */
export function selecting(...Resources: readonly unknown[]): Readonly<Record<string, unknown>> {
  return {
    Type: 'AWS::Backup::BackupSelection',
    Properties: {
      BackupPlanId: { Ref: 'Plan' },
      BackupSelection: {
        SelectionName: 'data',
        IamRoleArn: 'arn:aws:iam::111122223333:role/backup',
        Resources,
      },
    },
  };
}
