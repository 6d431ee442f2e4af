import { guide } from './documentation';
import { type ValueRule, valueRule } from './value-rule';

const VAULT_NAME = /^[a-zA-Z0-9\-_]{2,50}$/;
const PLAN_PART_NAME = /^[a-zA-Z0-9\-_.]{1,50}$/;

const PLAN_PART_ALPHABET = "1 to 50 letters, digits, '-', '_' or '.'";

/** Vault names, which are case-sensitive and unique in an account and Region. */
export const vaultName = valueRule<string>(
  {
    id: 'vault-name',
    title: "A vault name is 2 to 50 letters, digits, '-' or '_'",
    certainty: 'documented',
    source: guide('API_CreateBackupVault'),
  },
  (name) =>
    VAULT_NAME.test(name)
      ? undefined
      : {
          // The official library's own phrase comes first, for the tests that match it.
          says: `Expected vault name to match pattern \`^[a-zA-Z0-9-_]{2,50}$\`, got ${quoted(name)}`,
          fix: "use 2 to 50 letters, digits, '-' or '_'",
        },
);

/** Names of vaults that exist already: AWS Backup itself makes one for EFS whose name has slashes. */
export const existingVaultName = valueRule<string>(
  {
    id: 'existing-vault-name',
    title:
      "An existing vault has a name of 2 to 50 letters, digits, '-' or '_', or one of AWS's own that begins with aws/",
    certainty: 'documented',
    source: guide('API_CreateBackupVault'),
  },
  (name) =>
    VAULT_NAME.test(name) || name.startsWith('aws/')
      ? undefined
      : {
          says: `no vault can have the name ${quoted(name)}: names are 2 to 50 letters, digits, '-' or '_'`,
          fix: 'give the name of the vault as AWS Backup shows it',
        },
);

/** Plan names. The default is the construct's id, which may well hold what AWS Backup refuses. */
export const planName = partOfPlanName(
  'plan-name',
  'plan',
  guide('API_BackupPlanInput'),
  'set backupPlanName, which is the construct id by default',
);

/** Rule names. The default is made of the plan's construct id and the rule's index. */
export const ruleName = partOfPlanName(
  'rule-name',
  'rule',
  guide('API_BackupRuleInput'),
  "set ruleName, which by default is the plan's construct id, 'Rule' and a number",
);

/** Selection names. The default is the construct's id. */
export const selectionName = partOfPlanName(
  'selection-name',
  'selection',
  guide('API_BackupSelection'),
  'set backupSelectionName, which is the construct id by default',
);

function partOfPlanName(id: string, noun: string, source: string, fix: string): ValueRule<string> {
  return valueRule<string>(
    {
      id,
      title: `A ${noun} name is ${PLAN_PART_ALPHABET}`,
      certainty: 'documented',
      source,
    },
    (name) =>
      PLAN_PART_NAME.test(name)
        ? undefined
        : { says: `a ${noun} name must be ${PLAN_PART_ALPHABET}, got ${quoted(name)}`, fix },
  );
}

function quoted(name: string): string {
  return `'${name}' (${name.length} characters)`;
}
