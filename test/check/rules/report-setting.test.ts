import { expect, test } from 'vitest';
import { reportSetting } from '../../../src/check/rules/report-setting';
import { findingsOf, testRule } from '../rule-cases';

const report = (ReportTemplate: string, Formats?: readonly string[]) => ({
  Report: {
    Type: 'AWS::Backup::ReportPlan',
    Properties: { ReportSetting: { ReportTemplate }, ReportDeliveryChannel: { S3BucketName: 'reports', Formats } },
  },
});

testRule(reportSetting, [
  {
    title: 'a report that there is not',
    wrong: report('BACKUP_REPORT'),
    at: 'Resources.Report.Properties.ReportSetting.ReportTemplate',
    right: 'BACKUP_JOB_REPORT',
    finds: {
      logicalId: 'Report',
      property: 'ReportSetting.ReportTemplate',
      says: /^there is no report 'BACKUP_REPORT'$/,
    },
  },
  {
    title: 'a format that there is not',
    wrong: report('COPY_JOB_REPORT', ['CSV', 'PDF']),
    at: 'Resources.Report.Properties.ReportDeliveryChannel.Formats.1',
    right: 'JSON',
    finds: { property: 'ReportDeliveryChannel.Formats', says: /^a report is CSV or JSON, got 'PDF'$/ },
  },
]);

test.each([
  'RESOURCE_COMPLIANCE_REPORT',
  'CONTROL_COMPLIANCE_REPORT',
  'BACKUP_JOB_REPORT',
  'COPY_JOB_REPORT',
  'RESTORE_JOB_REPORT',
  'SCAN_JOB_REPORT',
])('There is %s.', (template) => {
  expect(findingsOf(reportSetting, { Resources: report(template) })).toEqual([]);
});
