import type { PolicyStatement } from '../../read/model';
import type { Role } from '../../read/surroundings';
import { rolePolicyLength } from '../../service/service-role';
import type { CheckRule } from '../check-rule';
import { known } from '../context';
import { fromValueRule } from '../from-value-rule';
import { judged, textOf } from './ask';

/** What stands in every statement besides what it names. */
const FRAME = '{"Effect":"Allow","Action":,"Resource":}'.length;

/** The value rules of the roles of AWS Backup, as checks. */
export const ROLE_VALUES: readonly CheckRule[] = [
  fromValueRule(
    rolePolicyLength,
    'IAM refuses the policies of the role, so the deployment fails and nothing can be backed up by it.',
    ({ model }) =>
      model.roles.filter(isOfBackup).flatMap((role) => {
        const own = role.statements.filter(({ path, when }) => path.startsWith('Policies[') && when === undefined);
        const length = own.reduce((sum, statement) => sum + leastLength(statement), 0);
        return judged(role, 'Policies', length);
      }),
  ),
];

function isOfBackup({ trust }: Role): boolean {
  return trust.some(({ principals }) => principals.some((principal) => textOf(principal) === 'backup.amazonaws.com'));
}

/** The characters that a statement has at the least: its conditions, and what only deployment knows, come on top. */
function leastLength({ actions, resources }: PolicyStatement): number {
  const texts = [...actions.map(known), ...resources.map(textOf)];
  return FRAME + texts.reduce((sum, text) => sum + (text === undefined ? 0 : JSON.stringify(text).length), 0);
}
