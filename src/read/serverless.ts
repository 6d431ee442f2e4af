import { isObject, type JsonObject, own, ownText } from './json';
import type { NoteBook } from './note-book';

/** A simple table is a table of DynamoDB that has tags as an object. */
const SIMPLE_TABLE = 'AWS::Serverless::SimpleTable';

/**
 * Does what AWS SAM does with the resources that hold data; those that hold none stay as they are.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function expandServerless(template: JsonObject, stack: string, notes: NoteBook): JsonObject {
  const resources = own(template, 'Resources');
  if (!isObject(resources)) return template;
  const expanded = Object.entries(resources).map(([logicalId, resource]): [string, unknown] => {
    switch (ownText(resource, 'Type')) {
      case SIMPLE_TABLE:
        return [logicalId, tableOf(resource as JsonObject)];
      case 'AWS::Serverless::Application':
        notes.add({ stack, logicalId, says: 'this application is a template of its own, which was not read' });
        return [logicalId, resource];
      default:
        return [logicalId, resource];
    }
  });
  return { ...template, Resources: Object.fromEntries(expanded) };
}

function tableOf(resource: JsonObject): JsonObject {
  const properties = own(resource, 'Properties');
  if (!isObject(properties)) return { ...resource, Type: 'AWS::DynamoDB::Table' };
  const tags = own(properties, 'Tags');
  const { PrimaryKey: _, ...rest } = properties;
  return {
    ...resource,
    Type: 'AWS::DynamoDB::Table',
    Properties: {
      ...rest,
      ...(isObject(tags) && { Tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })) }),
    },
  };
}
