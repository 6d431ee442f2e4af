import { given } from './given';
import type { PolicyCondition, PolicyStatement, Reference } from './model';
import type { Property } from './property';
import { referenceOf } from './references';

/** Reads the access policy of a vault. */
export function readPolicy(property: Property): readonly PolicyStatement[] | undefined {
  if (!property.isGiven) return undefined;
  return property.document().at('Statement').oneOrMore().map(readStatement);
}

function readStatement(statement: Property): PolicyStatement {
  const exceptPrincipals = statement.at('NotPrincipal').isGiven;
  const exceptActions = statement.at('NotAction').isGiven;
  return {
    ...given({ effect: statement.at('Effect').text() }),
    principals: readPrincipals(statement.at(exceptPrincipals ? 'NotPrincipal' : 'Principal')),
    exceptPrincipals,
    actions: statement
      .at(exceptActions ? 'NotAction' : 'Action')
      .oneOrMore()
      .flatMap((action) => action.text() ?? []),
    exceptActions,
    conditions: statement.at('Condition').entries().flatMap(readCondition),
  };
}

/** `"*"`, or lists of principals by their kind; either way they are a union. */
function readPrincipals(property: Property): Reference[] {
  const kinds = property.isText ? [property] : property.entries().flatMap(([, principals]) => principals.oneOrMore());
  return kinds.flatMap((principal) => referenceOf(principal) ?? []);
}

function readCondition([operator, keys]: [string, Property]): PolicyCondition[] {
  return keys.entries().map(([key, values]) => ({
    operator,
    key,
    values: values.oneOrMore().flatMap((value) => value.text() ?? []),
  }));
}
