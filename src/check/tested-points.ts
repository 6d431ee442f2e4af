import type { RestoreTestingPlan, Vault } from '../read/model';
import { isResource, isUnknown, type Reference } from '../read/told';
import { covers } from './arn-patterns';
import { type CheckContext, known } from './context';
import { madeOnce } from './lists';
import { once } from './once';
import { isOnePlace } from './places';
import { type PointsInVault, pointsInVaults } from './points-in-vaults';

/** The recovery points that a restore testing plan takes from. */
export interface TestedPoints {
  readonly points: readonly PointsInVault[];
  /** Whether these are all: no others may go into its vaults, by what was read and by what is assumed. */
  readonly isAll: boolean;
}

type Answer = 'yes' | 'no' | 'maybe';

/** The points of one vault, as far as rules and copies name it alike. */
interface Slot {
  readonly vault: Vault | undefined;
  /** Absent where only deployment knows the name. */
  readonly name: string | undefined;
  /** Whether it is in the account and Region of whoever names it, for certain. */
  readonly isNear: boolean;
  readonly points: PointsInVault[];
}

/** From which recovery points plans of restore tests take theirs. */
export const pointsTested = once((context) => new PointsTested(context));

/** Recovery points, by the vaults that rules and copies name. */
export class PointsTested {
  private readonly slots = new Map<string, Slot>();
  private readonly answers = new Map<string, TestedPoints>();

  constructor(private readonly context: CheckContext) {
    for (const points of pointsInVaults(context)) {
      const { vault, reference } = points;
      if (!vault && !reference) continue;
      const name = known(vault ? vault.name : reference?.name);
      const { region, account } = reference ?? {};
      const isNear = region === undefined && account === undefined;
      const key = vault ? [vault.stack, vault.logicalId] : [points.plan.stack, name ?? '', isNear, name === undefined];
      madeOnce(this.slots, JSON.stringify(key), () => ({ vault, name, isNear, points: [] })).points.push(points);
    }
  }

  /** The points in the vaults that a plan includes and does not exclude. */
  public of(plan: RestoreTestingPlan): TestedPoints {
    const key = JSON.stringify([plan.stack, plan.includeVaults, plan.excludeVaults]);
    return madeOnce(this.answers, key, () => this.look(plan));
  }

  private look(plan: RestoreTestingPlan): TestedPoints {
    const elsewhere = this.context.leaning.plansElsewhere(this.context.stackOf(plan) ?? {});
    const points: PointsInVault[] = [];
    let isAll = elsewhere?.length === 0;
    for (const slot of this.slots.values()) {
      const answer = this.isTested(slot, plan);
      if (answer === 'yes') points.push(...slot.points);
      if (answer === 'maybe') isAll = false;
    }
    return { points, isAll };
  }

  private isTested(slot: Slot, plan: RestoreTestingPlan): Answer {
    const isWhole = ['IncludeVaults', 'ExcludeVaults'].every((name) =>
      this.context.isRead(plan, `RecoveryPointSelection.${name}`),
    );
    const [included, excluded] = [plan.includeVaults, plan.excludeVaults].map((vaults) =>
      vaults.map(({ arn, when }) => (when ? unsure(this.isMeant(slot, arn, plan)) : this.isMeant(slot, arn, plan))),
    );
    if (!included || included.every((answer) => answer === 'no') || excluded?.includes('yes'))
      return isWhole ? 'no' : 'maybe';
    return isWhole && included.includes('yes') && !excluded?.includes('maybe') ? 'yes' : 'maybe';
  }

  /** Whether a vault of a plan is the one of a slot. */
  private isMeant(slot: Slot, arn: Reference, plan: RestoreTestingPlan): Answer {
    const { vault, name } = slot;
    if (isResource(arn)) {
      if (vault) return vault.stack === arn.stack && vault.logicalId === arn.logicalId ? 'yes' : 'no';
      const meant = this.context.model.vaults.find(
        ({ stack, logicalId }) => stack === arn.stack && logicalId === arn.logicalId,
      );
      const own = known(meant?.name);
      return name !== undefined && own !== undefined && own !== name ? 'no' : 'maybe';
    }
    if (isUnknown(arn)) return 'maybe';
    const pattern = arn.split(':').at(-1) as string;
    if (name === undefined) return pattern === '*' ? this.near(slot, plan) : 'maybe';
    return covers(pattern, name) ? this.near(slot, plan) : 'no';
  }

  /** Restore tests take from vaults of their own account and Region. */
  private near({ vault, isNear, points }: Slot, plan: RestoreTestingPlan): Answer {
    const home = vault ?? (isNear ? points[0]?.plan : undefined);
    return home && isOnePlace(this.context, home, plan) ? 'yes' : 'maybe';
  }
}

function unsure(answer: Answer): Answer {
  return answer === 'no' ? 'no' : 'maybe';
}
