import type { Source } from '../../../src/read/read-model';
import type { TruthStack } from './cases';
import type { Resource, Template } from './whole';

/** The files of a case, by their path, and what of them is to be read. */
export interface CaseFiles {
  readonly files: ReadonlyMap<string, string>;
  readonly sources: readonly Source[];
}

/**
 * Writes the stacks of a case as a user would have them: as the assembly of a CDK app where an account, a Region or tags
 * are known, which only its manifest tells; else as plain templates.
 */
export function filesOf(stacks: readonly TruthStack[]): CaseFiles {
  return stacks.some(({ account, region, tags }) => account ?? region ?? tags) ? assembly(stacks) : templates(stacks);
}

function templates(stacks: readonly TruthStack[]): CaseFiles {
  const files = stacks.map(
    ({ name, template }) =>
      [
        fileOf(name),
        JSON.stringify(
          nesting(name, template, stacks, ({ Properties, ...rest }, file) => ({
            ...rest,
            Properties: { ...Properties, TemplateURL: `./${file}` },
          })),
        ),
      ] as const,
  );
  return {
    files: new Map(files),
    sources: files.map(([path]) => ({ kind: 'template', path })),
  };
}

function assembly(stacks: readonly TruthStack[]): CaseFiles {
  const files = stacks.map(
    ({ name, template }) =>
      [
        `cdk.out/${fileOf(name)}`,
        JSON.stringify(
          nesting(name, template, stacks, (resource, file) => ({
            ...resource,
            Metadata: { 'aws:asset:path': file },
          })),
        ),
      ] as const,
  );
  const artifacts = stacks
    .filter(({ name }) => !name.includes('/'))
    .map(({ name, account, region, tags }) => [
      name,
      {
        type: 'aws:cloudformation:stack',
        environment: `aws://${account ?? 'unknown-account'}/${region ?? 'unknown-region'}`,
        properties: { templateFile: fileOf(name), stackName: name, ...(tags && { tags }) },
      },
    ]);
  const manifest = JSON.stringify({ version: '45.0.0', artifacts: Object.fromEntries(artifacts) });
  return {
    files: new Map([...files, ['cdk.out/manifest.json', manifest] as const]),
    sources: [{ kind: 'assembly', path: 'cdk.out' }],
  };
}

/** A template whose nested stacks name the files of their templates. */
function nesting(
  name: string,
  template: Template,
  stacks: readonly TruthStack[],
  point: (resource: Resource, file: string) => Resource,
): Template {
  const resources = Object.entries(template.Resources).map(([id, resource]) => {
    const nested = stacks.find((stack) => stack.name === `${name}/${id}`);
    return [id, nested ? point(resource, fileOf(nested.name)) : resource];
  });
  return { ...template, Resources: Object.fromEntries(resources) };
}

function fileOf(stack: string): string {
  return `${stack.replaceAll('/', '-')}.json`;
}
