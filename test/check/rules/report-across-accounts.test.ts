import { expect, test } from 'vitest';
import { reportAcrossAccounts } from '../../../src/check/rules/report-across-accounts';
import { foundIn } from '../found-in';
import { testRule } from '../rule-cases';
import { reportPlan } from './audited';

const at = 'Resources.Reports.Properties.ReportSetting.Accounts.0';
const around = { at: '111122223333/eu-central-1' };

testRule(reportAcrossAccounts, [
  {
    title: 'another account',
    wrong: { Reports: reportPlan('bucket', { Accounts: ['222233334444'] }) },
    around,
    at,
    right: '111122223333',
    finds: {
      logicalId: 'Reports',
      property: 'ReportSetting.Accounts',
      says: /^report plan 'jobs' reports on accounts 222233334444, which only the management account or a delegated/,
    },
  },
  {
    title: 'the whole organization',
    wrong: { Reports: reportPlan('bucket', { Accounts: ['ROOT'] }) },
    at,
    right: '111122223333',
    finds: { property: 'ReportSetting.Accounts', says: /reports on accounts ROOT, which only/ },
  },
]);

test('Several accounts are more than one, wherever that is, and so are organizational units.', () => {
  const found = (setting: object) => foundIn(reportAcrossAccounts, { Reports: reportPlan('bucket', setting) });
  expect(found({ Accounts: ['111122223333', '222233334444'] })[0]?.message).toMatch(
    /111122223333, 222233334444, which/,
  );
  expect(found({})).toEqual([]);
  expect(found({ OrganizationUnits: ['ou-a'] })[0]).toMatchObject({
    property: 'ReportSetting.OrganizationUnits',
    message: expect.stringContaining('reports on 1 organizational unit, which'),
  });
  expect(found({ OrganizationUnits: ['ou-a', 'ou-b'] })[0]?.message).toMatch(/2 organizational units, which/);
});
