import { createRequire } from 'node:module';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const require = createRequire(import.meta.url);

/** Every name that a module exports, types included. */
function exportsOf(...files: string[]): Set<string>[] {
  const program = ts.createProgram(files, {
    module: ts.ModuleKind.Node16,
    moduleResolution: ts.ModuleResolutionKind.Node16,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2022,
  });
  const checker = program.getTypeChecker();
  return files.map((file) => {
    const source = program.getSourceFile(file);
    const symbol = source && checker.getSymbolAtLocation(source);
    return new Set(symbol ? checker.getExportsOfModule(symbol).map(({ name }) => name) : []);
  });
}

describe('the front door in TypeScript', () => {
  it('has every class, interface, enum and type that the official library exports', () => {
    const official = require.resolve('aws-cdk-lib/aws-backup').replace(/\.js$/, '.d.ts');
    const [theirs, ours] = exportsOf(official, 'src/index.ts') as [Set<string>, Set<string>];
    expect(theirs.size).toBeGreaterThan(50);
    // Not in the oldest aws-cdk-lib that we support: docs/decisions/0002 says why they are missing.
    const missing = [...theirs].filter((name) => !ours.has(name) && !/^(Cfn|I)?BackupAccessPoint/.test(name));
    expect(missing).toEqual([]);
  });
});
