import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Tags } from 'aws-cdk-lib';
import { Coverage, RequiredCopy } from 'cdk-strongroom';
import { describe, expect, test } from 'vitest';
import { addPromisedStacks } from '../../examples/objectives/stacks';
import { checkedApps, synthesized, told } from '../verify/synth';

// CDK's validation takes seconds to load, and more on a busy machine.
describe('The example of objectives', { timeout: 60_000 }, () => {
  const { newApp } = checkedApps();

  test('keeps what it promises, without a finding of anybody', () => {
    const app = newApp();
    addPromisedStacks(app);
    const { failed, printed } = synthesized(app);
    expect({ failed, printed }).toEqual({ failed: false, printed: '' });
    const report = JSON.parse(readFileSync(join(app.outdir, 'validation-report.json'), 'utf8')) as {
      pluginReports: readonly { violations: readonly unknown[] }[];
    };
    expect(report.pluginReports.flatMap(({ violations }) => violations)).toEqual([]);
  });

  test('is as a test of it would expect', () => {
    const app = newApp();
    const { shop } = addPromisedStacks(app);
    const coverage = Coverage.of(app);
    coverage.expectProtected(shop.orders, { plan: shop.gold, copies: [RequiredCopy.inAnotherAccount()] });
    coverage.expectUnprotected(shop.cache);
  });

  test('fails once somebody makes gold of what is not', () => {
    const app = newApp();
    const { shop } = addPromisedStacks(app);
    Tags.of(shop.node.findChild('Carts')).add('tier', 'gold');
    const found = synthesized(app);
    expect(found.failed).toBe(true);
    expect(told(found)).toEqual([
      'error objective-copy Shop/Carts/Resource',
      'error objective-immutable Shop/Carts/Resource',
      'error objective-ransomware-proof Shop/Carts/Resource',
    ]);
  });
});
