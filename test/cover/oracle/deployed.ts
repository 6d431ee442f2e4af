import type { Resource } from '../truth/whole';
import { Belongings } from './belongings';
import type { Clause } from './clauses';
import type { Formation, Member } from './formation';
import { type Kind, kindOf, type Place } from './kinds';
import { type Candidate, Selected, type Selection } from './selected';
import { type Held, Tags } from './tags';
import { ruleWorks } from './vaults';

type Fields = Readonly<Record<string, unknown>>;

const RESTORE_TEST = 'awsbackup-restore-test';

/** Whether AWS Backup backs resources up in one deployment. */
export class Deployed {
  private readonly tags: Tags;
  private readonly belongings: Belongings;

  constructor(private readonly formation: Formation) {
    this.tags = new Tags(formation);
    this.belongings = new Belongings(formation);
  }

  public exists({ stack, id }: Held): boolean {
    return this.formation.exists(stack, id);
  }

  public isProtected(held: Held): boolean {
    const { stack, id } = held;
    const type = this.typeOf(stack, id);
    const cluster = type === 'AWS::RDS::DBInstance' ? this.belongings.clusterOf(stack, id) : undefined;
    if (cluster) return this.by('member of a cluster', this.isProtected(cluster));
    const automatic = this.formation.property(stack, id, 'BackupPolicy', 'Status') === 'ENABLED';
    if (automatic && type === 'AWS::EFS::FileSystem') return this.by('automatic', true);
    const isWithInstance = () => this.belongings.instancesOf(stack, id).some((instance) => this.isProtected(instance));
    return this.isTaken(held) || this.by('volume of an instance', isWithInstance());
  }

  /** Whether AWS Backup makes a backup of it if a plan takes it. */
  public isBackupable(held: Held): boolean {
    const { stack, id } = held;
    const isTest = this.formation.idOf(stack, id).startsWith(RESTORE_TEST);
    const isTestByTag = () => this.tags.of(held, this.kindOf(stack, id), RESTORE_TEST) !== undefined;
    if (isTest || isTestByTag()) return !this.by('restore test', true);
    return this.canBeBackedUp(stack, id);
  }

  /** An answer, of which is told what gave it if it is yes. */
  private by(clause: Clause, answer: boolean): boolean {
    if (answer) this.formation.world.hit(clause);
    return answer;
  }

  /** Whether a plan takes it by itself, or with its stack. */
  private isTaken(held: Held): boolean {
    const { stack, id } = held;
    const kind = this.kindOf(stack, id);
    if (kind.optIn === undefined) return false;
    const place = this.placeOf(held);
    const tagOf = (key: string) => this.tags.of(held, kind, key);
    const candidate: Candidate = {
      arn: this.formation.arnOf(stack, id, place),
      place,
      optIn: kind.optIn,
      alwaysOptIn: kind.alwaysOptIn ?? false,
      tagOf,
    };
    const takes = (selection: Selection) => this.takes(selection, candidate, held);
    for (const selection of this.selections()) if (takes(selection)) return this.isBackupable(held);
    const isElsewhere = this.by('plan elsewhere', this.selectionsElsewhere(place).some(takes));
    return (
      this.isBackupable(held) && (isElsewhere || this.formation.world.takenElsewhere(`${stack}/${id}/${place.region}`))
    );
  }

  private takes(selection: Selection, candidate: Candidate, held: Held): boolean {
    const { place } = selection;
    if (place.account !== candidate.place.account) return !this.by('another account', true);
    if (place.region !== candidate.place.region) {
      return !this.by(held.replicaRegion === undefined ? 'another Region' : 'replica elsewhere', true);
    }
    const selected = new Selected(selection, this.formation.world);
    const direct = selected.takes(candidate);
    const works = () => selection.works(candidate);
    if (direct && works()) return true;
    if (held.replicaRegion !== undefined) return false;
    return this.stacksAround(held.stack).some((stack, depth, stacks) => {
      if (!selected.takes(this.stackCandidate(stack))) return false;
      this.formation.world.hit('member of a selected stack');
      // No page says whether a nested stack that is taken out takes out what is in it.
      const nested = stacks.slice(0, depth).map((each) => this.stackCandidate(each));
      const isOut =
        nested.some((each) => selected.excludes(each)) &&
        this.formation.world.holds('a nested stack is out with its members');
      const isKept = !isOut && selected.takesMember(candidate);
      this.by('taken out of a selected stack', !isKept);
      if (!isKept || !works()) return false;
      this.by('member of a type that is not opted in', !this.formation.world.optedIn(candidate.optIn, candidate.place));
      return true;
    });
  }

