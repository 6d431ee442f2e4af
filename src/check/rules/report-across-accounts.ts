import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, known } from '../context';

/** Reports on other accounts, which not every account can make. */
export const reportAcrossAccounts: CheckRule = {
  id: 'report-across-accounts',
  title: 'Reports on several accounts are made by the management account or a delegated administrator',
  why: 'Only the management account of an organization, and an account that it made an administrator of AWS Backup, can report on other accounts. No template says whether an account is one of them. From any other the report plan does not work.',
  severity: 'info',
  certainty: 'documented',
  source: guide('create-report-plan-console'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const report of context.model.reportPlans) {
      const own = context.stackOf(report)?.account;
      const others = report.accounts.flatMap((account) => known(account) ?? []).filter((account) => account !== own);
      // Without its own account, a single account may be that of the stack.
      const isWide = others.includes('ROOT') || (own === undefined ? others.length > 1 : others.length > 0);
      const units = report.organizationalUnits.length;
      if (!isWide && units === 0) continue;
      yield {
        at: report,
        property: isWide ? 'ReportSetting.Accounts' : 'ReportSetting.OrganizationUnits',
        says: `report plan '${known(report.name) ?? report.logicalId}' reports on ${isWide ? `accounts ${others.join(', ')}` : `${units} organizational ${units === 1 ? 'unit' : 'units'}`}, which only the management account or a delegated administrator can do`,
        fix: 'deploy it to one of these and acknowledge this, or report on one account',
      };
    }
  },
};
