import type { AssumptionId } from '../read/assumptions/registry';
import type { BackupModel, Selection } from '../read/model';
import type { DataResource } from '../read/surroundings';
import type { ResourceId } from '../read/told';
import { Alike, type Found, type Likenesses } from './alike';
import { Candidates } from './candidates';
import { PlansElsewhere } from './elsewhere';
import { free } from './formula';
import { type Judges, takings } from './selecting';
import { knownSetting, type Subject } from './subjects';
import { exclusionOf, type Taking, taking } from './taking';
import type { Texts } from './texts';

/** The plan that EFS itself makes for the file systems that ask for it. */
const EFS_PLAN = 'aws/efs/automatic-backup-plan';

/** Every way in which something may protect a subject, and what was asked for to find that out. */
export interface TakenBy {
  readonly takings: readonly Taking[];
  readonly asked: ReadonlySet<AssumptionId>;
}

/** Finds out what takes subjects: themselves, or with what they belong to. */
export class Taken {
  private readonly candidates: Candidates;
  private readonly alike: Alike;
  private readonly elsewhere: PlansElsewhere;
  private readonly byKey = new Map<string, Subject>();
  /** The clusters that have a name, by their stack and that. */
  private readonly clusters = new Map<string, DataResource>();
  private readonly direct = new Map<Subject, TakenBy>();
  /** What takes all subjects that are alike for each of some selections. */
  private readonly together = new Map<readonly Selection[], Map<string, TakenBy>>();

  constructor(
    model: BackupModel,
    private readonly judges: Judges,
    private readonly texts: Texts,
    subjects: readonly Subject[],
  ) {
    this.elsewhere = new PlansElsewhere(judges);
    this.candidates = new Candidates(model, judges.unread);
    this.alike = new Alike(model, judges, (selection, subject) => this.findCertain(selection, subject));
    for (const subject of subjects) {
      const { resource, replicaRegion } = subject;
      const { stack, type, name } = resource;
      if (!replicaRegion) this.byKey.set(keyOf(resource), subject);
      const key = typeof name === 'string' ? nameKey(stack, name) : undefined;
      if (type === 'AWS::RDS::DBCluster' && key && !this.clusters.has(key)) this.clusters.set(key, resource);
    }
  }

  /**
   * What takes a subject; the same object for those that the same takes for certain in the same way. The backup of an
   * instance holds its volumes.
   *
   * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/restoring-ec2.html
   */
  public by(subject: Subject): TakenBy {
    const { resource } = subject;
    if (isMember(resource)) return this.withCluster(subject);
    const { attachedTo = [] } = resource;
    const { leaning } = this.judges;
    leaning.takeAsked();
    const attached = attachedTo.map(({ instance, when }) => ({
      instance,
      holds: this.texts.conditions.allHold(when, resource.stack),
    }));
    const automatic = this.automatically(resource);
    const asked = leaning.takeAsked();
    const around = attached.map(({ instance, holds }) =>
      this.withOther(instance, 'instance', `it is attached to ${instance.logicalId}`, [{ holds }]),
    );
    const besides = [...around, automatic].map((each) => leaningOn(each, asked));
    return joined([this.directly(subject), ...besides]);
  }

  private directly(subject: Subject): TakenBy {
    const known = this.direct.get(subject);
    if (known) return known;
    const taken = this.findDirectly(subject);
    this.direct.set(subject, taken);
    return taken;
  }

  private findDirectly(subject: Subject): TakenBy {
    const { leaning } = this.judges;
    leaning.takeAsked();
    const selections = this.candidates.for(subject);
    const before = leaning.takeAsked();
    const likenesses = this.alike.of(subject);
    const key = this.elsewhere.isNone(subject.place) ? keyOfAll(subject, selections, likenesses) : undefined;
    const byKey = this.together.get(selections) ?? new Map<string, TakenBy>();
    const known = key === undefined ? undefined : byKey.get(key);
    if (known) return known;
    let isCertain = key !== undefined;
    const found = selections.map((selection) => {
      const ofAll = likenesses.found(selection);
      if (!ofAll) isCertain = false;
      return ofAll ?? this.find(selection, subject);
    });
    const elsewhere = this.watched(() => this.elsewhere.takings(subject));
    const taken = joined([{ takings: [], asked: before }, ...found, elsewhere]);
    if (key !== undefined && isCertain) {
      this.together.set(selections, byKey);
      byKey.set(key, taken);
    }
    return taken;
  }

  private find(selection: Selection, subject: Subject): Found {
    return this.watched(() => takings(selection, subject, this.judges));
  }

  /** What a selection does with a subject of which no name is known, if it does so whatever the name. */
  private findCertain(selection: Selection, subject: Subject): Found | null {
    const { takings, asked } = this.find(selection, subject);
    const isCertain = takings.every(({ steps }) => steps.every(({ holds }) => typeof holds === 'boolean'));
    return isCertain
      ? { takings: takings.map((each) => ({ ...each, excludes: exclusionOf(each, true) })), asked }
      : null;
  }

