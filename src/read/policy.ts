import { given } from './given';
import type { PolicyCondition, PolicyStatement } from './model';
import type { Property } from './property';
import { referenceOf } from './references';
import type { Reference, Unknown } from './told';

/** Reads a policy document; `undefined` where there is none. */
export function readPolicy(property: Property): readonly PolicyStatement[] | undefined {
  if (!property.isGiven) return undefined;
  return property.branches().flatMap((branch) => {
    const document = branch.document();
    const unknown = document.unknown();
    if (!unknown) document.passOver('Version', 'Id');
    return unknown ? [unknownStatement(unknown, branch)] : document.at('Statement').oneOrMore().map(readStatement);
  });
}

/** What a policy says of which only deployment knows anything: perhaps everything. */
function unknownStatement(unknown: Unknown, { part }: Property): PolicyStatement {
  return {
    ...part,
    effect: unknown,
    principals: [unknown],
    exceptPrincipals: false,
    actions: [unknown],
    exceptActions: false,
    resources: [unknown],
    exceptResources: false,
    conditions: [],
  };
}

function readStatement(statement: Property): PolicyStatement {
  statement.passOver('Sid');
  const exceptPrincipals = statement.at('NotPrincipal').isGiven;
  const exceptActions = statement.at('NotAction').isGiven;
  const exceptResources = statement.at('NotResource').isGiven;
  return {
    ...statement.part,
    ...given({ effect: statement.at('Effect').text() }),
    principals: readPrincipals(statement.at(exceptPrincipals ? 'NotPrincipal' : 'Principal')),
    exceptPrincipals,
    actions: statement.at(exceptActions ? 'NotAction' : 'Action').texts(),
    exceptActions,
    resources: statement
      .at(exceptResources ? 'NotResource' : 'Resource')
      .oneOrMore()
      .flatMap((resource) => referenceOf(resource) ?? []),
    exceptResources,
    conditions: statement.at('Condition').entries().flatMap(readCondition),
  };
}

/** `"*"`, or lists of principals by their kind; either way they are a union. */
function readPrincipals(property: Property): Reference[] {
  const kinds = property.isText ? [property] : property.entries().flatMap(([, principals]) => principals.oneOrMore());
  return kinds.flatMap((principal) => referenceOf(principal) ?? []);
}

function readCondition([operator, keys]: [string, Property]): PolicyCondition[] {
  return keys.entries().map(([key, values]) => ({ operator, key, values: values.texts() }));
}
