import {
  FLAG,
  listOf,
  mapOf,
  oneOf,
  recordOf,
  type Shape,
  type ShapeValue,
  textLike,
  textOrDigits,
  wholeNumber,
} from '../../read/assumptions/shape';
import { Spot } from '../../read/assumptions/spot';
import { parseYaml } from '../../read/document/yaml-document';
import type { JsonObject, ReadText } from '../../read/json';
import { DAY_PATTERN } from '../../service/day';
import { LONGEST_RETENTION_DAYS } from '../../service/lifecycle';
import type { CopyGoal, LockMode, Objective, ObjectiveException } from './objective';

/** The file that is read where no other is named. */
export const OBJECTIVES_FILE = 'strongroom.objectives.yaml';

const SCHEMA_ID =
  'https://raw.githubusercontent.com/cdk-strongroom/cdk-strongroom/main/docs/schemas/objectives.schema.json';

const NAME = textLike('^\\S(.{0,98}\\S)?$', 'a name of 1 to 100 characters');
const PATH = textLike('^[^/\\s][^\\n]{0,999}$', 'a construct path, the name of a stack, or stack/LogicalId');
const TYPE = textLike('^[A-Za-z0-9]+(::[A-Za-z0-9]+){1,3}$', 'a type of CloudFormation, such as AWS::DynamoDB::Table');
const REGION = textLike('^(other|[a-z]{2}(-[a-z]+)+-[0-9]+)$', "a Region, such as eu-west-1, or 'other'");
const ACCOUNT = textLike('^(other|[0-9]{12})$', "an account of 12 digits, in quotes, or 'other'");
const DAY = textLike(DAY_PATTERN, 'a day of the calendar, such as 2027-03-31, in quotes');
const TAG_KEY = textLike('^.{1,128}$', 'the key of a tag');
const TAG_VALUE = textOrDigits(textLike('^.{0,256}$', 'the value of a tag, in quotes'));

const MODES: Readonly<Record<string, LockMode>> = {
  governance: 'governance',
  compliance: 'compliance',
  'air-gapped': 'airGapped',
};

/** True, or a name; false would promise nothing. */
const TESTED: Shape<true | string> = {
  expects: 'true, or the name of a vault',
  schema: { anyOf: [{ const: true }, { type: 'string', pattern: '^[a-zA-Z0-9_-]{1,50}$' }] },
  read: (value, spot) => {
    if (value === true || (typeof value === 'string' && /^[a-zA-Z0-9_-]{1,50}$/.test(value))) return value;
    throw spot.misfit(value, TESTED.expects);
  },
};

const OBJECTIVE = recordOf(
  {
    name: NAME,
    paths: listOf(PATH),
    tags: mapOf(TAG_KEY, TAG_VALUE, { mayBeEmpty: false }),
    types: listOf(TYPE),
    'retention-days': wholeNumber<never>(1, LONGEST_RETENTION_DAYS),
    copies: listOf(recordOf({ region: REGION, account: ACCOUNT }, { some: ['region', 'account'] })),
    immutable: oneOf(['governance', 'compliance', 'air-gapped']),
    'ransomware-proof': FLAG,
    'restore-tested': TESTED,
    'allow-unknown': FLAG,
    exceptions: listOf(
      recordOf(
        { resource: PATH, reason: textLike('\\S', 'a reason'), until: DAY },
        { required: ['resource', 'reason'] },
      ),
    ),
  },
  { required: ['name'] },
);

const FILE = recordOf({ objectives: listOf(OBJECTIVE) }, { required: ['objectives'] });

/**
 * Reads what a file promises of backups.
 *
 * @param path the file
 * @param value what stands in it
 * @throws UnusableInput where something in it is not known, or is not what it has to be
 */
export function parseObjectives(path: string, value: unknown): readonly Objective[] {
  const spot = new Spot(path);
  const { objectives } = FILE.read(value ?? {}, spot);
  const seen = new Set<string>();
  return objectives.map((written, index) => {
    if (seen.has(written.name))
      throw spot.at('objectives').item(index).lack(`has the name of another, '${written.name}'`);
    seen.add(written.name);
    return objectiveOf(written);
  });
}

/**
 * Reads a file of objectives, in YAML or JSON.
 *
 * @throws UnusableInput where it cannot be read, or says something that cannot be used
 */
export function readObjectives(path: string, readText: ReadText): readonly Objective[] {
  return parseObjectives(path, parseYaml(path, readText(path).replace(/^\uFEFF/, '')));
}

/** The JSON Schema of a file of objectives: it takes what the reader takes, and refuses what the reader refuses. */
export function objectivesSchema(): JsonObject {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: SCHEMA_ID,
    title: 'Objectives of Strongroom',
    ...FILE.schema,
  };
}

function objectiveOf(written: ShapeValue<typeof OBJECTIVE>): Objective {
  const { name, paths, tags, types, copies, immutable, exceptions } = written;
  return {
    name,
    scope: {
      ...(paths && { paths }),
      ...(tags && { tags: Object.fromEntries(tags) }),
      ...(types && { types }),
    },
    ...given('retentionDays', written['retention-days']),
    ...(copies && {
      copies: copies.map(
        ({ region, account }): CopyGoal => ({
          ...(region !== undefined && { region }),
          ...(account !== undefined && { account }),
        }),
      ),
    }),
    ...given('immutable', immutable === undefined ? undefined : MODES[immutable]),
    ...given('ransomwareProof', written['ransomware-proof']),
    ...given('restoreTested', written['restore-tested']),
    ...given('allowUnknown', written['allow-unknown']),
    ...(exceptions && {
      exceptions: exceptions.map(
        ({ resource, reason, until }): ObjectiveException => ({
          resource,
          reason,
          ...(until !== undefined && { until }),
        }),
      ),
    }),
  };
}

function given<Name extends keyof Objective>(
  name: Name,
  value: Objective[Name] | undefined,
): Pick<Objective, Name> | object {
  return value === undefined ? {} : { [name]: value };
}
