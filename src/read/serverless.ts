import { isObject, type JsonObject, own, ownText } from './json';
import { callOf } from './located';

/** A simple table is a table of DynamoDB that has tags as an object. */
const SIMPLE_TABLE = 'AWS::Serverless::SimpleTable';
/** Conditions within conditions, as deep as anybody writes them. */
const DEEPEST = 20;

/**
 * Does what AWS SAM does with the resources that hold data; those that hold none stay as they are.
 *
 * Source: https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources.html
 */
export function expandServerless(template: JsonObject): JsonObject {
  const resources = own(template, 'Resources');
  if (!isObject(resources)) return template;
  const expanded = Object.entries(resources).map(([logicalId, resource]): [string, unknown] => [
    logicalId,
    ownText(resource, 'Type') === SIMPLE_TABLE ? tableOf(resource as JsonObject) : resource,
  ]);
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
      ...(tags !== undefined && { Tags: tagList(tags) }),
    },
  };
}

/** An object of tags as a list of them; where a condition decides between two objects, each of the two. */
function tagList(tags: unknown, depth = 0): unknown {
  if (!isObject(tags)) return tags;
  const call = callOf(tags);
  if (!call) return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
  if (call.name !== 'Fn::If' || !Array.isArray(call.argument) || depth >= DEEPEST) return tags;
  const [condition, ...branches] = call.argument;
  return { 'Fn::If': [condition, ...branches.map((branch) => tagList(branch, depth + 1))] };
}
