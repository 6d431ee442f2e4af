import { isObject, type JsonObject, kindOf, own } from './json';
import { expandLoops } from './loops';
import type { NoteBook } from './note-book';
import { expandServerless } from './serverless';

const LANGUAGE_EXTENSIONS = 'AWS::LanguageExtensions';
const SERVERLESS = /^AWS::Serverless-\d{4}-\d{2}-\d{2}$/;

/** Macros that add nothing which holds data or backs it up. */
const WITHOUT_EFFECT: ReadonlySet<string> = new Set(['AWS::CodeDeployBlueGreen', 'AWS::SecretsManager-2020-07-23']);

/**
 * Does to a template what its macros would do, as far as that is known before deployment; the rest is noted.
 *
 * @param template the template as it is written
 * @param stack the stack to which notes belong
 * @param notes gets the macros whose work is not known
 */
export function expandMacros(template: JsonObject, stack: string, notes: NoteBook): JsonObject {
  let expanded = template;
  for (const name of macrosOf(own(template, 'Transform'), stack, notes)) {
    if (name === LANGUAGE_EXTENSIONS) expanded = expandLoops(expanded, stack, notes);
    else if (SERVERLESS.test(name)) expanded = expandServerless(expanded);
    else if (!WITHOUT_EFFECT.has(name)) {
      notes.add({ stack, says: `the macro ${name} runs in the account alone, so what it changes here is not known` });
    }
  }
  noteInnerMacros(expanded, stack, notes);
  return expanded;
}

function macrosOf(transform: unknown, stack: string, notes: NoteBook): string[] {
  if (transform === undefined) return [];
  const entries = Array.isArray(transform) ? transform : [transform];
  return entries.flatMap((entry) => {
    if (typeof entry === 'string') return [entry];
    const name = own(entry, 'Name');
    if (typeof name === 'string') return [name];
    notes.add({
      stack,
      says: `Transform holds ${kindOf(entry)} where the name of a macro is expected, so it was not read`,
    });
    return [];
  });
}

/** Fn::Transform may stand where parts of a template, or of a resource, do: it puts others in its place. */
function noteInnerMacros(template: JsonObject, stack: string, notes: NoteBook): void {
  for (const section of ['Resources', 'Conditions', 'Mappings', 'Outputs', 'Parameters']) {
    const parts = own(template, section);
    if (!isObject(parts)) continue;
    note(parts, stack, undefined, notes);
    if (section !== 'Resources') continue;
    for (const [logicalId, resource] of Object.entries(parts)) {
      note(resource, stack, logicalId, notes);
      noteWithin(own(resource, 'Properties'), '', { stack, logicalId, notes });
    }
  }
  note(template, stack, undefined, notes);
}

/** Macros in the properties of a resource, however deep. */
function noteWithin(
  value: unknown,
  path: string,
  within: { readonly stack: string; readonly logicalId: string; readonly notes: NoteBook },
): void {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) noteWithin(item, `${path}[${index}]`, within);
  } else if (isObject(value)) {
    note(value, within.stack, within.logicalId, within.notes, path);
    for (const [key, inner] of Object.entries(value)) {
      noteWithin(inner, path === '' ? key : `${path}.${key}`, within);
    }
  }
}

function note(holder: unknown, stack: string, logicalId: string | undefined, notes: NoteBook, property?: string): void {
  const transform = own(holder, 'Fn::Transform');
  if (transform === undefined) return;
  for (const call of Array.isArray(transform) ? transform : [transform]) {
    const name = own(call, 'Name');
    notes.add({
      stack,
      ...(logicalId !== undefined && { logicalId }),
      ...(property !== undefined && property !== '' && { property }),
      says: `the macro ${typeof name === 'string' ? name : 'here'} runs in the account alone, so what it adds here is not known`,
    });
  }
}
