import type { Vault } from '../../read/model';
import { isResource } from '../../read/told';
import { decide } from '../decide';
import type { Examination, Examined } from '../examination';
import { all, any, type Formula, free, not, same } from '../formula';
import type { Place } from '../places';
import type { CopyGoal, LockMode, Objective, PromiseKind } from './objective';
import type { Points } from './points';
import type { RestoreTests } from './restore-tests';

/** One promise, as it is to be kept for one resource. */
export interface Asked {
  readonly promise: PromiseKind;
  /** What is promised, in words. */
  readonly promised: string;
  readonly holds: Formula;
  /** What is wrong where it is not kept, in words. */
  readonly otherwise: string;
}

/** Any place but that of the resource. */
const OTHER = 'other';

/** What objectives promise, as formulas. */
export class Promises {
  constructor(
    private readonly examination: Examination,
    private readonly restoreTests: RestoreTests,
  ) {}

  /** The promises of an objective for a resource, that it is protected at all first. */
  public of(objective: Objective, examined: Examined, points: readonly Points[]): Asked[] {
    const { retentionDays, copies = [], immutable, ransomwareProof, restoreTested } = objective;
    const { place } = examined.subject;
    const some = (fits: (each: Points) => Formula) => any(...points.map((each) => all(each.made, fits(each))));
    const asked: Asked[] = [
      {
        promise: 'protected',
        promised: 'a plan backs it up',
        holds: any(...examined.takings.map(({ holds }) => holds)),
        otherwise: 'no plan backs it up',
      },
    ];
    if (retentionDays !== undefined) {
      const words = `kept ${retentionDays} days`;
      asked.push({
        promise: 'retention',
        holds: some((each) => each.keptFor(retentionDays)),
        promised: someAre(words),
        otherwise: `${noneIs(words)}${this.found(points, ({ kept }) => kept)}`,
      });
    }
    for (const copy of copies) {
      const words = `copied ${goalWords(copy)}`;
      asked.push({
        promise: 'copy',
        promised: someAre(words),
        holds: some((each) => all(each.kind === 'copy', this.isIn(each.place, copy, place))),
        otherwise: noneIs(words),
      });
    }
    if (immutable !== undefined) {
      const words = `in a vault that is ${LOCK_WORDS[immutable]}`;
      asked.push({
        promise: 'immutable',
        promised: someAre(words),
        holds: some((each) => this.isLocked(each, immutable)),
        otherwise: noneIs(words),
      });
    }
    if (ransomwareProof) {
      const isProof = (each: Points) =>
        all(
          each.kind === 'copy',
          not(same([each.place.account], [place.account])),
          this.isLocked(each, 'compliance'),
          this.isKeyElsewhere(each, place),
        );
      const words =
        'copied into a vault of another account that is locked for good, under a key outside its own account';
      asked.push({
        promise: 'ransomwareProof',
        promised: someAre(words),
        holds: some(isProof),
        otherwise: noneIs(words),
      });
    }
    if (restoreTested !== undefined) {
      const words = `restores it${restoreTested === true ? '' : ` from the vault ${restoreTested}`}`;
      asked.push({
        promise: 'restoreTested',
        promised: `a restore test ${words}`,
        holds: some((each) =>
          all(restoreTested === true || each.vaultName === restoreTested, this.restoreTests.of(examined, each)),
        ),
        otherwise: `no restore test ${words}`,
      });
    }
    return asked;
  }

  private isIn(there: Place, { region, account }: CopyGoal, home: Place): Formula {
    const isPart = (goal: string | undefined, part: 'region' | 'account'): Formula => {
      if (goal === undefined) return true;
      return goal === OTHER ? not(same([there[part]], [home[part]])) : same([goal], [there[part]]);
    };
    return all(isPart(region, 'region'), isPart(account, 'account'));
  }

  private isLocked({ vault, vaultName, told }: Points, mode: LockMode): Formula {
    if (!vault) {
      const name = vaultName === undefined ? `of ${told}` : `'${vaultName}'`;
      return free(`vault:${told}`, `the lock of the vault ${name}, which was not read`);
    }
    const { subjects } = this.examination.judges;
    return all(subjects.exists(vault), vault.kind === 'logicallyAirGapped' || this.hasLock(vault, mode));
  }

  private hasLock({ lock, stack, ...vault }: Vault, mode: LockMode): Formula {
    const { judges, texts } = this.examination;
    if (mode === 'airGapped') return false;
    if (!lock) return judges.unread.mayTell({ stack, ...vault }, 'LockConfiguration');
    const { minRetentionDays, maxRetentionDays, changeableForDays } = lock;
    const isGiven = (value: typeof minRetentionDays) =>
      value !== undefined && texts.holds(value, stack, (text) => text.length > 0);
    // Only a lock with a time after which it cannot be changed is one for good.
    const parts = mode === 'governance' ? [minRetentionDays, maxRetentionDays, changeableForDays] : [changeableForDays];
    return all(texts.conditions.allHold(lock.when, stack), any(...parts.map(isGiven)));
  }

  /** That the key of a vault is not of the account of the resource: whoever holds that account could delete it. */
  private isKeyElsewhere({ vault }: Points, home: Place): Formula {
    const key = vault?.encryptionKey;
    // Without one AWS chooses a key, in the account of the vault or in its own.
    if (!vault || key === undefined) return true;
    const { judges, texts } = this.examination;
    if (isResource(key)) return not(same([judges.places.of(key.stack).account], [home.account]));
    return texts.holds(key, vault.stack, (text) => {
      const [first] = text;
      const account = text.length === 1 && typeof first === 'string' ? first.split(':')[4] : undefined;
      if (account) return not(same([account], [home.account]));
      return free(`key:${vault.stack}:${vault.logicalId}`, `the account of the key of ${vault.logicalId}`);
    });
  }

  /** What was found instead, where that is known of all that is made. */
  private found(points: readonly Points[], of: (each: Points) => string | undefined): string {
    const words = new Set(points.filter(({ made }) => decide(made) !== 'never').map(of));
    if (words.size === 0 || words.has(undefined)) return '';
    return `: they are kept ${[...words].join(' and ')}`;
  }
}

const LOCK_WORDS: Readonly<Record<LockMode, string>> = {
  governance: 'locked',
  compliance: 'locked in compliance mode',
  airGapped: 'logically air-gapped',
};

function someAre(words: string): string {
  return `some of its recovery points are ${words}`;
}

function noneIs(words: string): string {
  return `none of its recovery points is ${words}`;
}

function goalWords({ region, account }: CopyGoal): string {
  const part = (goal: string | undefined, what: string) =>
    goal === undefined ? [] : [goal === OTHER ? `another ${what}` : `the ${what} ${goal}`];
  const words = [...part(region, 'Region'), ...part(account, 'account')];
  return words.length === 0 ? 'anywhere' : `to ${words.join(' of ')}`;
}
