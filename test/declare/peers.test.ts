import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
      const at = join(folders[index % folders.length] ?? folder, name);
      mkdirSync(at, { recursive: true });
      writeFileSync(join(at, 'package.json'), '{}');
    }
  }

  it('load where what they are built on is installed, without a question to the resolver', () => {
    install('aws-cdk-lib', 'constructs');
    expect(() => requirePeers(folders, finding())).not.toThrow();
  });

  it('load where only the resolver finds it', () => {
    expect(() => requirePeers(folders, finding('aws-cdk-lib', 'constructs'))).not.toThrow();
  });

  it.each([[undefined], [[]]])('load in a bundle, which has %j for folders and where nothing can be found', (none) => {
    expect(() => requirePeers(none, finding())).not.toThrow();
  });

  it('are not taken in by a folder in which no package is', () => {
    mkdirSync(join(folder, 'inner', 'aws-cdk-lib'), { recursive: true });
    install('constructs');
    expect(() => requirePeers(folders, finding())).toThrow('need aws-cdk-lib, which');
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
