import { api } from './documentation';
import { type ValueRule, valueRule } from './value-rule';

const VAULT_NAME = /^[a-zA-Z0-9\-_]{2,50}$/;
/** As in a policy, where a name with a wildcard stands for several. */
const VAULT_NAME_PATTERN = /^(?=.*\*)[a-zA-Z0-9\-_*]{1,50}$/;
const PLAN_PART_NAME = /^[a-zA-Z0-9\-_.]{1,50}$/;

const PLAN_PART_ALPHABET = "1 to 50 letters, digits, '-', '_' or '.'";

/** Vault names, which are case-sensitive and unique in an account and Region. */
export const vaultName = valueRule<string>(
  {
    id: 'vault-name',
    title: "A vault name is 2 to 50 letters, digits, '-' or '_'",
    certainty: 'documented',
    source: api('API_CreateBackupVault'),
  },
  (name) =>
    VAULT_NAME.test(name)
      ? undefined
      : {
          says: `a vault name must be 2 to 50 letters, digits, '-' or '_', got ${quoted(name)}`,
          fix: 'give the vault such a name (a construct without backupVaultName makes one of its path)',
        },
);

/**
 * Names by which vaults are imported. AWS Backup itself makes one for EFS whose name has slashes, and a name with `*`
 * stands for several vaults in a grant.
 */
export const existingVaultName = valueRule<string>(
  {
    id: 'existing-vault-name',
    title:
      "A vault is imported by a name of 2 to 50 letters, digits, '-' or '_', by one of AWS's own that begins with aws/, or by a pattern with *",
    certainty: 'documented',
    source: api('API_CreateBackupVault'),
  },
  (name) =>
    VAULT_NAME.test(name) || VAULT_NAME_PATTERN.test(name) || isOfAws(name)
      ? undefined
      : {
          says: `no vault can have the name ${quoted(name)}: names are 2 to 50 letters, digits, '-' or '_'`,
          fix: 'give the name of the vault as AWS Backup shows it',
        },
);

/** Recovery points go into one vault, and one that can exist. */
export const destinationVaultName = valueRule<string>(
  {
    id: 'destination-vault-name',
    title: "Backups and copies go into one vault, which has a name of 2 to 50 letters, digits, '-' or '_'",
    certainty: 'documented',
    source: api('API_BackupRuleInput'),
  },
  (name) =>
    VAULT_NAME.test(name) || isOfAws(name)
      ? undefined
      : {
          says: `backups go into one vault that has a name of 2 to 50 letters, digits, '-' or '_', got ${quoted(name)}`,
          fix: 'name one vault',
        },
);

/** Plan names. The default is the construct's id, which may well hold what AWS Backup refuses. */
export const planName = partOfPlanName(
  'plan-name',
  'plan',
  api('API_BackupPlanInput'),
  'give the plan such a name (a construct without backupPlanName takes its id)',
);

/** Rule names. The default is made of the plan's construct id and the rule's index. */
export const ruleName = partOfPlanName(
  'rule-name',
  'rule',
  api('API_BackupRuleInput'),
  "give the rule such a name (in a construct, a rule without ruleName is called by the plan's id, 'Rule' and a number)",
);

/** Selection names. The default is the construct's id. */
export const selectionName = partOfPlanName(
  'selection-name',
  'selection',
  api('API_BackupSelection'),
  'give the selection such a name (a construct without backupSelectionName takes its id)',
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

function isOfAws(name: string): boolean {
  return name.startsWith('aws/');
}

function quoted(name: string): string {
  return `'${name}' (${name.length} characters)`;
}
