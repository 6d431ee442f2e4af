import type { PolicyStatement } from '../read/model';
import { isResource, type Reference } from '../read/told';
import { known } from './context';
import { has, isAbout } from './statements';

/** Whether statements may allow an action to whoever is meant, under whatever condition. */
export function mayAllow(
  statements: readonly PolicyStatement[],
  action: string,
  isMeant: (principal: Reference) => boolean,
): boolean {
  return statements.some(
    (statement) =>
      has('Allow', statement.effect) !== 'no' &&
      isAbout(statement, action) !== 'no' &&
      (statement.exceptPrincipals || statement.principals.some(isMeant)),
  );
}

/** Whether a principal may be AWS Backup itself. */
export function mayBeBackup(principal: Reference): boolean {
  return mayBeNamed(principal, (name) => name === 'backup.amazonaws.com');
}

/** Whether a principal may be one of a certain name; everybody is. */
export function mayBeNamed(principal: Reference, isMeant: (name: string) => boolean): boolean {
  if (isResource(principal)) return false;
  const name = known(principal);
  return name === undefined || name === '*' || isMeant(name);
}
