import type { Permissions } from '../permit/permit';
import type { PermitStatement } from '../permit/statement';
import { list } from '../service/schedule/words';
import { placeName } from './told-words';

/** So many resources are named; the others are counted. */
const MOST_NAMED = 5;

/** What the policies are for, in a few words. */
export function permissionsTitle({ holder, verbs }: Pick<Permissions, 'holder' | 'verbs'>): string {
  const who = holder === 'role' ? 'CloudFormation' : 'a person with CloudFormation';
  return `Lets ${who} ${list(verbs, 'and')} what templates declare of AWS Backup`;
}

/** The resources that need a statement. */
export function neededByWords({ neededBy }: PermitStatement): string {
  const names = neededBy.slice(0, MOST_NAMED).map((resource) => placeName(resource));
  const more = neededBy.length - names.length;
  return more > 0 ? `${names.join(', ')} and ${more} more` : names.join(', ');
}
