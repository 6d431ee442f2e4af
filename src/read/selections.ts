import { given } from './given';
import type { Declaration, Selection, SelectionCondition, Tag } from './model';
import type { Property } from './property';
import { planReferenceOf, referenceOf } from './references';

/** The one comparison of a selection by tag, written as people write it too. */
const EQUALS = /^STRING_?EQUALS$/i;

/** Reads the properties of an AWS::Backup::BackupSelection. */
export function readSelection(properties: Property): Omit<Selection, keyof Declaration> {
  const selection = properties.at('BackupSelection');
  return {
    ...given({
      name: selection.at('SelectionName').text(),
      plan: planReferenceOf(properties.at('BackupPlanId')),
      role: referenceOf(selection.at('IamRoleArn')),
    }),
    resources: readReferences(selection.at('Resources')),
    tags: selection.at('ListOfTags').items().flatMap(readTag),
    conditions: selection.at('Conditions').entries().flatMap(readConditions),
    notResources: readReferences(selection.at('NotResources')),
  };
}

function readReferences(list: Property) {
  return list.items().flatMap((item) => referenceOf(item) ?? []);
}

function readTag(tag: Property): Tag[] {
  const operator = tag.at('ConditionType').text();
  if (typeof operator === 'string' && !EQUALS.test(operator)) {
    tag.at('ConditionType').note(`AWS Backup compares tags with STRINGEQUALS only, got ${operator}`);
  }
  return keyAndValue(tag);
}

function readConditions([operator, comparisons]: [string, Property]): SelectionCondition[] {
  return comparisons
    .oneOrMore()
    .flatMap(keyAndValue)
    .map((comparison) => ({ operator, ...comparison }));
}

function keyAndValue(tag: Property): Tag[] {
  const key = tag.at('ConditionKey').text();
  const value = tag.at('ConditionValue').text();
  return key === undefined || value === undefined ? [] : [{ key, value }];
}
