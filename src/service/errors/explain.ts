import type { ErrorCause, Sign, Sureness } from './cause';
import { type Denial, denialIn } from './denial';
import { ABOUT_ACTIONS, DENIALS, DENIALS_SOURCE } from './denials';
import { ERROR_FAMILIES } from './families';
import { type Hint, hintsFor } from './hints';
import { holds, plainText } from './phrase';

/** An error, as somebody met it. */
export interface ErrorMet {
  readonly text: string;
  /** What else an event tells: the type of the resource, the operation, the state. */
  readonly about: readonly string[];
  /** What it happened to, in an event about several. */
  readonly resource?: string;
}

/** What makes an error happen, as far as is known. */
export interface ExplainedCause {
  readonly id: string;
  readonly family: string;
  readonly sureness: Sureness;
  readonly says: string;
  readonly actions?: readonly string[];
  /** Who may not do it, where the text says so. */
  readonly principal?: string;
  /** On what, where the text says so. */
  readonly resource?: string;
  readonly rule?: string;
  readonly fix: string;
  readonly source: string;
}

/** What is known of an error. */
export interface Explanation {
  /** The surest first; none where nothing is known. */
  readonly causes: readonly ExplainedCause[];
  /** Where to look for more, where nothing is known. */
  readonly hints: readonly Hint[];
}

interface Match {
  readonly cause: ExplainedCause;
  /** How much of the text the cause stands for. */
  readonly weight: number;
}

const SURENESS: readonly Sureness[] = ['certain', 'likely', 'possible'];
/** More would be no answer. */
const MOST_CAUSES = 4;

/** Says what makes an error happen, or where to look where that is not known. */
export function explain({ text, about }: ErrorMet): Explanation {
  const plain = plainText(text);
  const around = `${plain} ${plainText(about.join(' '))}`;
  const denial = denialIn(text);
  const matches = ERROR_FAMILIES.flatMap(({ title, causes }) =>
    causes.flatMap((cause) => matchOf(cause, title, plain, around)),
  ).sort((a, b) => rank(a.cause) - rank(b.cause) || b.weight - a.weight);
  const causes = [...(denial ? [causeOfDenial(denial)] : []), ...matches.map(({ cause }) => cause)];
  // What is merely possible only confuses beside what is surer.
  const surer = causes.filter(({ sureness }) => sureness !== 'possible');
  return {
    causes: (surer.length > 0 ? surer : causes).slice(0, MOST_CAUSES),
    hints: causes.length > 0 ? [] : hintsFor(plain),
  };
}

function rank({ sureness }: ExplainedCause): number {
  return SURENESS.indexOf(sureness);
}

function matchOf(cause: ErrorCause, family: string, plain: string, around: string): Match[] {
  const { signs, ...known } = cause;
  // The signs of a cause go from the surest to the least sure.
  for (const sign of signs) {
    const weight = weightOf(sign, plain, around);
    if (weight > 0) return [{ cause: { ...known, family, sureness: sign.sureness }, weight }];
  }
  return [];
}

/** The length of the longest phrase of a sign that is there; none where it does not apply. */
function weightOf({ texts, amid }: Sign, plain: string, around: string): number {
  const lengths = texts.filter((phrase) => holds(plain, phrase)).map(({ length }) => length);
  const applies = amid === undefined || amid.some((phrase) => holds(around, phrase));
  return applies ? Math.max(0, ...lengths) : 0;
}

function causeOfDenial({ action, principal, resource, reason }: Denial): ExplainedCause {
  const { id, says, fix } = DENIALS[reason];
  const special = ABOUT_ACTIONS.get(action);
  return {
    id,
    family: 'IAM',
    sureness: 'certain',
    says,
    actions: [action],
    ...(principal !== undefined && { principal }),
    ...(resource !== undefined && { resource }),
    fix: special === undefined ? fix : `${fix}; ${action} ${special}`,
    source: DENIALS_SOURCE,
  };
}