  private watched(find: () => readonly Taking[]): Found {
    const { leaning } = this.judges;
    leaning.takeAsked();
    const found = find();
    const asked = leaning.takeAsked();
    return { takings: found.map((each) => ({ ...each, leansOn: asked })), asked };
  }

  /** An instance of a cluster has no data of its own. */
  private withCluster({ resource }: Subject): TakenBy {
    const { logicalId, stack } = resource;
    const cluster = resource.cluster ?? this.clusterNamed(resource);
    if (cluster && this.byKey.has(keyOf(cluster))) {
      return this.withOther(cluster, 'cluster', `it belongs to the cluster ${cluster.logicalId}`, []);
    }
    const holds = free(`cluster:${stack}:${logicalId}`, `the cluster of ${logicalId}, which was not read`);
    const reason = 'it belongs to a cluster that was not read';
    return {
      takings: [taking({ plan: 'the plan of its cluster', by: 'cluster', reason, steps: [{ holds }] })],
      asked: NOTHING_ASKED,
    };
  }

  /** The cluster of the stack that an instance names in so many words. */
  private clusterNamed(resource: DataResource): DataResource | undefined {
    const wanted = knownSetting(resource, 'DBClusterIdentifier');
    return wanted === undefined ? undefined : this.clusters.get(nameKey(resource.stack, wanted));
  }

  private withOther(other: ResourceId, by: 'cluster' | 'instance', because: string, steps: Taking['steps']): TakenBy {
    const subject = this.byKey.get(keyOf(other));
    if (!subject) return { takings: [], asked: NOTHING_ASKED };
    const { takings, asked } = this.directly(subject);
    const withIt = takings.map(({ excludes: _, ...each }) =>
      taking({
        ...each,
        by,
        reason: `${because}: ${each.reason}`,
        steps: [{ holds: subject.exists }, ...steps, ...each.steps],
      }),
    );
    return leaningOn({ takings: withIt, asked }, subject.leansOn);
  }

  /** Source: https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html */
  private automatically(resource: DataResource): TakenBy {
    if (resource.type !== 'AWS::EFS::FileSystem') return { takings: [], asked: NOTHING_ASKED };
    const holds = this.judges.needs.isSet(resource, 'BackupPolicy.Status', 'ENABLED');
    const reason = 'its BackupPolicy asks EFS for automatic backups';
    const takings = holds === false ? [] : [taking({ plan: EFS_PLAN, by: 'automatic', reason, steps: [{ holds }] })];
    return { takings, asked: NOTHING_ASKED };
  }
}

const NOTHING_ASKED: ReadonlySet<AssumptionId> = new Set();

/** What leans on some assumptions besides. */
function leaningOn({ takings, asked }: TakenBy, besides: ReadonlySet<AssumptionId>): TakenBy {
  if (besides.size === 0) return { takings, asked };
  return {
    takings: takings.map((each) => ({ ...each, leansOn: new Set([...each.leansOn, ...besides]) })),
    asked: new Set([...asked, ...besides]),
  };
}

/** All that takes a subject; what adds nothing leaves the first as it is. */
function joined([first, ...others]: readonly [TakenBy, ...TakenBy[]]): TakenBy {
  if (others.every(({ takings, asked }) => takings.length === 0 && asked.size === 0)) return first;
  const asked = new Set(first.asked);
  const takings = [...first.takings];
  for (const each of others) {
    for (const one of each.asked) asked.add(one);
    for (const one of each.takings) takings.push(one);
  }
  return { takings, asked };
}

/** Whether a resource is backed up with its cluster, and not by itself. */
function isMember({ type, cluster, settings }: DataResource): boolean {
  return type === 'AWS::RDS::DBInstance' && (cluster !== undefined || settings.some(isClusterName));
}

function isClusterName({ path }: { readonly path: string }): boolean {
  return path === 'DBClusterIdentifier';
}

/**
 * A key of all that some selections do the same with, where there is no plan from elsewhere, which may name one of many.
 * What no selection names has nothing of its own, save the stack whose tags were looked at.
 */
function keyOfAll(
  { resource, replicaRegion }: Subject,
  selections: readonly Selection[],
  { keyFor }: Likenesses,
): string | undefined {
  if (selections.length > 0) return keyFor(selections);
  return replicaRegion === undefined ? resource.stack : undefined;
}

function keyOf({ stack, logicalId }: Pick<ResourceId, 'stack' | 'logicalId'>): string {
  return JSON.stringify([stack, logicalId]);
}

/** Names of clusters are kept in lower case. */
function nameKey(stack: string, name: string): string {
  return JSON.stringify([stack, name.toLowerCase()]);
}
