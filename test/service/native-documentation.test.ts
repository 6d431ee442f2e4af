import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { backupableType, DATA_TYPES } from '../../src/service/data-types';
import { NATIVE_PROTECTIONS } from '../../src/service/native-protection';

const PAGE = 'docs/coverage.md';
const BEGIN = '## Which resources hold data?';

/** Settings with which each service does something. */
const SETTINGS: Readonly<Record<string, string>> = {
  AutomatedSnapshotRetentionPeriod: '7',
  BackupRetentionPeriod: '7',
  Engine: 'mysql',
  FileSystemType: 'LUSTRE',
  'LustreConfiguration.AutomaticBackupRetentionDays': '7',
  'PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled': 'true',
  PointInTimeRecoveryEnabled: 'true',
  SnapshotRetentionLimit: '7',
  'VersioningConfiguration.Status': 'Enabled',
};

function documentation(): string {
  const types = (isBackedUp: boolean) =>
    DATA_TYPES.map(({ cloudFormationType }) => cloudFormationType)
      .filter((type) => (backupableType(type) !== undefined) === isBackedUp)
      .map((type) => `\`${type}\``)
      .join(', ');
  const rows = NATIVE_PROTECTIONS.map(
    ({ cloudFormationType, says, source }) =>
      `| \`${cloudFormationType}\` | ${says((path) => SETTINGS[path])} | [source](${source}) |`,
  );
  return `${BEGIN}

Those of these types AWS Backup can back up: ${types(true)}.

Of these types it has no backups: ${types(false)}.

## What do services do by themselves?

This is what the line **natively** may say, here with settings that switch it on. It is said only where it is certain: nothing where
the setting is a parameter, or where a database is restored from a snapshot and has the settings of that.

| type | says | source |
|---|---|---|
${rows.join('\n')}
`;
}

test('the page on coverage tells which resources hold data, and what services do by themselves', async () => {
  const page = readFileSync(PAGE, 'utf8');
  const written = page.includes(BEGIN) ? page.slice(0, page.indexOf(BEGIN)) : page;
  await expect(written + documentation()).toMatchFileSnapshot(`../../${PAGE}`);
});
