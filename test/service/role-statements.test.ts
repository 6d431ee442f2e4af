import { describe, expect, test } from 'vitest';
import { RESOURCE_TYPE_IDS, type ResourceTypeId } from '../../src/service/resource-types';
import { type PlanFeatures, type RoleStatement, roleStatements } from '../../src/service/service-role';

const PLAIN: PlanFeatures = { continuous: false, copies: false, scans: false, windowsVss: false };

/** A statement on a few lines, in the order of the alphabet where AWS has none. */
function told({ actions, resources, conditions }: RoleStatement): string {
  const lines = [...actions].sort().map((action) => `    ${action}`);
  return [...lines, ...resources.map((resource) => `      on ${resource}`), ...conditionLines(conditions)].join('\n');
}

function conditionLines(conditions: RoleStatement['conditions'] = {}): string[] {
  return Object.entries(conditions).flatMap(([operator, keys]) =>
    Object.entries(keys).map(([key, value]) => `      where ${key} ${operator} ${JSON.stringify(value)}`),
  );
}

/** What a duty needs, and the duty without it does not. */
function added(type: ResourceTypeId, features: Partial<PlanFeatures>): string[] {
  const without = roleStatements({ types: [type], backups: PLAIN, restores: false }, 'aws').map(told);
  const all = roleStatements({ types: [type], backups: { ...PLAIN, ...features }, restores: false }, 'aws').map(told);
  expect(all).toEqual(expect.arrayContaining(without));
  return all.filter((statement) => !without.includes(statement));
}

function chapter(title: string, statements: readonly string[]): string {
  return statements.length === 0 ? '' : `${title}\n${statements.join('\n')}\n`;
}

describe('the statements of a service role', () => {
  test('are these, for each type and each duty', async () => {
    const nothing = roleStatements({ types: [], backups: PLAIN, restores: false }, 'aws').map(told);
    const restoring = roleStatements({ types: [], restores: true }, 'aws').map(told);
    const everyType = [chapter('every backup', nothing), chapter('every restore', restoring)];
    const byType = RESOURCE_TYPE_IDS.map((type) => {
      const backups = roleStatements({ types: [type], backups: PLAIN, restores: false }, 'aws').map(told);
      const restores = roleStatements({ types: [type], restores: true }, 'aws').map(told);
      return [
        `== ${type}\n`,
        chapter(
          '  backups',
          backups.filter((statement) => !nothing.includes(statement)),
        ),
        chapter('  continuous backups', added(type, { continuous: true })),
        chapter('  scans', added(type, { scans: true })),
        chapter('  Windows VSS', added(type, { windowsVss: true })),
        chapter(
          '  restores',
          restores.filter((statement) => !restoring.includes(statement)),
        ),
      ].join('');
    });
    const copies = chapter('copies', added('DynamoDbTable', { copies: true }));
    await expect([...everyType, copies, ...byType].join('\n')).toMatchFileSnapshot('../golden/role-statements.txt');
  });

  test('are put into the partition that is asked for, ARNs and conditions alike', () => {
    const duties = { types: RESOURCE_TYPE_IDS, backups: { ...PLAIN, copies: true, continuous: true }, restores: true };
    const china = JSON.stringify(roleStatements(duties, 'aws-cn'));
    expect(china).not.toContain('"arn:aws:');
    expect(china.replaceAll('"arn:aws-cn:', '"arn:aws:')).toBe(JSON.stringify(roleStatements(duties, 'aws')));
  });
});
