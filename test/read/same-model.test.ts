import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { App } from 'aws-cdk-lib';
import * as official from 'aws-cdk-lib/aws-backup';
import * as ours from 'cdk-strongroom';
import { describe, expect, test } from 'vitest';
import type { BackupModel } from '../../src/read/model';
import { readModel } from '../../src/read/read-model';
import { readFrom } from './reading';
import { byConstructs, byLowLevelConstructs } from './same-model/apps';

const YAML = readFileSync(join(__dirname, 'same-model', 'app.yaml'), 'utf8');

function assemblyOf(app: App): BackupModel {
  return readModel([{ kind: 'assembly', path: app.synth().directory }], (path) => readFileSync(path, 'utf8'));
}

/** The template of the app's one stack, as a file of its own. */
function templateOf(app: App): BackupModel {
  return readFrom({ App: JSON.stringify(app.synth().getStackByName('App').template) }, [
    { kind: 'template', path: 'App' },
  ]);
}

/** A model without what only an assembly knows: environments, constructs, lines of programs. The order is not meant. */
function essence({ stacks: _, ...model }: BackupModel): unknown {
  const bare = JSON.parse(
    JSON.stringify(model, (key, value) => (key === 'constructPath' || key === 'program' ? undefined : value)),
  );
  for (const list of Object.values(bare)) {
    (list as { logicalId: string }[]).sort((a, b) => a.logicalId.localeCompare(b.logicalId));
  }
  return bare;
}

describe('the model of one app is the same', () => {
  const expected = assemblyOf(byConstructs(ours));

  test.each<[string, BackupModel]>([
    ["the official library's constructs", assemblyOf(byConstructs(official))],
    ['low-level constructs', assemblyOf(byLowLevelConstructs())],
    ['the template alone, in JSON', templateOf(byConstructs(ours))],
    ['a template written by hand, in YAML', readFrom({ App: YAML }, [{ kind: 'template', path: 'App' }])],
  ])('read from %s', (_, model) => {
    expect(essence(model)).toEqual(essence(expected));
  });

  test('and it is all there', () => {
    expect(expected.notes).toEqual([]);
    expect(expected.assumptions).toEqual([]);
    const counts = Object.entries(expected).map(([list, { length }]) => [list, length]);
    expect(Object.fromEntries(counts)).toMatchObject({
      vaults: 1,
      plans: 1,
      selections: 1,
      resources: 1,
      roles: 1,
      keys: 1,
      topics: 1,
      resourcePolicies: 1,
    });
    expect(expected.selections[0]?.resources[0]?.arn).toMatchObject({ logicalId: 'TableCD117FA1' });
  });
});
