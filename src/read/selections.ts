import { given } from './given';
import type { Selection, SelectionCondition, SelectionTag, Tag } from './model';
import type { Property } from './property';
import { namedIn, planReferenceOf, referenceOf } from './references';
import type { Facts } from './resource-facts';

/** The one comparison of a selection by tag, written as people write it too. */
const EQUALS = /^STRING_?EQUALS$/i;

/** Reads the properties of an AWS::Backup::BackupSelection. */
export function readSelection(properties: Property): Facts<Selection> {
  const selection = properties.at('BackupSelection');
  return {
    ...given({
      name: selection.at('SelectionName').text(),
      plan: planReferenceOf(properties.at('BackupPlanId')),
      role: referenceOf(selection.at('IamRoleArn')),
    }),
    resources: namedIn(selection.at('Resources')),
    tags: selection.at('ListOfTags').items().flatMap(readTag),
    conditions: readConditions(selection.at('Conditions'), 'ConditionKey', 'ConditionValue'),
    notResources: namedIn(selection.at('NotResources')),
  };
}

function readTag(tag: Property): SelectionTag[] {
  const operator = tag.at('ConditionType').text();
  if (typeof operator === 'string' && !EQUALS.test(operator)) {
    tag.at('ConditionType').note(`AWS Backup compares tags with STRINGEQUALS only, got ${operator}`);
  }
  const isEquality = operator === undefined || (typeof operator === 'string' && EQUALS.test(operator));
  return keyAndValue(tag, 'ConditionKey', 'ConditionValue').map((read) => ({
    ...read,
    ...(!isEquality && { operator }),
  }));
}

/** Reads comparisons with tags by their operator, whose parts have those names. */
export function readConditions(conditions: Property, keyName: string, valueName: string): SelectionCondition[] {
  return conditions.branches().flatMap((branch) =>
    branch.entries().flatMap(([operator, comparisons]) =>
      comparisons
        .oneOrMore()
        .flatMap((comparison) => keyAndValue(comparison, keyName, valueName))
        .map((comparison) => ({ operator, ...comparison })),
    ),
  );
}

/** A comparison with a tag, by the names that its parts have. */
function keyAndValue(tag: Property, keyName: string, valueName: string): Tag[] {
  const key = tag.at(keyName).text();
  const value = tag.at(valueName).text();
  const { when } = tag.part;
  if (key !== undefined && value !== undefined) return [{ key, value, ...(when && { when }) }];
  tag.note(`a comparison with a tag has a ${keyName} and a ${valueName}; one of them is missing, so this was not read`);
  return [];
}
