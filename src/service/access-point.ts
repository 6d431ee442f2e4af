import { api } from './documentation';
import { valueRule } from './value-rule';

const NAME = /^[a-z0-9-]{3,50}$/;
/** S3 makes names with these endings itself. */
const RESERVED = /-(ext-)?s3alias$/;

/** Names of backup access points, which are names of S3 access points too. */
export const accessPointName = valueRule<string>(
  {
    id: 'access-point-name',
    title: "A backup access point name is 3 to 50 lower-case letters, digits or '-', and does not end in -s3alias",
    certainty: 'documented',
    source: api('API_CreateBackupAccessPoint'),
  },
  (name) =>
    NAME.test(name) && !RESERVED.test(name)
      ? undefined
      : {
          says: `a backup access point name must be 3 to 50 lower-case letters, digits or '-', and not end in -s3alias or -ext-s3alias, got '${name}' (${name.length} characters)`,
          fix: 'give it such a name, or none for one made at deployment',
        },
);
