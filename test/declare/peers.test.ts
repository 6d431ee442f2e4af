import Module from 'node:module';
import { afterEach, describe, expect, it, vi } from 'vitest';

type Resolve = (request: string, ...rest: unknown[]) => string;
const resolver = Module as unknown as { _resolveFilename: Resolve };
let runs = 0;

/** Runs the module anew, where the packages named cannot be found. */
async function loadWithout(...absent: string[]): Promise<unknown> {
  const resolve = resolver._resolveFilename;
  vi.spyOn(resolver, '_resolveFilename').mockImplementation((request, ...rest) => {
    if (absent.includes(request)) throw new Error(`Cannot find module '${request}'`);
    return resolve.call(resolver, request, ...rest);
  });
  runs += 1;
  const path = `../../src/declare/peers.ts?run=${runs}`;
  return import(path);
}

describe('the constructs', () => {
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('load where what they are built on is there', async () => {
    await expect(loadWithout()).resolves.toBeDefined();
  });

  it.each<[string, string[], string]>([
    [
      'the CDK',
      ['aws-cdk-lib'],
      'the constructs of cdk-strongroom need aws-cdk-lib, which cannot be found: run npm install aws-cdk-lib',
    ],
    [
      'constructs',
      ['constructs'],
      'the constructs of cdk-strongroom need constructs, which cannot be found: run npm install constructs',
    ],
    [
      'both',
      ['aws-cdk-lib', 'constructs'],
      'the constructs of cdk-strongroom need aws-cdk-lib and constructs, which cannot be found: run npm install aws-cdk-lib constructs',
    ],
  ])(
    'say what to install where %s cannot be found, and nothing of where that was noticed',
    async (_, absent, message) => {
      await expect(loadWithout(...absent)).rejects.toMatchObject({ message, stack: `Error: ${message}` });
    },
  );
});
