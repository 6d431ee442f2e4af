import { valueRule } from './value-rule';

const ACCOUNT_ID = /^\d{12}$/;
const ORGANIZATION_ID = /^o-[a-z0-9]{10,32}$/;
/** Paths of accounts begin with the organization and end with a slash; wildcards may stand for anything in between. */
const UNIT_PATH = /^o-[a-z0-9]{10,32}\/(.*[/*?])?$/;

const ORGANIZATIONS_API = 'https://docs.aws.amazon.com/organizations/latest/APIReference';
const CONDITION_KEYS =
  'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-principalorgpaths';

/** Ids of AWS accounts, as they stand in a policy. */
export const accountId = valueRule<string>(
  {
    id: 'account-id',
    title: 'The id of an AWS account is 12 digits',
    certainty: 'documented',
    source: `${ORGANIZATIONS_API}/API_Account.html`,
  },
  (id) =>
    ACCOUNT_ID.test(id)
      ? undefined
      : {
          says: `the id of an AWS account must be 12 digits, got '${id}'`,
          fix: 'give the number without dashes, as a text, so that it keeps its leading zeros',
        },
);

/** Ids of organizations in AWS Organizations. */
export const organizationId = valueRule<string>(
  {
    id: 'organization-id',
    title: "The id of an organization is 'o-' and 10 to 32 lower-case letters or digits",
    certainty: 'documented',
    source: `${ORGANIZATIONS_API}/API_Organization.html`,
  },
  (id) =>
    ORGANIZATION_ID.test(id)
      ? undefined
      : {
          says: `the id of an organization must be 'o-' and 10 to 32 lower-case letters or digits, got '${id}'`,
          fix: 'give the id as AWS Organizations shows it, such as o-a1b2c3d4e5',
        },
);

/**
 * Where an organizational unit is, or a pattern of such places. A path without its last slash is compared with every
 * account's, and equals none.
 */
export const organizationalUnitPath = valueRule<string>(
  {
    id: 'organizational-unit-path',
    title:
      "The path of an organizational unit begins with the organization and ends with '/' or, to take in the units below, '/*'",
    certainty: 'documented',
    source: CONDITION_KEYS,
  },
  (path) =>
    UNIT_PATH.test(path)
      ? undefined
      : {
          says: `the path of an organizational unit must look like o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/, got '${path}'`,
          fix: UNIT_PATH.test(`${path}/`)
            ? "end it with '/' for the accounts of that unit, or with '/*' to take in the units below"
            : "give the ids of the organization, the root and every unit on the way, each followed by '/'",
        },
);
