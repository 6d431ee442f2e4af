import type { PolicyStatement, Vault } from '../../read/model';
import { guide } from '../../service/documentation';
import type { CheckRule, Flaw } from '../check-rule';
import { type CheckContext, mayCoexist } from '../context';
import { type Copy, copiesOf } from '../copies';
import { concerns, concernsEverybody, has, isAbout } from '../statements';
import { vaultWords } from '../vault-words';

const COPY = 'backup:CopyIntoBackupVault';

/** Copies, and the access policies of the vaults that they go to. */
export const copyRefusedByVaultPolicy: CheckRule = {
  id: 'copy-refused-by-vault-policy',
  title: 'The access policy of a vault lets the copies in that are sent to it',
  why: 'Nothing comes into a vault of another account unless the access policy of that vault allows backup:CopyIntoBackupVault to the account that sends it. Without that, or with a statement that denies it, the plan deploys and each copy job fails.',
  severity: 'error',
  certainty: 'documented',
  source: guide('create-cross-account-backup'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const copy of copiesOf(context)) yield* flaws(context, copy);
  },
};

function* flaws(context: CheckContext, copy: Copy): Iterable<Flaw> {
  const { vault, plan, told, vaultProperty, from, way } = copy;
  if (!vault) return;
  const at = { at: plan, property: vaultProperty };
  const denial = vault.policy?.find((statement) => denies(context, statement, copy));
  if (denial) {
    yield {
      ...at,
      says: `${told} goes to ${vaultWords(vault)}, whose access policy denies ${COPY} (${denial.path}), so each copy job fails`,
      fix: 'take that action, or whoever copies, out of the statement',
    };
  } else if (way.account === 'other' && from.account !== undefined && !mayAllow(context, vault, from.account)) {
    yield {
      ...at,
      says: `${told} goes from account ${from.account} to ${vaultWords(vault)} of another account, whose access policy allows ${COPY} to nobody of account ${from.account}, so each copy job fails`,
      fix: `allow ${COPY} on * to arn:aws:iam::${from.account}:root in the AccessPolicy of the vault`,
    };
  }
}

function mayAllow(context: CheckContext, vault: Vault, account: string): boolean {
  if (!context.isWhollyRead(vault, 'AccessPolicy')) return true;
  return (vault.policy ?? []).some(
    (statement) =>
      has('Allow', statement.effect) !== 'no' &&
      isAbout(statement, COPY) !== 'no' &&
      concerns(context, statement, account) !== 'no',
  );
}

/** Only what holds for whoever copies, and on whatever condition. */
function denies(context: CheckContext, statement: PolicyStatement, { plan, rule, vault, from }: Copy): boolean {
  const { effect, conditions, resources, exceptResources } = statement;
  const isWhole = conditions.length === 0 && !exceptResources && resources.includes('*');
  const isMeant =
    concernsEverybody(statement) ||
    (from.account !== undefined && concerns(context, statement, from.account) === 'yes');
  const isThere = vault?.stack !== plan.stack || mayCoexist(statement, rule);
  return isWhole && isMeant && isThere && has('Deny', effect) === 'yes' && isAbout(statement, COPY) === 'yes';
}
