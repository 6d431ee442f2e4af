import type { BackupModel } from '../../src/read/model';
import { readAssembly } from './reading';

/** A place that nobody knows, as an assembly has it. */
export const NOWHERE = 'unknown-account/unknown-region';

/** A stack of an app: the account and Region where it is deployed, `111122223333/eu-central-1`, and its template. */
export type StackAt = readonly [place: string, template: object];

/** Reads an app of these stacks, by their names. */
export function readStacks(stacks: Readonly<Record<string, StackAt>>): BackupModel {
  const entries = Object.entries(stacks);
  const artifacts = entries.map(([name, [place]]) => [
    name,
    {
      type: 'aws:cloudformation:stack',
      environment: `aws://${place}`,
      properties: { templateFile: `${name}.json` },
    },
  ]);
  return readAssembly({
    'manifest.json': { artifacts: Object.fromEntries(artifacts) },
    ...Object.fromEntries(entries.map(([name, [, template]]) => [`${name}.json`, template])),
  });
}