  private stacksAround(stack: string): readonly string[] {
    const nesting = this.formation.nestedBy(stack);
    return nesting ? [stack, ...this.stacksAround(nesting[0])] : [stack];
  }

  private stackCandidate(stack: string): Candidate {
    return {
      arn: this.formation.stackArn(stack),
      place: this.formation.placeOf(stack),
      optIn: 'CloudFormation',
      alwaysOptIn: false,
      tagOf: (key) => this.tags.ofStack(stack, key),
    };
  }

  private *selections(): Iterable<Selection> {
    for (const { name: stack, template } of this.formation.stacks) {
      for (const [id, { Type }] of Object.entries(template.Resources)) {
        if (Type === 'AWS::Backup::BackupSelection' && this.formation.exists(stack, id))
          yield this.selection(stack, id);
      }
    }
  }

  private selection(stack: string, id: string): Selection {
    const pairs = (...path: string[]) => this.formation.list(stack, id, 'BackupSelection', ...path);
    const entries = (...path: string[]) => pairs(...path).map((each) => String(each()));
    return {
      place: this.formation.placeOf(stack),
      resources: () => entries('Resources'),
      tags: () => pairs('ListOfTags'),
      conditions: (operator) => pairs('Conditions', operator),
      notResources: () => entries('NotResources'),
      works: () => this.planWorks(String(this.formation.property(stack, id, 'BackupPlanId'))),
    };
  }

  /** The plans of which the file of assumptions knows, where they are, which is here if it does not say so. */
  private selectionsElsewhere(here: Place): readonly Selection[] {
    return this.formation.world.plansElsewhere.map(({ account, region, resources, tags, except }) => ({
      place: { ...here, ...(account && { account }), ...(region && { region }) },
      resources: () => resources ?? [],
      tags: () => Object.entries(tags ?? {}).map(([key, value]) => pair(key, value)),
      conditions: () => [],
      notResources: () => except ?? [],
      works: () => true,
    }));
  }

  private planWorks(planId: string): boolean {
    const { stacks, world } = this.formation;
    for (const { name: stack, template } of stacks) {
      for (const id of Object.keys(template.Resources)) {
        if (planId !== `plan:${stack}/${id}`) continue;
        const rules = this.formation.list(stack, id, 'BackupPlan', 'BackupPlanRule');
        return rules.some((rule) => ruleWorks(this.formation, stack, rule));
      }
    }
    return planId !== '(gone)' && this.by('plan that was not read', true) && world.holds(`the plan ${planId} works`);
  }

  private canBeBackedUp(stack: string, id: string): boolean {
    const { formation } = this;
    const holds = (assumption: string) => formation.world.holds(assumption);
    if (formation.property(stack, id, 'FileSystemType') === 'LUSTRE') {
      const type = String(formation.property(stack, id, 'LustreConfiguration', 'DeploymentType'));
      const isLinked = formation.property(stack, id, 'LustreConfiguration', 'ImportPath') !== undefined;
      return type.startsWith('PERSISTENT') && !isLinked;
    }
    if (this.typeOf(stack, id) === 'AWS::S3::Bucket') {
      const isVersioned = formation.property(stack, id, 'VersioningConfiguration', 'Status') === 'Enabled';
      return isVersioned || (this.by('bucket without versioning', true) && !holds('buckets-need-versioning'));
    }
    const isReplica = formation.property(stack, id, 'SourceDBInstanceIdentifier') !== undefined;
    return !isReplica || (this.by('read replica', true) && holds('read-replicas-backed-up'));
  }

  private placeOf({ stack, replicaRegion }: Held): Place {
    const place = this.formation.placeOf(stack);
    return replicaRegion === undefined ? place : { ...place, region: replicaRegion };
  }

  private typeOf(stack: string, id: string): string {
    return this.formation.resource(stack, id)?.Type ?? '';
  }

  private kindOf(stack: string, id: string): Kind {
    return kindOf(this.formation.resource(stack, id) as Resource) as Kind;
  }
}

function pair(key: string, value: string): Member {
  const entry: Fields = { ConditionType: 'STRINGEQUALS', ConditionKey: key, ConditionValue: value };
  return (name) => entry[name as string];
}
