import type { Leaning } from '../../read/assumptions/leaning';
import type { BackupModel } from '../../read/model';
import type { DataResource } from '../../read/surroundings';
import { decide } from '../decide';
import { Examination, type Examined } from '../examination';
import { all, type Formula } from '../formula';
import { hangsOn } from '../words';
import type { Miss, Objective, ObjectiveException, ObjectiveResult, ObjectiveScope } from './objective';
import { PointsOf } from './points';
import { Promises } from './promises';
import { RestoreTests } from './restore-tests';

/**
 * Judges whether objectives are met: each promise for each resource, in every deployment.
 *
 * @param today the day on which exceptions are judged, `2027-03-31`
 */
export function judgeObjectives(
  model: BackupModel,
  leaning: Leaning,
  objectives: readonly Objective[],
  today: string,
): readonly ObjectiveResult[] {
  const examination = new Examination(model, leaning);
  const judge = new Judge(model, examination, today);
  return objectives.map((objective) => judge.of(objective));
}

class Judge {
  private readonly points: PointsOf;
  private readonly promises: Promises;
  private readonly examined: readonly Examined[];

  constructor(
    model: BackupModel,
    examination: Examination,
    private readonly today: string,
  ) {
    this.points = new PointsOf(examination);
    this.promises = new Promises(examination, new RestoreTests(model, examination));
    // What AWS Backup cannot back up is no matter of what is promised of backups.
    this.examined = examination.all().filter(({ row }) => row.status !== 'notBackedUpByAwsBackup');
  }

  public of(objective: Objective): ObjectiveResult {
    const { name, scope, exceptions = [] } = objective;
    const misses: Miss[] = [];
    const used = new Set<ObjectiveException>();
    let resources = 0;
    let excepted = 0;
    for (const examined of this.examined) {
      const { subject } = examined;
      const among = all(subject.exists, this.isAbout(scope, examined));
      if (decide(among) === 'never') continue;
      resources += 1;
      const exception = exceptions.find((each) => isAt(each.resource, subject.resource));
      if (exception) used.add(exception);
      if (exception && !this.isOver(exception)) excepted += 1;
      else misses.push(...this.missesOf(objective, examined, among));
    }
    const notes = [
      ...(resources === 0 ? [`the objective '${name}' is about no resource that AWS Backup can back up`] : []),
      ...exceptions.flatMap((exception) => this.noteOf(exception, name, used)),
    ];
    return { objective: name, resources, misses, excepted, notes };
  }

  private missesOf(objective: Objective, examined: Examined, among: Formula): Miss[] {
    const { resource, replicaRegion } = examined.subject;
    const misses: Miss[] = [];
    let where = among;
    for (const { promise, promised, holds, otherwise } of this.promises.of(
      objective,
      examined,
      this.points.all(examined),
    )) {
      const inAll = decide(holds, among);
      if (inAll === 'always' || (inAll === 'sometimes' && objective.allowUnknown)) continue;
      const verdict = inAll === 'never' || where === among ? inAll : decide(holds, where);
      if (verdict === 'always') continue;
      misses.push({
        objective: objective.name,
        resource,
        ...(replicaRegion !== undefined && { replicaRegion }),
        promise,
        promised,
        verdict: verdict === 'never' ? 'missed' : 'unknown',
        says: verdict === 'never' ? otherwise : `it is not known whether ${promised}`,
        unknowns: verdict === 'never' ? [] : hangsOn(holds, where),
      });
      if (promise !== 'protected') continue;
      // Whatever else is promised of its recovery points, there are none.
      if (verdict === 'never') break;
      // What decides whether there are any has been told; the rest is asked of the deployments in which there are.
      where = all(among, holds);
    }
    return misses;
  }

  /** That a resource is one of those that the objective is about. */
  private isAbout({ paths, types, tags = {} }: ObjectiveScope, { subject }: Examined): Formula {
    const { resource } = subject;
    if (paths && !paths.some((path) => isAt(path, resource))) return false;
    if (types && !types.includes(resource.type)) return false;
    return all(
      ...Object.entries(tags).map(([key, value]) =>
        subject.tags.has([key], { text: value === '' ? [] : [value], glob: false }),
      ),
    );
  }

  private isOver({ until }: ObjectiveException): boolean {
    return until !== undefined && until < this.today;
  }

  private noteOf(exception: ObjectiveException, name: string, used: ReadonlySet<ObjectiveException>): string[] {
    const { resource, until } = exception;
    if (!used.has(exception))
      return [`the exception '${resource}' of the objective '${name}' is about no resource of it`];
    return this.isOver(exception) ? [`the exception '${resource}' of the objective '${name}' ended with ${until}`] : [];
  }
}

/** Whether a path is that of a resource, or of what is around it. */
export function isAt(path: string, { constructPath, stack, logicalId }: DataResource): boolean {
  const own = [stack, `${stack}/${logicalId}`, ...(constructPath === undefined ? [] : [constructPath])];
  return own.some((each) => each === path || each.startsWith(`${path}/`));
}
