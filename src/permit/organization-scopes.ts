import type { OrganizationPolicy } from '../read/surroundings';
import { arnIn, patternsOf } from './patterns';
import type { Around, Scopes } from './scope';

/** The scopes of a backup policy. The account in these ARNs is that of the organization, which need not be that of the stack. */
export function organizationPolicy({ targets }: OrganizationPolicy, { home }: Around): Scopes {
  const arn = (resource: string) =>
    arnIn({ ...home, stack: { ...home.stack, account: '*' } }, 'organizations', resource, 'global');
  const policy = arn('policy/o-*/backup_policy/p-*');
  const conditions = { StringEquals: { 'organizations:PolicyType': 'BACKUP_POLICY' } };
  const places = targets.flatMap((target) => patternsOf(target, home).flatMap(organizationPlaces)).map(arn);
  return {
    itself: { resources: [policy], conditions },
    everything: { resources: ['*'], conditions },
    ...(places.length > 0 && { targets: { resources: [policy, ...places], conditions } }),
  };
}

function organizationPlaces(id: string): string[] {
  if (id.startsWith('r-')) return [`root/o-*/${id}`];
  if (id.startsWith('ou-')) return [`ou/o-*/${id}`];
  return /^\d+$/.test(id) ? [`account/o-*/${id}`] : ['root/o-*/r-*', 'ou/o-*/ou-*', 'account/o-*/*'];
}
