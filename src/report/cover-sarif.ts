import type { Coverage, CoveredResource } from '../cover/coverage';
import type { StackFacts } from '../read/model';
import type { Places } from '../read/places';
import { CoverFacts, coveredName } from './cover-words';
import type { Phrase } from './layout';
import { fingerprints, locationsOf, sarifLog } from './sarif';
import { typeName } from './type-names';

/** What a SARIF report is made of, besides the coverage. */
export interface CoverSarifFacts {
  readonly stacks: readonly StackFacts[];
  readonly places: Pick<Places, 'of'>;
  /** The version of this package. */
  readonly version: string;
}

const SOURCE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html';

/** What is reported, by the status of the resource; the others are fine, or none of AWS Backup's concern. */
const RULES = {
  unprotected: rule(
    'resource-unprotected',
    'warning',
    'No plan of AWS Backup backs the resource up',
    'Whichever way the templates are deployed, no selection of a plan takes it.',
  ),
  unknown: rule(
    'resource-perhaps-unprotected',
    'note',
    'Whether a plan of AWS Backup backs the resource up is not known',
    'It depends on what only deployment knows, or on an assumption that nobody has answered.',
  ),
} as const;

type Reported = keyof typeof RULES;

/** Says as a SARIF 2.1.0 log which resources are not protected, and of which that is not known. */
export function coverSarif(coverage: Coverage, { stacks, places, version }: CoverSarifFacts): string {
  const fingerprint = fingerprints();
  const facts = new CoverFacts(coverage);
  const statuses = Object.keys(RULES) as Reported[];
  const results = statuses.flatMap((status, ruleIndex) =>
    coverage.resources
      .filter((covered) => covered.status === status)
      .map((covered) => {
        const { resource } = covered;
        const { stack, logicalId, constructPath } = resource;
        const { id, defaultConfiguration } = RULES[status];
        return {
          ruleId: id,
          ruleIndex,
          level: defaultConfiguration.level,
          message: { text: messageOf(covered, status, facts) },
          ...locationsOf(resource, places.of({ stack, logicalId }), templateOf(stack, stacks)),
          partialFingerprints: {
            'strongroomCoverage/v1': fingerprint([id, constructPath ?? `${stack}/${logicalId}`]),
          },
        };
      }),
  );
  return sarifLog(version, Object.values(RULES), results);
}

function messageOf(covered: CoveredResource, status: Reported, facts: CoverFacts): string {
  const verdict = status === 'unprotected' ? 'is not backed up by AWS Backup' : 'may not be backed up by AWS Backup';
  const said = facts.of(covered).map(({ label, says }) => `${label} ${textOf(says)}`);
  return [`${typeName(covered.resource.type)} ${coveredName(covered)} ${verdict}`, ...said].join('; ');
}

function textOf(phrase: Phrase): string {
  return phrase.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

function templateOf(stack: string, stacks: readonly StackFacts[]): string | undefined {
  return stacks.find(({ name }) => name === stack)?.template;
}

function rule<Level extends string>(id: string, level: Level, title: string, why: string) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${title}. ${why} Source: ${SOURCE}` },
    helpUri: SOURCE,
    defaultConfiguration: { level },
    properties: { tags: ['backup'] },
  };
}
