import type { Declaration, PolicyStatement } from '../../read/model';
import { accountId, organizationalUnitPath, organizationId } from '../../service/copy-source';
import type { CheckRule } from '../check-rule';
import { type CheckContext, known } from '../context';
import { fromValueRule, type Judged } from '../from-value-rule';
import { pointsInVaults } from '../points-in-vaults';
import { judged, textOf, within } from './ask';

/** The value rules of the ids by which policies and reports tell accounts, as checks. */
export const ID_VALUES: readonly CheckRule[] = [
  fromValueRule(
    accountId,
    'There is no account of such an id: a policy with it is refused, or lets in nobody, a copy goes nowhere, and a report on it tells nothing.',
    function* accounts(context) {
      for (const { at, statement } of statements(context)) {
        const property = within(statement, statement.exceptPrincipals ? 'NotPrincipal' : 'Principal');
        for (const principal of statement.principals) yield* judged(at, property, accountIn(textOf(principal)));
        for (const key of ['aws:principalaccount', 'aws:sourceaccount']) yield* compared(at, statement, key);
      }
      for (const { plan, reference, vaultProperty, told } of pointsInVaults(context)) {
        yield* judged(plan, vaultProperty, known(reference?.account), told);
      }
      for (const report of context.model.reportPlans) {
        for (const account of report.accounts) {
          const id = known(account);
          if (id !== 'ROOT') yield* judged(report, 'ReportSetting.Accounts', id);
        }
      }
    },
  ),
  fromValueRule(
    organizationId,
    'No account is of such an organization, so the policy lets in nobody, and every copy from elsewhere fails.',
    function* organizations(context) {
      for (const { at, statement } of statements(context)) yield* compared(at, statement, 'aws:principalorgid');
    },
  ),
  fromValueRule(
    organizationalUnitPath,
    "The path of an account always ends with a slash, so that a path without one equals no account's, and every copy from elsewhere fails.",
    function* units(context) {
      for (const { at, statement } of statements(context)) yield* compared(at, statement, 'aws:principalorgpaths');
    },
  ),
];

function statements({ model }: CheckContext): { readonly at: Declaration; readonly statement: PolicyStatement }[] {
  return model.vaults.flatMap((vault) => (vault.policy ?? []).map((statement) => ({ at: vault, statement })));
}

/** The account that a principal tells: by its number alone, or by an ARN of IAM. */
function accountIn(principal: string | undefined): string | undefined {
  if (principal === undefined) return undefined;
  const [arn, , service, , account] = principal.split(':');
  if (arn === 'arn' && (service === 'iam' || service === 'sts')) return account;
  return /^[\d-]+$/.test(principal) ? principal : undefined;
}

/** The values with which conditions compare a key; a wildcard may stand for anything but an organizational unit. */
function compared(at: Declaration, statement: PolicyStatement, key: string): Judged<string>[] {
  const takesWildcards = key === 'aws:principalorgpaths';
  return statement.conditions
    .filter((condition) => condition.key.toLowerCase() === key && condition.operator.includes('String'))
    .flatMap(({ operator, values }) => values.map((value) => ({ operator, value: known(value) })))
    .filter(({ operator, value }) => takesWildcards || !(operator.includes('Like') && /[*?]/.test(value ?? '')))
    .flatMap(({ value }) => judged(at, within(statement, 'Condition'), value));
}
