import type { Coverage, CoveredResource } from '../cover/coverage';
import type { StackFacts } from '../read/model';
import type { Places } from '../read/places';
import { CoverFacts, coveredName } from './cover-words';
import type { Phrase } from './layout';
import { type JudgedObjectives, OBJECTIVE_RULES, objectiveReports } from './objectives-sarif';
import { fingerprints, locationsOf, sarifLog, sarifRule } from './sarif';
import { typeName } from './type-names';

/** What a SARIF report is made of, besides the coverage. */
export interface CoverSarifFacts {
  readonly stacks: readonly StackFacts[];
  readonly places: Pick<Places, 'of'>;
  /** The version of this package. */
  readonly version: string;
  /** What objectives came to; absent where none were given. */
  readonly objectives?: JudgedObjectives | undefined;
}

const SOURCE = 'https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html';

/** What is reported, by the status of the resource; the others are fine, or none of AWS Backup's concern. */
const RULES = {
  unprotected: sarifRule({
    id: 'resource-unprotected',
    level: 'warning',
    title: 'No plan of AWS Backup backs the resource up',
    why: 'Whichever way the templates are deployed, no selection of a plan takes it.',
    source: SOURCE,
  }),
  unknown: sarifRule({
    id: 'resource-perhaps-unprotected',
    level: 'note',
    title: 'Whether a plan of AWS Backup backs the resource up is not known',
    why: 'It depends on what only deployment knows, or on an assumption that nobody has answered.',
    source: SOURCE,
  }),
} as const;

type Reported = keyof typeof RULES;

/** Says as a SARIF 2.1.0 log which resources are not protected, and of which that is not known; and what misses objectives. */
export function coverSarif(coverage: Coverage, { stacks, places, version, objectives }: CoverSarifFacts): string {
  const fingerprint = fingerprints();
  const facts = new CoverFacts(coverage);
  const templates = new Map(stacks.map(({ name, template }) => [name, template]));
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
          ...locationsOf(resource, places.of({ stack, logicalId }), templates.get(stack)),
          partialFingerprints: {
            'strongroomCoverage/v1': fingerprint([id, constructPath ?? `${stack}/${logicalId}`]),
          },
        };
      }),
  );
  if (!objectives) return sarifLog(version, Object.values(RULES), results);
  const rules = [...Object.values(RULES), ...OBJECTIVE_RULES];
  const missed = objectiveReports(objectives, places, templates).map(({ rule, level, message, at, identity }) => ({
    ruleId: rule,
    ruleIndex: rules.findIndex(({ id }) => id === rule),
    level,
    message: { text: message },
    ...at,
    partialFingerprints: { 'strongroomObjective/v1': fingerprint([rule, ...identity]) },
  }));
  return sarifLog(version, rules, [...results, ...missed]);
}

function messageOf(covered: CoveredResource, status: Reported, facts: CoverFacts): string {
  const verdict = status === 'unprotected' ? 'is not backed up by AWS Backup' : 'may not be backed up by AWS Backup';
  const said = facts.of(covered).map(({ label, says }) => `${label} ${textOf(says)}`);
  return [`${typeName(covered.resource.type)} ${coveredName(covered)} ${verdict}`, ...said].join('; ');
}

function textOf(phrase: Phrase): string {
  return phrase.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}
