import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readTextFile } from '../../src/cli/files';
import { sourcesOf } from '../../src/cli/sources';
import { permissionsFor } from '../../src/permit/permit';
import { readModel } from '../../src/read/read-model';
import { VERBS } from '../../src/service/permissions/permission';

const ALL = join(__dirname, '../read/real-world');

describe.each(readdirSync(ALL).sort())('templates in the manner of %s', (name) => {
  const { sources, notes } = sourcesOf([join(ALL, name)]);
  const model = readModel(sources, readTextFile, { notes });
  const { policies, statements } = permissionsFor(model, { holder: 'role', verbs: VERBS });

  test('take policies within the limits, of ARNs that are whole', () => {
    for (const { characters } of policies) expect(characters).toBeLessThanOrEqual(6144);
    for (const resource of statements.flatMap(({ resources }) => resources))
      expect(resource).toMatch(/^(\*|arn:[^:]+:[a-z-]+:[^:]*:[^:]+:.+)$/);
  });

  test('take a statement for each resource of AWS Backup, and none for what has nothing to do with it', () => {
    const served = new Set(
      statements.flatMap(({ neededBy }) => neededBy.map(({ stack, logicalId }) => `${stack} ${logicalId}`)),
    );
    const declared = [
      ...[model.vaults, model.plans, model.selections, model.frameworks, model.reportPlans].flat(),
      ...[model.restoreTestingPlans, model.restoreTestingSelections, model.legalHolds].flat(),
      ...model.tieringConfigurations,
    ];
    expect(declared.map(({ stack, logicalId }) => `${stack} ${logicalId}`).filter((id) => !served.has(id))).toEqual([]);
    const types = new Set(statements.flatMap(({ neededBy }) => neededBy.map(({ type }) => type.split('::')[1])));
    expect([...types].filter((service) => !SERVICES.includes(service ?? ''))).toEqual([]);
  });
});

const SERVICES = ['Backup', 'Events', 'IAM', 'KMS', 'Organizations', 'SNS'];
