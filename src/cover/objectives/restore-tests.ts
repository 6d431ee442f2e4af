import type { BackupModel, RestoreTestingPlan, RestoreTestingSelection } from '../../read/model';
import { isResource } from '../../read/told';
import type { Examination, Examined } from '../examination';
import { all, any, type Formula, free, match, not } from '../formula';
import { narrowedKinds } from '../kinds';
import { joined, renamed } from '../text';
import type { Points } from './points';

/**
 * Which recovery points restore tests restore: those of the types and resources of their selections, from the vaults of
 * their plans, in their own account and Region.
 *
 * Source: https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
 */
export class RestoreTests {
  constructor(
    private readonly model: BackupModel,
    private readonly examination: Examination,
  ) {}

  /** That some restore test restores a resource from such points. */
  public of(examined: Examined, points: Points): Formula {
    return any(
      ...this.model.restoreTestingSelections.map((selection) => {
        const plan = this.planOf(selection);
        if (plan === undefined) return false;
        return all(
          this.examination.judges.subjects.exists(selection),
          this.examination.judges.subjects.exists(plan),
          this.selects(selection, examined),
          this.takesFrom(plan, points),
        );
      }),
    );
  }

  private planOf({ plan }: RestoreTestingSelection): RestoreTestingPlan | undefined {
    const { declared, name } = plan ?? {};
    return this.model.restoreTestingPlans.find((each) =>
      declared
        ? each.stack === declared.stack && each.logicalId === declared.logicalId
        : typeof name === 'string' && each.name === name,
    );
  }

  private selects(selection: RestoreTestingSelection, { subject }: Examined): Formula {
    const { judges, texts } = this.examination;
    const { stack, resourceType, resources, conditions } = selection;
    if (resourceType === undefined) return false;
    const types = new Set(narrowedKinds(subject, judges.leaning).map(({ optIn }) => optIn));
    const isType = texts.holds(resourceType, stack, (text) =>
      any(...[...types].map((type) => match({ text: [type], glob: false }, text))),
    );
    const names = judges.places.unified(subject.place, judges.places.of(stack));
    const named = resources.flatMap((each) => judges.ways.byArn(each, selection, subject, names));
    return all(
      isType,
      // Without resources a selection is about all of its type, less what its conditions leave out.
      resources.length === 0 || any(...named.map(({ means }) => means)),
      ...conditions.map((condition) => judges.conditions.met(condition, selection, subject.tags)),
      not(judges.unread.mayTell(selection, 'ProtectedResourceArns')),
      not(judges.unread.mayTell(selection, 'ProtectedResourceConditions')),
    );
  }

  private takesFrom(plan: RestoreTestingPlan, points: Points): Formula {
    const { judges, texts } = this.examination;
    const here = judges.places.of(plan.stack);
    const names = judges.places.unified(points.place, here);
    const isMeant = ({ arn, when }: RestoreTestingPlan['includeVaults'][number]): Formula => {
      const there = texts.conditions.allHold(when, plan.stack);
      if (isResource(arn)) {
        const { vault } = points;
        return all(there, vault?.stack === arn.stack && vault.logicalId === arn.logicalId);
      }
      if (arn === '*') return there;
      const { partition, region, account } = points.place;
      const name = points.vaultName ?? { key: `vault:${points.told}`, words: 'the name of a vault', never: ' :/*' };
      const own = joined(['arn:', partition, ':backup:', region, ':', account, ':backup-vault:', name]);
      return all(
        there,
        texts.holds(arn, plan.stack, (text) => match({ text: renamed(text, names), glob: true }, renamed(own, names))),
      );
    };
    const unread = free(`vaults:${plan.stack}:${plan.logicalId}`, `the vaults of the restore tests ${plan.logicalId}`);
    const isRead = judges.unread.mayTell(plan, 'RecoveryPointSelection') === false;
    return all(
      judges.places.same(here, points.place),
      any(...plan.includeVaults.map(isMeant)),
      not(any(...plan.excludeVaults.map(isMeant))),
      isRead || unread,
    );
  }
}
