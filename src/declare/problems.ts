import { Annotations } from 'aws-cdk-lib';
import { UnscopedValidationError, ValidationError } from 'aws-cdk-lib/core/lib/errors';
import type { IConstruct } from 'constructs';
import { doubtOf, isError, type Problem } from '../service/value-rule';
import { rememberAnnotated } from './annotated';

type ErrorName = ConstructorParameters<typeof UnscopedValidationError>[0];

/** How a problem is told. */
export interface Telling {
  /** The part of the construct, such as `rule 'Daily'`; absent where it is the construct itself. */
  readonly part?: string;
  /** What the official library throws in this case, so that users' tests which match it go on to pass. */
  readonly phrase?: string;
  /** Whether the phrase says by itself what must hold and what was got. */
  readonly phraseSaysAll?: boolean;
}

/** A problem as it is told to the user. */
export interface ToldProblem extends Telling {
  readonly problem: Problem;
}

/**
 * Throws what is certain, with the construct path, and annotates the construct with what is not.
 *
 * @param path where the problems lie, if not in `scope`: an import has a path before it is a construct
 */
export function report(scope: IConstruct, problems: readonly ToldProblem[], path?: string): void {
  if (problems.length === 0) return;
  const errors = problems.filter(({ problem }) => isError(problem));
  const [first] = errors;
  if (first) throw new ValidationError(nameOf(first), `${path ?? scope.node.path}: ${tellAll(errors)}`, scope);
  for (const told of problems) {
    Annotations.of(scope).addWarningV2(acknowledgement(told.problem), tellDoubt(told));
    rememberAnnotated(scope, told.problem.rule.id);
  }
}

/** Reports a problem if there is one. */
export function reportOne(scope: IConstruct, problem: Problem | undefined, telling: Telling = {}, path?: string): void {
  if (problem) report(scope, [{ problem, ...telling }], path);
}

/** Throws what is certain where no construct is in sight yet; `subject` names the object instead. */
export function reportWithoutScope(subject: string, problems: readonly ToldProblem[]): void {
  const errors = problems.filter(({ problem }) => isError(problem));
  const [first] = errors;
  if (first) throw new UnscopedValidationError(nameOf(first), `${subject}: ${tellAll(errors)}`);
}

/** Throws what is wrong with the program itself and breaks no rule of AWS Backup's. */
export function refuse(scope: IConstruct, name: string, message: string): never {
  throw new ValidationError(name as ErrorName, `${scope.node.path}: ${message}`, scope);
}

/** The text of a problem; CDK adds the construct path to what a node's validation returns. */
export function tell(told: ToldProblem): string {
  return `${tellPlainly(told)} (${told.problem.rule.source}) [${acknowledgement(told.problem)}]`;
}

/** The text of a problem of which the sources are not certain. CDK adds the id by which it is acknowledged. */
function tellDoubt(told: ToldProblem): string {
  const { certainty, source } = told.problem.rule;
  return `${tellPlainly(told)} (${doubtOf(certainty)}: ${source})`;
}

function tellPlainly({ part, phrase, phraseSaysAll, problem }: ToldProblem): string {
  const clauses = [part, phrase, phraseSaysAll ? undefined : problem.says].filter((text) => text !== undefined);
  return continued(
    clauses.reduce((before, clause) => continued(before, clause, ': ')),
    problem.fix,
    '; ',
  );
}

/** Phrases of the official library are sentences; after one begins another. */
function continued(before: string, clause: string, separator: string): string {
  return before.endsWith('.')
    ? `${before} ${clause.charAt(0).toUpperCase()}${clause.slice(1)}`
    : `${before}${separator}${clause}`;
}

function tellAll(errors: readonly ToldProblem[]): string {
  return errors.map(tell).join('\n');
}

function nameOf({ problem }: ToldProblem): ErrorName {
  return acknowledgement(problem) as ErrorName;
}

/** The id under which a finding of a rule is acknowledged. */
function acknowledgement(problem: Problem): string {
  return `Strongroom::${problem.rule.id}`;
}
