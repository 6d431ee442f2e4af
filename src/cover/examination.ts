import type { Leaning } from '../read/assumptions/leaning';
import type { AssumptionId } from '../read/assumptions/registry';
import type { BackupModel } from '../read/model';
import type { CoverageStatus, CoveredResource, Exclusion, Protection } from './coverage';
import { decide, type Verdict } from './decide';
import { any, type Formula } from './formula';
import { nativeOf } from './native';
import { Needs } from './needs';
import { OptedIn } from './opted-in';
import { Places } from './places';
import { PlanWorks } from './plan-works';
import type { Judges } from './selecting';
import { StacksAround } from './stacks-around';
import { type Subject, Subjects } from './subjects';
import { TagConditions } from './tag-conditions';
import { TagSets } from './tags';
import { Taken, type TakenBy } from './taken';
import { exclusionOf, type Taking } from './taking';
import { Texts } from './texts';
import { Unread } from './unread';
import { Ways } from './ways';
import { hangsOn } from './words';

/** What is said of a subject, besides which it is. */
type Judged = Omit<CoveredResource, 'resource' | 'replicaRegion' | 'native'>;

const STATUS: Readonly<Record<Verdict, CoverageStatus>> = {
  always: 'protected',
  never: 'unprotected',
  sometimes: 'unknown',
};

/** What was found of one subject, and what it was judged by. */
export interface Examined {
  readonly subject: Subject;
  readonly row: CoveredResource;
  /** Every way in which something may protect it; none of what AWS Backup cannot back up. */
  readonly takings: readonly Taking[];
}

/** Looks at every subject of a model, and keeps what it was judged by. */
export class Examination {
  public readonly judges: Judges;
  public readonly texts: Texts;
  private readonly subjects: readonly Subject[];
  private readonly taken: Taken;
  /** What comes of what takes a subject that always exists. */
  private readonly known = new Map<TakenBy, Judged>();

  constructor(model: BackupModel, leaning: Leaning) {
    const places = new Places(model.stacks, leaning);
    const texts = new Texts(model, places, leaning);
    const unread = new Unread(model);
    const ways = new Ways(texts, leaning);
    const subjects = new Subjects(model, places, texts, new TagSets(places, texts, leaning), unread, leaning);
    this.texts = texts;
    this.judges = {
      places,
      subjects,
      unread,
      leaning,
      ways,
      stacks: new StacksAround(places, texts, leaning, ways),
      conditions: new TagConditions(texts, leaning),
      optedIn: new OptedIn(leaning),
      needs: new Needs(texts, unread, leaning),
      planWorks: new PlanWorks(model, texts, places, subjects, unread, leaning),
    };
    this.subjects = subjects.all();
    this.taken = new Taken(model, this.judges, texts, this.subjects);
  }

  /** Every subject that there may be: what exists in no deployment at all needs no backup. */
  public all(): Examined[] {
    return this.subjects.flatMap((subject) => {
      if (subject.exists !== true && decide(subject.exists) === 'never') return [];
      const isBackedUp = subject.resource.resourceType !== undefined;
      const taken = isBackedUp ? this.taken.by(subject) : undefined;
      const judged = taken ? this.judged(taken, subject.exists) : NO_BACKUPS;
      const row = rowOf(subject, nativeOf(subject, this.judges.unread), together(judged, subject));
      return [{ subject, takings: taken?.takings ?? [], row }];
    });
  }

  /** What comes of all that takes a subject. */
  private judged(taken: TakenBy, exists: Formula): Judged {
    const known = exists === true ? this.known.get(taken) : undefined;
    if (known) return known;
    const judged = this.judge(taken, exists);
    if (exists === true) this.known.set(taken, judged);
    return judged;
  }

  private judge({ takings, asked }: TakenBy, exists: Formula): Judged {
    const certain: Taking[] = [];
    const perhaps: Taking[] = [];
    const excludedBy: Exclusion[] = [];
    for (const each of takings) {
      const verdict = decide(each.holds, exists);
      if (verdict === 'never') for (const one of each.excludes ?? exclusionOf(each, exists)) excludedBy.push(one);
      else (verdict === 'always' ? certain : perhaps).push(each);
    }
    const formula = any(...perhaps.map(({ holds }) => holds));
    const verdict = certain.length > 0 ? 'always' : decide(formula, exists);
    const protections = (some: readonly Taking[]) => distinct(some.map((each) => this.protection(each, exists)));
    const together = verdict === 'always' && certain.length === 0;
    return {
      status: STATUS[verdict],
      protectedBy: protections(together ? perhaps : certain),
      perhapsProtectedBy: verdict === 'sometimes' ? protections(perhaps) : [],
      excludedBy: distinct(excludedBy),
      unknowns: verdict === 'sometimes' ? hangsOn(formula, exists) : [],
      assumptions: leaningOf(certain, asked),
    };
  }

  private protection(taken: Taking, among: Formula): Protection {
    const { plan, selection, planDeclared, selectionDeclared, by, reason, holds } = taken;
    return {
      plan,
      ...(selection !== undefined && { selection }),
      ...(planDeclared && { planDeclared }),
      ...(selectionDeclared && { selectionDeclared }),
      by,
      reason,
      provided: hangsOn(holds, among),
    };
  }
}

/** What comes of a subject leans on what tells that there is such a thing as well. */
function together(judged: Judged, { leansOn }: Subject): Judged {
  if (leansOn.size === 0) return judged;
  return { ...judged, assumptions: [...new Set([...judged.assumptions, ...leansOn])].sort() };
}

/** Written out, which is much faster than to spread: there are thousands. */
function rowOf({ resource, replicaRegion }: Subject, native: readonly string[], judged: Judged): CoveredResource {
  const { status, protectedBy, perhapsProtectedBy, excludedBy, unknowns, assumptions } = judged;
  const row = { resource, status, protectedBy, perhapsProtectedBy, excludedBy, native, unknowns, assumptions };
  return replicaRegion === undefined ? row : { ...row, replicaRegion };
}

const NO_BACKUPS: Judged = {
  status: 'notBackedUpByAwsBackup',
  protectedBy: [],
  perhapsProtectedBy: [],
  excludedBy: [],
  unknowns: [],
  assumptions: [],
};

/**
 * The assumptions without which a status might be another: those of what protects it for certain and asks for the fewest,
 * and else all that were asked for.
 */
function leaningOf(certain: readonly Taking[], asked: ReadonlySet<AssumptionId>): AssumptionId[] {
  const [first, ...others] = certain.map(({ leansOn }) => leansOn);
  const fewest = first && others.reduce((one, other) => (other.size < one.size ? other : one), first);
  return [...(fewest ?? asked)].sort();
}

/** A selection that names a resource in several ways takes it, or leaves it out, for one reason all the same. */
function distinct<Kind extends Pick<Protection, 'plan' | 'selection' | 'reason'> & { readonly by?: string }>(
  some: readonly Kind[],
): readonly Kind[] {
  if (some.length < 2) return some;
  const byWords = new Map<string, Kind>();
  for (const each of some) {
    const words = `${each.plan}\n${each.selection}\n${each.by}\n${each.reason}`;
    if (!byWords.has(words)) byWords.set(words, each);
  }
  return [...byWords.values()];
}
