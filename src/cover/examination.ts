import type { Leaning } from '../read/assumptions/leaning';
import type { AssumptionId } from '../read/assumptions/registry';
import type { BackupModel } from '../read/model';
import type { DataResource } from '../read/surroundings';
import type { ResourceId } from '../read/told';
import { Candidates } from './candidates';
import type { CoverageStatus, CoveredResource, Exclusion, Protection } from './coverage';
import { decide, type Verdict } from './decide';
import { takingsElsewhere } from './elsewhere';
import { all, any, type Formula, free } from './formula';
import { nativeOf } from './native';
import { Needs } from './needs';
import { OptedIn } from './opted-in';
import { Places } from './places';
import { PlanWorks } from './plan-works';
import { type Judges, takings } from './selecting';
import { StacksAround } from './stacks-around';
import { knownSetting, type Subject, Subjects } from './subjects';
import { TagConditions } from './tag-conditions';
import { TagSets } from './tags';
import { type Taking, taking } from './taking';
import { Texts } from './texts';
import { Unread } from './unread';
import { Ways } from './ways';
import { hangsOn } from './words';

/** The plan that EFS itself makes for the file systems that ask for it. */
const EFS_PLAN = 'aws/efs/automatic-backup-plan';

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
  private readonly candidates: Candidates;
  public readonly texts: Texts;
  private readonly ownTakings = new Map<string, readonly Taking[]>();
  private readonly subjects: readonly Subject[];
  /** What was asked for to find out what takes a subject. */
  private readonly asked = new Map<Subject, ReadonlySet<AssumptionId>>();
  private readonly byKey = new Map<string, Subject>();

  constructor(model: BackupModel, leaning: Leaning) {
    const places = new Places(model.stacks, leaning);
    const texts = new Texts(model, places);
    const unread = new Unread(model);
    const ways = new Ways(texts, leaning);
    const subjects = new Subjects(model, places, texts, new TagSets(places, texts, leaning), unread);
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
    this.candidates = new Candidates(model, unread);
    this.subjects = subjects.all();
    for (const subject of this.subjects) if (!subject.replicaRegion) this.byKey.set(keyOf(subject.resource), subject);
  }

  /** Every subject that there may be: what exists in no deployment at all needs no backup. */
  public all(): Examined[] {
    return this.subjects.flatMap((subject) => {
      if (subject.exists !== true && decide(subject.exists) === 'never') return [];
      const takings = subject.resource.resourceType ? this.takingsOf(subject) : [];
      return [{ subject, takings, row: this.covered(subject, takings) }];
    });
  }

  private covered(subject: Subject, takings: readonly Taking[]): CoveredResource {
    const { resource, replicaRegion, exists } = subject;
    const native = nativeOf(subject, this.judges.unread);
    const facts = { resource, ...(replicaRegion !== undefined && { replicaRegion }), native };
    if (!resource.resourceType) return { ...facts, status: 'notBackedUpByAwsBackup', ...NOTHING };
    const found = takings.map((each) => ({ taking: each, verdict: decide(each.holds, exists) }));
    const formula = any(...found.map((each) => each.taking.holds));
    const verdict = found.some((each) => each.verdict === 'always') ? 'always' : decide(formula, exists);
    const certain = found.filter((each) => each.verdict === 'always');
    const perhaps = found.filter((each) => each.verdict === 'sometimes');
    const protections = (takings: typeof found) =>
      distinct(takings.map((each) => this.protection(each.taking, exists)));
    const together = verdict === 'always' && certain.length === 0;
    return {
      ...facts,
      status: STATUS[verdict],
      protectedBy: protections(together ? perhaps : certain),
      perhapsProtectedBy: verdict === 'sometimes' ? protections(perhaps) : [],
      excludedBy: found.flatMap((each) => (each.verdict === 'never' ? exclusionOf(each.taking, exists) : [])),
      unknowns: verdict === 'sometimes' ? hangsOn(formula, exists) : [],
      assumptions: this.leaningOf(
        subject,
        certain.map((each) => each.taking),
      ),
    };
  }

  /** Every way in which something may protect a subject, itself or with what it belongs to. */
  private takingsOf(subject: Subject): readonly Taking[] {
    const { resource } = subject;
    if (isMember(resource)) return this.withCluster(resource);
    const { attachedTo = [] } = resource;
    const withInstances = attachedTo.flatMap(({ instance, when }) =>
      this.withOther(instance, 'instance', `it is attached to ${instance.logicalId}`, [
        { holds: this.texts.conditions.allHold(when, resource.stack) },
      ]),
    );
    return [...this.directly(subject), ...withInstances, ...this.automatically(resource)];
  }

  private directly(subject: Subject): readonly Taking[] {
    const key = keyOf(subject.resource);
    const known = subject.replicaRegion ? undefined : this.ownTakings.get(key);
    if (known) return known;
    const { leaning } = this.judges;
    leaning.takeAsked();
    const selections = this.candidates.for(subject);
    const asked = new Set(leaning.takeAsked());
    const watched = (find: () => readonly Taking[]) => {
      const some = find();
      const leansOn = leaning.takeAsked();
      for (const assumption of leansOn) asked.add(assumption);
      return some.map((each) => ({ ...each, leansOn }));
    };
    const found = [
      ...selections.flatMap((selection) => watched(() => takings(selection, subject, this.judges))),
      ...watched(() => takingsElsewhere(subject, this.judges)),
    ];
    this.asked.set(subject, asked);
    if (!subject.replicaRegion) this.ownTakings.set(key, found);
    return found;
  }

  /**
   * The assumptions without which a status might be another: those of what protects it for certain and asks for the
   * fewest, and else all that were asked for.
   */
  private leaningOf(subject: Subject, certain: readonly Taking[]): AssumptionId[] {
    const [first, ...others] = certain.map(({ leansOn }) => leansOn);
    const fewest = first && others.reduce((one, other) => (other.size < one.size ? other : one), first);
    const { cluster, attachedTo = [] } = subject.resource;
    const around = [cluster, ...attachedTo.map(({ instance }) => instance)].flatMap((each) => {
      const other = each && this.byKey.get(keyOf(each));
      return other ? [other] : [];
    });
    const asked = [subject, ...around].flatMap((each) => [...(this.asked.get(each) ?? [])]);
    return [...new Set(fewest ?? asked)].sort();
  }

  /** An instance of a cluster has no data of its own. */
  private withCluster(resource: DataResource): readonly Taking[] {
    const { logicalId, stack } = resource;
    const cluster = resource.cluster ?? this.clusterNamed(resource);
    if (cluster && this.byKey.has(keyOf(cluster))) {
      return this.withOther(cluster, 'cluster', `it belongs to the cluster ${cluster.logicalId}`, []);
    }
    const holds = free(`cluster:${stack}:${logicalId}`, `the cluster of ${logicalId}, which was not read`);
    const reason = 'it belongs to a cluster that was not read';
    return [taking({ plan: 'the plan of its cluster', by: 'cluster', reason, steps: [{ holds }] })];
  }

  /** The cluster of the stack that an instance names in so many words. */
  private clusterNamed(resource: DataResource): DataResource | undefined {
    const wanted = knownSetting(resource, 'DBClusterIdentifier')?.toLowerCase();
    const found = this.subjects.find(
      ({ resource: { stack, type, name } }) =>
        stack === resource.stack &&
        type === 'AWS::RDS::DBCluster' &&
        typeof name === 'string' &&
        name.toLowerCase() === wanted,
    );
    return found?.resource;
  }

  private withOther(
    other: ResourceId,
    by: 'cluster' | 'instance',
    because: string,
    steps: Taking['steps'],
  ): readonly Taking[] {
    const subject = this.byKey.get(keyOf(other));
    if (!subject) return [];
    return this.directly(subject).map((each) =>
      taking({
        ...each,
        by,
        reason: `${because}: ${each.reason}`,
        steps: [{ holds: subject.exists }, ...steps, ...each.steps],
      }),
    );
  }

  /** Source: https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html */
  private automatically(resource: DataResource): readonly Taking[] {
    if (resource.type !== 'AWS::EFS::FileSystem') return [];
    const holds = this.judges.needs.isSet(resource, 'BackupPolicy.Status', 'ENABLED');
    if (holds === false) return [];
    const reason = 'its BackupPolicy asks EFS for automatic backups';
    return [taking({ plan: EFS_PLAN, by: 'automatic', reason, steps: [{ holds }] })];
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

const NOTHING = { protectedBy: [], perhapsProtectedBy: [], excludedBy: [], unknowns: [], assumptions: [] };

/** Whether a resource is backed up with its cluster, and not by itself. */
function isMember({ type, cluster, settings }: DataResource): boolean {
  return type === 'AWS::RDS::DBInstance' && (cluster !== undefined || settings.some(isClusterName));
}

function isClusterName({ path }: { readonly path: string }): boolean {
  return path === 'DBClusterIdentifier';
}

/** The first step that fails in every deployment says why; one that merely does not name it is none. */
function exclusionOf({ plan, selection, planDeclared, selectionDeclared, steps }: Taking, among: Formula): Exclusion[] {
  if (selection === undefined) return [];
  let together: Formula = true;
  for (const { holds, otherwise } of steps) {
    together = all(together, holds);
    if (decide(together, among) !== 'never') continue;
    if (otherwise === undefined) return [];
    return [
      {
        plan,
        selection,
        ...(planDeclared && { planDeclared }),
        ...(selectionDeclared && { selectionDeclared }),
        reason: otherwise,
      },
    ];
  }
  return [];
}

function distinct(protections: readonly Protection[]): Protection[] {
  const seen = new Set<string>();
  return protections.filter(({ plan, selection, by, reason }) => {
    const key = JSON.stringify([plan, selection, by, reason]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function keyOf({ stack, logicalId }: Pick<ResourceId, 'stack' | 'logicalId'>): string {
  return JSON.stringify([stack, logicalId]);
}
