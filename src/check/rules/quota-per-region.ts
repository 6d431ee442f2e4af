import type { Declaration } from '../../read/model';
import { QUOTAS, QUOTAS_PAGE, type Quota } from '../../service/quotas';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { rootOf } from '../root-stack';

/** What counts against a quota: a resource, or as many as it has of something. */
interface Counted {
  readonly at: Declaration;
  readonly count: number;
}

/** More of a kind in one account and Region than AWS Backup allows. */
export const quotaPerRegion: CheckRule = {
  id: 'quota-per-region',
  title: 'No account has more in a Region than its quota',
  why: 'Each quota is one of an account in a Region, over all of its stacks. What is beyond is refused, so the deployment fails at some stack or other. Quotas on vaults and plans are raised on request.',
  severity: 'error',
  certainty: 'documented',
  source: QUOTAS_PAGE,
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    const { controls, ...resources } = QUOTAS;
    for (const [list, quota] of Object.entries(resources)) {
      const all: readonly Declaration[] = context.model[list as keyof typeof resources];
      yield* beyond(
        context,
        quota,
        all.map((at) => ({ at, count: 1 })),
      );
    }
    const inFrameworks = context.model.frameworks.map((at) => ({
      at,
      count: at.controls.filter(({ when }) => when === undefined).length,
    }));
    // A single framework with too many controls is another check's concern.
    if (inFrameworks.every(({ count }) => count <= controls.most)) yield* beyond(context, controls, inFrameworks);
  },
};

function* beyond(context: CheckContext, { noun, most, isAdjustable }: Quota, all: readonly Counted[]): Iterable<Flaw> {
  const byPlace = new Map<string, Counted[]>();
  for (const counted of all) {
    // What hangs on a condition may not be there.
    if (counted.at.condition !== undefined) continue;
    const place = placeOf(context, counted.at);
    const here = byPlace.get(place);
    if (here) here.push(counted);
    else byPlace.set(place, [counted]);
  }
  for (const here of byPlace.values()) {
    const total = here.reduce((sum, { count }) => sum + count, 0);
    const last = here.at(-1);
    if (!last || total <= most) continue;
    yield {
      at: last.at,
      says: `there are ${total} ${noun} in one account and Region, and the quota is ${most}${isAdjustable ? ' unless AWS has raised it' : ''}`,
      fix: isAdjustable
        ? 'ask for more in Service Quotas, or spread them over accounts or Regions'
        : 'leave some out, or spread them over accounts or Regions',
      ...(isAdjustable && { severity: 'warning' }),
    };
  }
}

/** Stacks of which nobody knows where they are share a place, if that is assumed. */
function placeOf(context: CheckContext, at: Declaration): string {
  const { account, region } = context.stackOf(at) ?? {};
  if (account !== undefined && region !== undefined) return JSON.stringify([account, region]);
  const root = rootOf(context, at.stack);
  if (account !== undefined || region !== undefined) return JSON.stringify([account, region, root]);
  return context.leaning.value('shared-environment') === true ? 'shared' : JSON.stringify([root]);
}
