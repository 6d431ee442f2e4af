import type { ReachingPlan } from '../read/assumptions/leaning';
import type { Selection } from '../read/model';
import { all, assumed } from './formula';
import { environmentOf } from './kinds';
import { partitionOf } from './places';
import { type Judges, namedSteps, needsOf } from './selecting';
import type { Subject } from './subjects';
import { type Taking, taking } from './taking';

/** How plans from outside of the templates may take a subject: what the assumption says of them. */
export function takingsElsewhere(subject: Subject, judges: Judges): Taking[] {
  const environment = environmentOf(subject.place);
  const about = JSON.stringify(environment);
  const plans = judges.leaning.plansElsewhere(environment);
  if (plans === undefined || plans.length === 0) {
    const given = plans === undefined ? undefined : false;
    const holds = assumed('plans-elsewhere', about, given, 'whether a plan from elsewhere takes it');
    return [
      taking({
        plan: 'a plan from elsewhere',
        by: 'name',
        reason: 'a plan that these templates do not name may take it',
        steps: [{ holds }, ...needsOf(subject, judges)],
      }),
    ];
  }
  return plans.flatMap((plan) => ofPlan(plan, subject, judges));
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
  const partition = typeof region === 'string' ? partitionOf(region) : subject.place.partition;
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
