import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

const COMPLIANCE_TEMPLATES = ['RESOURCE_COMPLIANCE_REPORT', 'CONTROL_COMPLIANCE_REPORT'];

/** Compliance reports on no framework. */
export const reportWithoutFrameworks: CheckRule = {
  id: 'report-without-frameworks',
  title: 'A compliance report of one account names the frameworks that it is about',
  why: 'A compliance report tells how resources and controls do by the frameworks that the report plan names. In one account the console makes none without a framework; whether AWS Backup refuses such a plan, or delivers empty reports, is not documented.',
  severity: 'warning',
  certainty: 'uncertain',
  source: guide('create-report-plan-console'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const report of context.model.reportPlans) {
      const { template, frameworks, accounts, organizationalUnits, regions } = report;
      const of = known(template);
      if (of === undefined || !COMPLIANCE_TEMPLATES.includes(of) || frameworks.length > 0) continue;
      // Reports on several accounts or Regions cover the frameworks there.
      if (accounts.length > 0 || organizationalUnits.length > 0 || regions.length > 0) continue;
      if (!context.isWhollyRead(report, 'ReportSetting')) continue;
      yield {
        at: report,
        property: 'ReportSetting.FrameworkArns',
        says: `report plan '${known(report.name) ?? report.logicalId}' makes a ${of} and names no framework, so there may be nothing to report on (AWS does not document this, we infer it)`,
        fix: 'name one or more frameworks in FrameworkArns',
      };
    }
  },
};
