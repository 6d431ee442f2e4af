import { missFix, missText, missVerdict } from '../cover/objectives/miss-words';
import type { Miss, ObjectiveResult } from '../cover/objectives/objective';
import { PROMISE_RULES, STALE_RULE } from '../cover/objectives/promise-rules';
import type { Place, Places } from '../read/places';
import { coveredName } from './cover-words';
import { locationsOf, sarifRule } from './sarif';
import { typeName } from './type-names';

/** What objectives came to, and where each of them is written. */
export interface JudgedObjectives {
  readonly results: readonly ObjectiveResult[];
  readonly placeOf: (index: number) => Place | undefined;
}

/** What a result of SARIF has besides what all of them have. */
interface Reported {
  readonly rule: string;
  readonly level: 'error' | 'warning';
  readonly message: string;
  readonly at: object;
  /** What tells it from others. */
  readonly identity: readonly (string | undefined)[];
}

/** The rules about objectives, as SARIF has them. */
export const OBJECTIVE_RULES = [
  ...Object.values(PROMISE_RULES).map((rule) =>
    sarifRule({
      ...rule,
      level: 'error',
      why: 'An objective promises it, and it is not so, or only deployment can tell whether it is.',
    }),
  ),
  sarifRule({
    ...STALE_RULE,
    level: 'warning',
    why: 'Whoever reads it takes something to be promised, or excepted, that is not.',
  }),
];

/** What breaks objectives, each at its resource; and what is wrong with objectives themselves, where they are written. */
export function objectiveReports(
  { results, placeOf }: JudgedObjectives,
  places: Pick<Places, 'of'>,
  templates: ReadonlyMap<string, string>,
): Reported[] {
  return results.flatMap((result, index) => [
    ...result.misses.map((miss): Reported => {
      const { objective, resource, promise, promised } = miss;
      const { stack, logicalId, constructPath } = resource;
      return {
        rule: PROMISE_RULES[promise].id,
        level: 'error',
        message: messageOf(miss),
        at: locationsOf(resource, places.of({ stack, logicalId }), templates.get(stack)),
        identity: [objective, constructPath ?? `${stack}/${logicalId}`, coveredName(miss), promised],
      };
    }),
    ...result.notes.map(
      (note): Reported => ({
        rule: STALE_RULE.id,
        level: 'warning',
        message: `${note}; ${STALE_RULE.fix}`,
        at: locationsOf({}, placeOf(index), undefined),
        identity: [result.objective, note],
      }),
    ),
  ]);
}

function messageOf(miss: Miss): string {
  const name = `${typeName(miss.resource.type)} ${coveredName(miss)}`;
  return `the objective '${miss.objective}' ${missVerdict(miss)} by ${name}: ${missText(miss)}; ${missFix(miss)}`;
}
