import type { Made, ReachingPlan } from '../read/assumptions/leaning';
import type { Selection } from '../read/model';
import { all, assumed } from './formula';
import { environmentOf } from './kinds';
import type { Place } from './places';
import { type Judges, namedSteps, needsOf } from './selecting';
import type { Subject } from './subjects';
import { type Taking, taking } from './taking';

/** How plans from outside of the templates may take subjects: what the assumption says of them. */
export class PlansElsewhere {
  private readonly known = new WeakMap<Place, Made<readonly ReachingPlan[] | undefined>>();

  constructor(private readonly judges: Judges) {}

  /** Whether there is no such plan for what is in a place, whatever that is called and however it is tagged. */
  public isNone(place: Place): boolean {
    return this.reaching(place)?.length === 0;
  }

  /** Every way in which such a plan may take a subject. */
  public takings(subject: Subject): Taking[] {
    const { judges } = this;
    const plans = this.reaching(subject.place);
    if (plans !== undefined) return plans.flatMap((plan) => ofPlan(plan, subject, judges));
    const about = JSON.stringify(environmentOf(subject.place));
    const holds = assumed('plans-elsewhere', about, undefined, 'whether a plan from elsewhere takes it');
    return [
      taking({
        plan: 'a plan from elsewhere',
        by: 'name',
        reason: 'a plan that these templates do not name may take it',
        steps: [{ holds }, ...needsOf(subject, judges)],
      }),
    ];
  }

  private reaching(place: Place): readonly ReachingPlan[] | undefined {
    const { leaning } = this.judges;
    return leaning.once(this.known, place, () => leaning.plansElsewhere(environmentOf(place)));
  }
}

function ofPlan({ plan }: ReachingPlan, subject: Subject, judges: Judges): Taking[] {
  const { stack } = subject.resource;
  const named = (arns: readonly string[] | undefined) => (arns ?? []).map((arn) => ({ arn, path: '' }));
  const selection: Selection = {
    stack,
    logicalId: plan.name,
    type: 'AWS::Backup::BackupSelection',
    resources: named(plan.resources),
    tags: [...(plan.tags ?? [])].map(([key, value]) => ({ key, value })),
    conditions: [],
    notResources: named(plan.except),
  };
  const isSaid = assumed('plans-elsewhere', plan.name, true, `whether there is the plan ${plan.name}`);
  const { account = subject.place.account, region = subject.place.region } = plan;
  const partition = typeof region === 'string' ? judges.places.partitionIn(region) : subject.place.partition;
  const place = { account, region, partition };
  const reaches = judges.places.same(subject.place, place);
  return namedSteps(selection, subject, judges, place).map(({ way, steps }) =>
    taking({
      plan: plan.name,
      by: way.by,
      reason: way.reason,
      steps: [{ holds: all(isSaid, reaches) }, ...steps],
    }),
  );
}
