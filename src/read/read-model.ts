import { Asked } from './asked';
import { readAssembly } from './assembly';
import { Assumptions } from './assumptions/assumptions';
import type { Leaning } from './assumptions/leaning';
import { Evaluator } from './evaluator';
import type { ReadText } from './json';
import type { BackupModel, Note, StackFacts } from './model';
import { NoteBook } from './note-book';
import { openConditions, openParameters } from './open';
import { Property, type Reading } from './property';
import { readResources } from './resources';
import { listTags } from './tags';
import type { Template } from './template';
import { plainPath, readTemplateFile, rootsAmong } from './template-files';
import { ReadTemplates } from './templates';
import { World } from './world';

/** Something to read: the folder of a CDK assembly, or the file of a template. */
export interface Source {
  readonly kind: 'assembly' | 'template';
  readonly path: string;
}

/** What a model is read with, besides its sources. */
export interface ReadOptions {
  /** What is taken for granted; the defaults where it is left out. */
  readonly assumptions?: Assumptions;
  /** Notes about what was not even read. */
  readonly notes?: readonly Note[];
}

/**
 * Reads what templates declare of AWS Backup, and what stands around it.
 *
 * @param sources the assemblies and templates
 * @param readText reads a file; it throws `UnusableInput` where it cannot
 * @throws UnusableInput where a source cannot be used at all; what is merely not understood becomes a note
 */
export function readModel(sources: readonly Source[], readText: ReadText, options: ReadOptions = {}): BackupModel {
  const { assumptions = Assumptions.DEFAULT, notes: earlier = [] } = options;
  const notes = new NoteBook();
  for (const note of earlier) notes.add(note);
  const read = new ReadTemplates(readText, notes);
  // A path that is named twice is one all the same.
  const distinct = [...new Map(sources.map((source) => [plainPath(source.path), source])).values()];
  const roots = new Set(
    rootsAmong(
      distinct.flatMap(({ kind, path }) => (kind === 'template' ? [path] : [])),
      read,
    ),
  );
  for (const { kind, path } of distinct) {
    if (kind === 'assembly') readAssembly(path, read);
    else if (roots.has(path)) readTemplateFile(path, read);
  }
  const leaning = assumptions.leaning();
  const world = worldOf(read, leaning);
  const evaluator = new Evaluator(world, ({ stack }, name) => leaning.parameter(stack, name));
  const reading = { evaluator, notes, asked: new Asked() };
  return {
    stacks: read.templates.map((template) => stackOf(template, world, reading)),
    ...readResources(read.templates, reading),
    openConditions: read.templates.flatMap((template) => openConditions(template, evaluator)),
    openParameters: read.templates.flatMap(openParameters),
    notes: notes.notes,
    assumptions: leaning.answers,
  };
}

/** A stack, with what the resource says of it that stands for it in its parent. */
function stackOf(template: Template, world: World, reading: Reading): StackFacts {
  const { stack } = template;
  const hook = world.hookOf(template);
  if (!hook) return stack;
  const { condition, reference } = hook.resource;
  const isOpen = condition !== undefined && reading.evaluator.condition(condition, hook.template) === undefined;
  const nestedTags = listTags(Property.of(hook.resource, hook.template, reading).at('Tags'));
  return {
    ...stack,
    nestedAs: reference.logicalId,
    ...(isOpen && { condition }),
    ...(nestedTags.length > 0 && { nestedTags }),
  };
}

function worldOf({ templates, hooks }: ReadTemplates, leaning: Leaning): World {
  const world = new World(templates, () => leaning.value('shared-environment') === true);
  for (const [template, hook] of hooks) world.nest(template, hook);
  return world;
}
