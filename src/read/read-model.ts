import { readAssembly } from './assembly';
import { own, parseObject, type ReadText } from './json';
import type { BackupModel, Plan, Selection, Vault } from './model';
import { NoteBook } from './note-book';
import { readPlan } from './plans';
import { Property } from './property';
import { readSelection } from './selections';
import { StackNames } from './stack-names';
import { readTemplate, type Template } from './template';
import { UnusableInput } from './unusable-input';
import { readLogicallyAirGappedVault, readVault } from './vaults';

/** Something to read: the folder of a CDK assembly, or the file of a template. */
export interface Source {
  readonly kind: 'assembly' | 'template';
  readonly path: string;
}

/**
 * Reads what templates declare of AWS Backup.
 *
 * @param sources the assemblies and templates
 * @param readText reads a file; it throws `UnusableInput` where it cannot
 * @throws UnusableInput where a source cannot be used at all; what is merely not understood becomes a note
 */
export function readModel(sources: readonly Source[], readText: ReadText): BackupModel {
  const notes = new NoteBook();
  const names = new StackNames();
  const templates = sources.flatMap(({ kind, path }) =>
    kind === 'assembly' ? readAssembly(path, readText, notes, names) : [readFile(path, readText, notes, names)],
  );
  const vaults: Vault[] = [];
  const plans: Plan[] = [];
  const selections: Selection[] = [];
  for (const template of templates) {
    for (const resource of template.resources.values()) {
      const properties = Property.of(resource, template, notes);
      const { id } = resource;
      if (id.type === 'AWS::Backup::BackupVault') vaults.push({ ...id, ...readVault(properties) });
      if (id.type === 'AWS::Backup::LogicallyAirGappedBackupVault') {
        vaults.push({ ...id, ...readLogicallyAirGappedVault(properties) });
      }
      if (id.type === 'AWS::Backup::BackupPlan') plans.push({ ...id, ...readPlan(properties) });
      if (id.type === 'AWS::Backup::BackupSelection') selections.push({ ...id, ...readSelection(properties) });
    }
  }
  return { stacks: templates.map(({ stack }) => stack), vaults, plans, selections, notes: notes.notes };
}

function readFile(path: string, readText: ReadText, notes: NoteBook, names: StackNames): Template {
  const template = parseObject(path, readText);
  if (own(template, 'Resources') === undefined) {
    const todo = own(template, 'artifacts')
      ? 'to read a CDK assembly, name the folder that holds it'
      : 'name a template, or the cdk.out folder of an app';
    throw new UnusableInput(`${path} is no CloudFormation template, because it has no Resources: ${todo}`);
  }
  return readTemplate(template, { name: names.claim(path, path), template: path }, new Map(), notes);
}
