/** A framework with these controls. */
export const framework = (...controls: readonly object[]) => ({
  Type: 'AWS::Backup::Framework',
  Properties: { FrameworkName: 'ours', FrameworkControls: controls },
});

/** A plan of reports on jobs. */
export const reportPlan = (bucket: unknown, setting: object = {}) => ({
  Type: 'AWS::Backup::ReportPlan',
  Properties: {
    ReportPlanName: 'jobs',
    ReportDeliveryChannel: { S3BucketName: bucket },
    ReportSetting: { ReportTemplate: 'BACKUP_JOB_REPORT', ...setting },
  },
});
