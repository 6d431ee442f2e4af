import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { requirePeers } from '../../src/declare/peers';

/** A resolver that finds these packages, and nothing else. */
function finding(...names: string[]): (name: string) => string {
  return (name) => {
    if (names.includes(name)) return `/elsewhere/${name}`;
    throw new Error(`Cannot find module '${name}'`);
  };
}

describe('the constructs', () => {
  let folder: string;
  let folders: string[];

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'strongroom-peers-'));
    folders = [join(folder, 'inner'), join(folder, 'outer')];
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function install(...names: string[]): void {
    for (const [index, name] of names.entries()) {
      mkdirSync(join(folders[index % folders.length] ?? folder, name), { recursive: true });
    }
  }

  it('load where what they are built on is installed, without a question to the resolver', () => {
    install('aws-cdk-lib', 'constructs');
    expect(() => requirePeers(folders, finding())).not.toThrow();
  });

  it('load where only the resolver finds it', () => {
    expect(() => requirePeers([], finding('aws-cdk-lib', 'constructs'))).not.toThrow();
  });

  it('load in a bundle, where nothing can be found', () => {
    expect(() => requirePeers(undefined, finding())).not.toThrow();
  });

  it.each<[string, string[], string[], string]>([
    ['the CDK', ['constructs'], [], 'need aws-cdk-lib, which cannot be found: run npm install aws-cdk-lib'],
    ['constructs', [], ['aws-cdk-lib'], 'need constructs, which cannot be found: run npm install constructs'],
    ['both', [], [], 'need aws-cdk-lib and constructs, which cannot be found: run npm install aws-cdk-lib constructs'],
  ])('say what to install where %s cannot be found, and nothing of where that was noticed', (_, there, found, says) => {
    install(...there);
    const message = `the constructs of cdk-strongroom ${says}`;
    expect(() => requirePeers(folders, finding(...found))).toThrow(
      expect.objectContaining({ message, stack: `Error: ${message}` }),
    );
  });
});
