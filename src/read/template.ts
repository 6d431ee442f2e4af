import { isObject, type JsonObject, kindOf, own, ownText } from './json';
import type { Declaration, StackFacts } from './model';
import type { NoteBook } from './note-book';
import { UnusableInput } from './unusable-input';

/** A template and the stack that comes of it. */
export interface Template {
  readonly stack: StackFacts;
  /** The resources by their logical id. */
  readonly resources: ReadonlyMap<string, TemplateResource>;
}

/** A resource as its template has it. */
export interface TemplateResource {
  readonly id: Declaration;
  readonly properties: unknown;
  readonly metadata: unknown;
}

/**
 * Finds the resources of a template.
 *
 * @param json the template
 * @param stack the stack that comes of it
 * @param constructPaths the construct paths by logical id, for templates that do not tell them
 * @param notes gets what is no resource
 * @throws UnusableInput where its resources are no object
 */
export function readTemplate(
  json: JsonObject,
  stack: StackFacts,
  constructPaths: ReadonlyMap<string, string>,
  notes: NoteBook,
): Template {
  // The CDK writes none for a stack without resources.
  const found = own(json, 'Resources') ?? {};
  if (!isObject(found)) {
    throw new UnusableInput(
      `${stack.template} is no CloudFormation template, because its Resources are ${kindOf(found)}: name a template`,
    );
  }
  const resources = new Map<string, TemplateResource>();
  for (const [logicalId, resource] of Object.entries(found)) {
    const type = ownText(resource, 'Type');
    if (type === undefined) {
      notes.add({ stack: stack.name, logicalId, says: 'this is no resource with a Type, so it was not read' });
      continue;
    }
    const metadata = own(resource, 'Metadata');
    const constructPath = ownText(metadata, 'aws:cdk:path') ?? constructPaths.get(logicalId);
    const condition = ownText(resource, 'Condition');
    resources.set(logicalId, {
      id: {
        stack: stack.name,
        logicalId,
        type,
        ...(constructPath === undefined ? {} : { constructPath }),
        ...(condition === undefined ? {} : { condition }),
      },
      properties: own(resource, 'Properties'),
      metadata,
    });
  }
  return { stack, resources };
}
