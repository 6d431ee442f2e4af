import type { Selection } from '../../read/model';
import { isResource, isUnknown, type Reference } from '../../read/told';
import { api } from '../../service/documentation';
import { BACKUPABLE_TYPES } from '../../service/resource-types';
import type { CheckRule, Flaw } from '../check-rule';
import type { CheckContext } from '../context';
import { selectionWords } from '../named-kinds';
import { referred } from '../referred';

/** The types whose Ref is a name or an id; that of a stack, which can be backed up as well, is its ARN. */
const BY_NAME: ReadonlySet<string> = new Set(BACKUPABLE_TYPES.map(({ cloudFormationType }) => cloudFormationType));

/**
 * Names and ids where ARNs belong. The reference asks for ARNs and does not tell what becomes of anything else: the class of
 * an instance was refused (https://github.com/hashicorp/terraform-provider-aws/issues/29199), and the name of a table did not
 * assign the table (https://github.com/hashicorp/terraform-provider-aws/issues/29458).
 */
export const selectionByArn: CheckRule = {
  id: 'selection-by-arn',
  title: 'A selection names resources by their ARNs',
  why: 'The Ref of a table, a bucket or a database is its name or its id, which is no ARN: the deployment fails, or the selection takes nothing, and leaves nothing out.',
  severity: 'error',
  certainty: 'documented',
  source: api('API_BackupSelection'),
  scope: 'resource',
  *inspect(context: CheckContext): Iterable<Flaw> {
    for (const selection of context.model.selections) yield* flaws(selection);
  },
};

function* flaws(selection: Selection): Iterable<Flaw> {
  for (const { arn, path } of [...selection.resources, ...selection.notResources]) {
    const told = noArn(arn);
    if (told === undefined) continue;
    yield {
      at: selection,
      property: path,
      says: `${selectionWords(selection)} names resources by their ARNs, got ${told}`,
      fix: 'give the ARN, for a resource of the template by Fn::GetAtt or Fn::Sub, or * for everything',
    };
  }
}

/** What stands where an ARN belongs, in words; `undefined` where it is one, or may be. */
function noArn(arn: Reference): string | undefined {
  if (isResource(arn)) return undefined;
  if (!isUnknown(arn)) return /^(arn:|\*)/.test(arn) ? undefined : `'${arn}'`;
  const named = referred(arn);
  return named && BY_NAME.has(named.type) ? `the Ref of ${named.logicalId}, which is its name or its id` : undefined;
}
