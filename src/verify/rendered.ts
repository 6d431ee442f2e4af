import { CfnResource, Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { BackupModel } from '../read/model';
import { readModel } from '../read/read-model';
import type { ResourceId } from '../read/told';
import { UnusableInput } from '../read/unusable-input';
import { assumptionsOf } from './assumptions';

const FOLDER = 'rendered';

/** The model of constructs that are not written to any file yet. */
export interface Rendered {
  readonly model: BackupModel;
  /** Whether a resource of the model is one of these constructs, or under one. */
  isUnder(scope: IConstruct, resource: ResourceId): boolean;
}

/** What CDK calls internal, and every synth goes through. */
interface Renderable {
  _toCloudFormation(): unknown;
}

/** A stack, and the file that its template would be in. */
interface RenderedStack {
  readonly stack: Stack;
  readonly file: string;
}

/**
 * Reads the constructs under a root as the command reads what a synth writes: their templates, with a manifest that says
 * where they go.
 */
export function render(root: IConstruct): Rendered {
  const stacks = root.node
    .findAll()
    .filter(Stack.isStack)
    .map((stack, index): RenderedStack => ({ stack, file: `${index}.json` }));
  const files = new Map<string, unknown>(stacks.map(({ stack, file }) => [file, templateOf(stack, stacks)]));
  files.set('manifest.json', { artifacts: artifactsOf(stacks) });
  const readText = (path: string) => {
    const file = files.get(path.slice(FOLDER.length + 1));
    if (file === undefined) throw new UnusableInput(`${path} is not there`);
    return JSON.stringify(file);
  };
  const model = readModel([{ kind: 'assembly', path: FOLDER }], readText, { assumptions: assumptionsOf({}) });
  const stackOf = new Map(
    model.stacks.map(({ name, template }) => [
      name,
      stacks.find(({ file }) => template === `${FOLDER}/${file}`)?.stack,
    ]),
  );
  const known = new Map<IConstruct, ReadonlySet<string>>();
  return {
    model,
    isUnder(scope, { stack: name, logicalId }) {
      const keys = known.get(scope) ?? keysUnder(scope);
      known.set(scope, keys);
      const stack = stackOf.get(name);
      return stack !== undefined && keys.has(keyOf(stack, logicalId));
    },
  };
}

/** The template of a stack; where it nests others, it names their files as a synth does. */
function templateOf(stack: Stack, stacks: readonly RenderedStack[]): unknown {
  const template = stack.resolve((stack as Stack & Renderable)._toCloudFormation());
  for (const { stack: nested, file } of stacks) {
    if (nested.nestedStackParent !== stack || !nested.nestedStackResource) continue;
    const resource = template.Resources?.[stack.resolve((nested.nestedStackResource as CfnResource).logicalId)];
    if (resource) resource.Metadata = { ...resource.Metadata, 'aws:asset:path': file };
  }
  return template;
}

function artifactsOf(stacks: readonly RenderedStack[]): object {
  const tops = stacks.filter(({ stack }) => !stack.nested);
  return Object.fromEntries(
    tops.map(({ stack, file }) => [
      file,
      {
        type: 'aws:cloudformation:stack',
        displayName: stack.node.path,
        environment: `aws://${known(stack.account) ?? 'unknown-account'}/${known(stack.region) ?? 'unknown-region'}`,
        properties: { templateFile: file, stackName: stack.stackName },
      },
    ]),
  );
}

function known(text: string): string | undefined {
  return Token.isUnresolved(text) ? undefined : text;
}

/** The resources of a construct and under it, each by its stack and its logical id. */
function keysUnder(scope: IConstruct): ReadonlySet<string> {
  const resources = scope.node
    .findAll()
    .filter((construct): construct is CfnResource => CfnResource.isCfnResource(construct));
  return new Set(resources.map(({ stack, logicalId }) => keyOf(stack, stack.resolve(logicalId))));
}

function keyOf(stack: Stack, logicalId: string): string {
  return JSON.stringify([stack.node.addr, logicalId]);
}
