import { isResource } from '../../read/told';
import { arnShape } from '../arn-shape';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';

/** Roles of selections that are of another account. */
export const roleInOtherAccount: CheckRule = {
  id: 'role-in-other-account',
  title: 'The role of a selection is of the account of its plan',
  why: 'A role can be handed to a service only in its own account. A selection with a role of another account is refused.',
  severity: 'error',
  certainty: 'documented',
  source: 'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html',
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) {
      const { role } = selection;
      if (role === undefined) continue;
      const own = context.stackOf(selection)?.account;
      const account = isResource(role) ? context.stackOf(role)?.account : arnShape(role)?.account;
      if (own === undefined || account === undefined || own === account) continue;
      yield {
        at: selection,
        property: 'BackupSelection.IamRoleArn',
        says: `the role of ${selectionWords(selection)} must be of account '${own}', as the plan is, got one of account '${account}'`,
        fix: `use a role of account '${own}'`,
      };
    }
  },
};
