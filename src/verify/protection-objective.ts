import { Token } from 'aws-cdk-lib';
import { ValidationError } from 'aws-cdk-lib/core/lib/errors';
import { Construct, type IConstruct } from 'constructs';
import type { ObjectiveException } from '../cover/objectives/objective';
import { isDay } from '../service/day';
import { goalsOf } from './goals';
import { judgeAtSynth } from './objective-checks';
import type { ProtectionGoals } from './protection-goals';

/** The key in the context of an app that says what day it is. */
const TODAY = 'strongroom:today';

/** Something of which an objective is not asked. */
export interface ProtectionException {
  /** The resource, or a scope with all that is in it. */
  readonly resource: IConstruct;

  /** Why it needs no such protection. */
  readonly reason: string;

  /**
   * The last day on which it is excepted, such as `2027-03-31`. Then the app has to know what day it is: see `today`.
   *
   * @default - the exception does not end
   */
  readonly until?: string;
}

/** What is promised of the backups of a scope. */
export interface ProtectionObjectiveProps extends ProtectionGoals {
  /**
   * The tags of the resources that this is about; they have to have all of them.
   *
   * @default - whatever their tags
   */
  readonly tagged?: { readonly [key: string]: string };

  /**
   * The CloudFormation types of the resources that this is about, such as `AWS::DynamoDB::Table`.
   *
   * @default - all types
   */
  readonly types?: string[];

  /**
   * Of what this is not asked, and why.
   *
   * @default - no exceptions
   */
  readonly exceptions?: ProtectionException[];

  /**
   * The day by which it is judged whether exceptions have ended, such as `2027-01-15`. The clock of the machine is not
   * asked, so that the same program always comes to the same result.
   *
   * @default - the context key `strongroom:today`
   */
  readonly today?: string;
}

/**
 * A promise about everything in a scope: that it is backed up, and how well. Whatever in it AWS Backup cannot back up is left
 * aside.
 *
 * It is judged whenever the app is synthesized. A resource for which the promise is not kept, or may not be, is an error
 * there, which names the objective. It is acknowledged like a finding of the checks, as `Strongroom::objective-protected`,
 * `-retention`, `-copy`, `-immutable`, `-ransomware-proof` or `-restore-tested`, and the context key `strongroom:checks`
 * softens or silences it with them.
 *
 * @example
 * new ProtectionObjective(this, 'Backups', {
 *   retention: Duration.days(35),
 *   copies: [RequiredCopy.inAnotherAccount()],
 *   immutable: LockMode.COMPLIANCE,
 *   exceptions: [{ resource: table, reason: 'a cache that is filled again each night' }],
 * });
 */
export class ProtectionObjective extends Construct {
  /**
   * @param scope what this is about: everything in it
   * @param id the id of the construct
   * @param props what is promised; without it, that some plan backs everything up
   */
  constructor(scope: Construct, id: string, props: ProtectionObjectiveProps = {}) {
    super(scope, id);
    const { tagged, types, exceptions = [], today = this.node.tryGetContext(TODAY) } = props;
    if (today !== undefined) this.#askDay('today', today);
    const isJudged = judgeAtSynth(this, {
      objective: {
        name: this.node.path,
        scope: {
          // Everything is in the app, whose path is empty.
          ...(scope.node.path !== '' && { paths: [scope.node.path] }),
          ...(tagged && { tags: tagged }),
          ...(types && { types }),
        },
        ...goalsOf(props, (message) => this.#refuse(message)),
        exceptions: exceptions.map((exception) => this.#exception(exception, today)),
      },
      ...(today !== undefined && { today }),
    });
    if (!isJudged) this.#refuse('only apps are judged when they are synthesized: put it into one');
  }

  #exception({ resource, reason, until }: ProtectionException, today: string | undefined): ObjectiveException {
    const { path } = resource.node;
    if (reason.trim() === '') this.#refuse(`the exception ${path} has no reason: say why it needs no such protection`);
    if (until === undefined) return { resource: path, reason };
    this.#askDay(`until of the exception ${path}`, until);
    if (today !== undefined) return { resource: path, reason, until };
    return this.#refuse(
      `the exception ${path} ends with ${until}, and nothing says what day it is: give today, or the context key ${TODAY}, ` +
        `as in cdk synth -c ${TODAY}=$(date +%F)`,
    );
  }

  #askDay(what: string, day: unknown): void {
    if (typeof day === 'string' && !Token.isUnresolved(day) && isDay(day)) return;
    this.#refuse(`${what} is ${JSON.stringify(day)}: give a day of the calendar, such as 2027-03-31`);
  }

  #refuse(message: string): never {
    throw new ValidationError(
      'Strongroom::ProtectionObjective' as ConstructorParameters<typeof ValidationError>[0],
      `${this.node.path}: ${message}`,
      this,
    );
  }
}
