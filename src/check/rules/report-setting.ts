import { api } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

const TEMPLATES: readonly string[] = [
  'RESOURCE_COMPLIANCE_REPORT',
  'CONTROL_COMPLIANCE_REPORT',
  'BACKUP_JOB_REPORT',
  'COPY_JOB_REPORT',
  'RESTORE_JOB_REPORT',
  'SCAN_JOB_REPORT',
];
const FORMATS: readonly string[] = ['CSV', 'JSON'];

/** Reports and formats that there are. */
export const reportSetting: CheckRule = {
  id: 'report-setting',
  title: 'A report plan has a template and formats that there are',
  why: 'AWS Backup refuses a report plan with any other template or format, so the deployment fails and nothing is reported.',
  severity: 'error',
  certainty: 'documented',
  source: api('API_ReportSetting'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const report of context.model.reportPlans) {
      const template = known(report.template);
      if (template !== undefined && !TEMPLATES.includes(template)) {
        yield {
          at: report,
          property: 'ReportSetting.ReportTemplate',
          says: `there is no report '${template}'`,
          fix: `name one of ${TEMPLATES.join(', ')}`,
        };
      }
      for (const format of report.formats) {
        const name = known(format);
        if (name === undefined || FORMATS.includes(name)) continue;
        const property = 'ReportDeliveryChannel.Formats';
        yield {
          at: report,
          property,
          says: `a report is ${FORMATS.join(' or ')}, got '${name}'`,
          fix: 'name one of these',
        };
      }
    }
  },
};
