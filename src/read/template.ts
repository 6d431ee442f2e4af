import { acknowledgedBy, nearest } from './acknowledgements';
import { isObject, type JsonObject, kindOf, own, ownText } from './json';
import type { Path } from './located';
import type { Acknowledgement, ProgramLine, StackFacts } from './model';
import type { NoteBook } from './note-book';
import type { ResourceId } from './told';
import { UnusableInput } from './unusable-input';

/** A template and the stack that comes of it. */
export interface Template {
  readonly stack: StackFacts;
  /** The resources by their logical id. */
  readonly resources: ReadonlyMap<string, TemplateResource>;
  readonly parameters: JsonObject;
  readonly mappings: JsonObject;
  readonly conditions: JsonObject;
  readonly outputs: JsonObject;
}

/** A resource as its template has it. */
export interface TemplateResource {
  readonly reference: ResourceId;
  readonly condition?: string;
  readonly program?: ProgramLine;
  readonly acknowledged: readonly Acknowledgement[];
  /** The resource itself, and the path to it. */
  readonly value: JsonObject;
  readonly path: Path;
}

/** What an assembly says of a resource beyond its template. */
export interface Origin {
  readonly constructPath?: string;
  readonly program?: ProgramLine;
  readonly acknowledged?: readonly Acknowledgement[];
}

/**
 * Finds the parts of a template.
 *
 * @param json the template, its macros expanded
 * @param stack the stack that comes of it
 * @param origins where resources come from, by logical id, for templates that do not tell it
 * @param notes gets what is no resource
 * @throws UnusableInput where its resources are no object
 */
export function readTemplate(
  json: JsonObject,
  stack: StackFacts,
  origins: ReadonlyMap<string, Origin>,
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
  const byTemplate = acknowledgedBy(json, (says) => notes.add({ stack: stack.name, says, hidesNothing: true }));
  const byStack = nearest(byTemplate, stack.acknowledged ?? []);
  for (const [logicalId, value] of Object.entries(found)) {
    const type = ownText(value, 'Type');
    if (type === undefined || !isObject(value)) {
      notes.add({ stack: stack.name, logicalId, says: 'this is no resource with a Type, so it was not read' });
      continue;
    }
    const origin = origins.get(logicalId);
    const constructPath = ownText(own(value, 'Metadata'), 'aws:cdk:path') ?? origin?.constructPath;
    const condition = ownText(value, 'Condition');
    resources.set(logicalId, {
      reference: { stack: stack.name, logicalId, type, ...(constructPath !== undefined && { constructPath }) },
      ...(condition !== undefined && { condition }),
      ...(origin?.program && { program: origin.program }),
      acknowledged: nearest(
        acknowledgedBy(value, (says) => notes.add({ stack: stack.name, logicalId, says, hidesNothing: true })),
        origin?.acknowledged ?? [],
        byStack,
      ),
      value,
      path: ['Resources', logicalId],
    });
  }
  const section = (name: string): JsonObject => {
    const value = own(json, name) ?? {};
    if (isObject(value)) return value;
    notes.add({
      stack: stack.name,
      says: `${name} are expected to be an object, not ${kindOf(value)}, so they were not read`,
    });
    return {};
  };
  return {
    stack: { ...stack, ...(byStack.length > 0 && { acknowledged: byStack }) },
    resources,
    parameters: section('Parameters'),
    mappings: section('Mappings'),
    conditions: section('Conditions'),
    outputs: section('Outputs'),
  };
}
