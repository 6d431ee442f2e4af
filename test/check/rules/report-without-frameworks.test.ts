import { expect, test } from 'vitest';
import { reportWithoutFrameworks } from '../../../src/check/rules/report-without-frameworks';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { reportPlan } from './audited';

const FRAMEWORK = 'arn:aws:backup:eu-central-1:111122223333:framework:ours-1a2b';
const finds = {
  logicalId: 'Reports',
  property: 'ReportSetting.FrameworkArns',
  says: /^report plan 'jobs' makes a \w+_COMPLIANCE_REPORT and names no framework, .* \(AWS does not document this/,
};

testRule(reportWithoutFrameworks, [
  {
    title: 'a report on resources without a framework',
    wrong: { Reports: reportPlan('bucket', { ReportTemplate: 'RESOURCE_COMPLIANCE_REPORT' }) },
    at: 'Resources.Reports.Properties.ReportSetting.FrameworkArns',
    right: [FRAMEWORK],
    finds,
  },
  {
    title: 'a report on controls without a framework',
    wrong: { Reports: reportPlan('bucket', { ReportTemplate: 'CONTROL_COMPLIANCE_REPORT' }) },
    at: 'Resources.Reports.Properties.ReportSetting.ReportTemplate',
    right: 'COPY_JOB_REPORT',
    finds,
  },
]);

test.each([
  { Accounts: ['ROOT'] },
  { OrganizationUnits: ['ou-a'] },
  { Regions: ['*'] },
  { FrameworkArns: [{ a: 1, b: 2 }] },
])('With %j there may be frameworks.', (setting) => {
  const ReportTemplate = 'CONTROL_COMPLIANCE_REPORT';
  expect(foundIn(reportWithoutFrameworks, { Reports: reportPlan('bucket', { ReportTemplate, ...setting }) })).toEqual(
    [],
  );
});
