import { Template } from 'aws-cdk-lib/assertions';
import { beforeAll, describe, expect, it } from 'vitest';
import { newStack } from '../declare/app';
import { declareEverything } from './everything';
import { everyProperty, renderedLeaves } from './properties';

interface Rendered {
  readonly type: string;
  readonly path: string;
  readonly value: unknown;
}

let rendered: readonly Rendered[];

beforeAll(() => {
  const stack = newStack();
  declareEverything(stack);
  const resources: { readonly Type: string; readonly Properties: unknown }[] = Object.values(
    Template.fromStack(stack).toJSON().Resources,
  );
  rendered = resources
    .filter(({ Type }) => Type.startsWith('AWS::Backup::'))
    .flatMap(({ Type, Properties }) =>
      renderedLeaves(Properties).map(([path, value]) => ({ type: Type, path, value })),
    );
});

describe('every property of every low-level construct of AWS Backup', () => {
  const properties = everyProperty();

  it('is found in the declarations of aws-cdk-lib: at least ten types and more than a hundred leaves', () => {
    expect(new Set(properties.map(({ type }) => type)).size).toBeGreaterThanOrEqual(10);
    expect(properties.length).toBeGreaterThan(100);
  });

  it('is reached through a typed prop of ours', () => {
    // A map such as tags has its keys below it.
    const isReached = (type: string, path: string) =>
      rendered.some((leaf) => leaf.type === type && (leaf.path === path || leaf.path.startsWith(`${path}.`)));
    const missing = properties.filter(({ type, path }) => !isReached(type, path));
    expect(missing).toEqual([]);
  });

  it('has the value that was given', async () => {
    const lines = rendered.map(({ type, path, value }) => `${type} ${path} = ${JSON.stringify(value)}\n`);
    await expect(lines.join('')).toMatchFileSnapshot('../golden/every-property.txt');
  });
});
