import type { PolicyStatement } from '../read/model';
import { isResource, isUnknown, type Reference, type Told } from '../read/told';
import { arnShape } from './arn-shape';
import { type CheckContext, known } from './context';

/** Whether something holds for certain, perhaps, or not at all. */
export type Certainty = 'yes' | 'perhaps' | 'no';

/** Whether a statement is about an action. */
export function isAbout({ actions, exceptActions }: PolicyStatement, action: string): Certainty {
  const named = someOf(actions, (told) => {
    const text = known(told);
    return text === undefined ? 'perhaps' : matches(text, action) ? 'yes' : 'no';
  });
  return exceptActions ? opposite(named) : named;
}

/** Whether a statement concerns everybody of an account. */
export function concerns(
  context: CheckContext,
  { principals, exceptPrincipals }: PolicyStatement,
  account: string,
): Certainty {
  const named = someOf(principals, (principal) => isOf(context, principal, account));
  if (!exceptPrincipals) return named;
  return named === 'no' ? 'yes' : 'perhaps';
}

/** Whether a statement concerns everybody there is. */
export function concernsEverybody({ principals, exceptPrincipals }: PolicyStatement): boolean {
  return !exceptPrincipals && principals.includes('*');
}

/** A single user or role of the account is concerned perhaps: whoever acts may be another. */
function isOf(context: CheckContext, principal: Reference, account: string): Certainty {
  if (isResource(principal)) {
    const home = context.stackOf(principal)?.account;
    return home === undefined || home === account ? 'perhaps' : 'no';
  }
  if (principal === '*' || principal === account) return 'yes';
  const arn = arnShape(principal);
  if (!arn) return isUnknown(principal) ? 'perhaps' : 'no';
  if (arn.account !== undefined && arn.account !== account) return 'no';
  return arn.account === account && arn.resource === 'root' ? 'yes' : 'perhaps';
}

function someOf<Item>(items: readonly Item[], holds: (item: Item) => Certainty): Certainty {
  const answers = new Set(items.map(holds));
  return answers.has('yes') ? 'yes' : answers.has('perhaps') ? 'perhaps' : 'no';
}

function opposite(certainty: Certainty): Certainty {
  return certainty === 'perhaps' ? 'perhaps' : certainty === 'yes' ? 'no' : 'yes';
}

/** Actions are compared without regard to case, and `*` and `?` stand for anything. */
function matches(pattern: string, action: string): boolean {
  const [wanted, text] = [pattern.toLowerCase(), action.toLowerCase()];
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < text.length; ) {
    if (wanted[at] === '*') {
      star = at++;
      resume = index;
    } else if (wanted[at] === '?' || wanted[at] === text[index]) {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else return false;
  }
  return /^\**$/.test(wanted.slice(at));
}

/** Whether a statement allows, or denies. */
export function has(effect: 'Allow' | 'Deny', told: Told<string> | undefined): Certainty {
  const text = known(told);
  if (text === undefined) return told === undefined ? 'no' : 'perhaps';
  return text === effect ? 'yes' : 'no';
}
