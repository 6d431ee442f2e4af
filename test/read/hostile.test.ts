import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { UnusableInput } from '../../src/read/unusable-input';
import { declaredJson } from '../../src/report/declared-json';
import { declaredText } from '../../src/report/declared-text';
import { readAssembly, readResources, readTemplate } from './reading';

const TEMPLATE = {
  Resources: {
    Vault: {
      Type: 'AWS::Backup::BackupVault',
      Properties: {
        BackupVaultName: 'ledger',
        EncryptionKeyArn: { 'Fn::GetAtt': ['Key', 'Arn'] },
        LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: 30, ChangeableForDays: 3 },
        AccessPolicy: {
          Statement: [
            {
              Effect: 'Deny',
              Principal: { AWS: '*' },
              Action: ['backup:DeleteRecoveryPoint'],
              Condition: { StringNotLike: { 'aws:userId': ['a', 'b'] } },
            },
          ],
        },
        Notifications: { BackupVaultEvents: ['BACKUP_JOB_FAILED'], SNSTopicArn: { Ref: 'Topic' } },
      },
    },
    Plan: {
      Type: 'AWS::Backup::BackupPlan',
      Properties: {
        BackupPlan: {
          BackupPlanName: 'Ledger',
          AdvancedBackupSettings: [{ ResourceType: 'EC2', BackupOptions: { WindowsVSS: 'enabled' } }],
          BackupPlanRule: [
            {
              RuleName: 'Daily',
              ScheduleExpression: 'cron(0 5 * * ? *)',
              TargetBackupVault: { Ref: 'Vault' },
              Lifecycle: { DeleteAfterDays: 35, MoveToColdStorageAfterDays: 1 },
              CopyActions: [
                { DestinationBackupVaultArn: { 'Fn::Sub': `arn:aws:backup:\${AWS::Region}:1:backup-vault:a` } },
              ],
              RecoveryPointTags: { a: 'b' },
              IndexActions: [{ ResourceTypes: ['S3'] }],
              EnableContinuousBackup: true,
              StartWindowMinutes: 60,
            },
          ],
        },
      },
    },
    Selection: {
      Type: 'AWS::Backup::BackupSelection',
      Properties: {
        BackupPlanId: { Ref: 'Plan' },
        BackupSelection: {
          SelectionName: 'All',
          IamRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
          Resources: [{ 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':s3:::', { Ref: 'Bucket' }]] }],
          ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'a', ConditionValue: 'b' }],
          Conditions: { StringEquals: [{ ConditionKey: 'a', ConditionValue: 'b' }] },
          NotResources: ['arn:aws:s3:::a'],
        },
      },
    },
    Bucket: { Type: 'AWS::S3::Bucket' },
    Nested: { Type: 'AWS::CloudFormation::Stack', Metadata: { 'aws:asset:path': 'nested.json' } },
  },
};
const MANIFEST = {
  artifacts: {
    App: {
      type: 'aws:cloudformation:stack',
      environment: 'aws://111122223333/eu-west-1',
      properties: { templateFile: 'app.json' },
      displayName: 'App',
      metadata: { '/App/Vault/Resource': [{ type: 'aws:cdk:logicalId', data: 'Vault' }] },
    },
    Assets: { type: 'cdk:asset-manifest', properties: { file: 'assets.json' } },
    Prod: { type: 'cdk:cloud-assembly', properties: { directoryName: 'prod' } },
  },
};
const ASSEMBLY = {
  'manifest.json': MANIFEST,
  'app.json': TEMPLATE,
  'nested.json': { Resources: {} },
  'assets.json': { files: { a: { source: { path: 'nested.json' } } } },
  'prod/manifest.json': { artifacts: {} },
};

const NOW = Date.UTC(2026, 10, 22);

/** A text that would make a terminal act, or that pretends to be another. */
const ACTING = /[\p{Cc}\p{Cf}\p{Cs}]/u;

/** Reads and reports; whatever the input, the answer is a report or one line. */
function answer(read: () => ReturnType<typeof readTemplate>): string {
  try {
    const model = read();
    const text = declaredText(model, { width: 100, colour: false }, NOW);
    for (const line of text.split('\n')) {
      expect([...line].length).toBeLessThanOrEqual(100);
      expect(line).not.toMatch(ACTING);
    }
    JSON.parse(declaredJson(model, NOW));
    return text;
  } catch (error) {
    if (!(error instanceof UnusableInput)) throw error;
    return error.message;
  }
}

describe('a hostile template', () => {
  test('with __proto__ for a name is read like any other, and leaves no trace', () => {
    const { vaults } = readTemplate(
      '{"Resources": {"__proto__": {"Type": "AWS::Backup::BackupVault", "Properties": {"BackupVaultName": "ledger"}}}}',
    );
    expect(vaults).toMatchObject([{ logicalId: '__proto__', name: 'ledger' }]);
    expect({}).not.toHaveProperty('Type');
  });

  test('cannot lend properties through __proto__', () => {
    const { vaults } = readTemplate(
      '{"Resources": {"V": {"Type": "AWS::Backup::BackupVault", "Properties": {"__proto__": {"BackupVaultName": "ledger"}}}}}',
    );
    expect(vaults[0]).not.toHaveProperty('name');
  });

  test('that refers to what every object inherits finds no such resource', () => {
    const { vaults } = readResources({
      V: {
        Type: 'AWS::Backup::BackupVault',
        Properties: { EncryptionKeyArn: { 'Fn::GetAtt': ['constructor', 'Arn'] } },
      },
    });
    expect(vaults[0]?.encryptionKey).toMatchObject({ unknown: `\${constructor.Arn}`, pieces: [{ kind: 'missing' }] });
  });

  test.each([
    ['lists', '[', ']'],
    ['objects', '{"Ref":', '}'],
    ['functions', '{"Fn::Join":["",[', ']]}'],
  ])('with %s nested 100,000 deep is refused in one line', (_, open, close) => {
    const deep = open.repeat(100_000) + (open === '[' ? '' : '1') + close.repeat(100_000);
    for (const property of ['BackupVaultName', 'AccessPolicy', 'LockConfiguration', 'Notifications']) {
      const text = `{"Resources": {"V": {"Type": "AWS::Backup::BackupVault", "Properties": {"${property}": ${deep}}}}}`;
      expect(answer(() => readTemplate(text))).toMatch(
        /^app\.json cannot be read as JSON \(line 1, column \d+: .*200 levels deep here\)/,
      );
    }
  });

  test('with 100,000 resources in one selection is read', () => {
    const resources = Array.from({ length: 100_000 }, (_, index) => `arn:aws:s3:::bucket-${index}`);
    const selection = {
      Type: 'AWS::Backup::BackupSelection',
      Properties: { BackupSelection: { Resources: resources } },
    };
    expect(answer(() => readResources({ S: selection }))).toContain('bucket-99999');
  });

  test('with a policy of nested JSON texts is read once', () => {
    const policy = JSON.stringify(JSON.stringify({ Statement: [] }));
    const { vaults, notes } = readResources({
      V: { Type: 'AWS::Backup::BackupVault', Properties: { AccessPolicy: policy } },
    });
    expect(vaults[0]?.policy).toEqual([]);
    expect(notes).toMatchObject([
      { property: 'AccessPolicy', says: 'an object is expected here, not text, so this was not read' },
    ]);
  });

  test('notes what has the wrong type, once each', () => {
    const { notes } = readResources({
      V: {
        Type: 'AWS::Backup::BackupVault',
        Properties: { LockConfiguration: { MinRetentionDays: 'many' }, Notifications: [] },
      },
      W: 7,
      X: { Type: ['AWS::Backup::BackupVault'] },
      P: { Type: 'AWS::Backup::BackupPlan', Properties: { BackupPlan: null } },
    });
    expect(notes.map(({ logicalId, property, says }) => [logicalId, property, says])).toEqual([
      ['W', undefined, 'this is no resource with a Type, so it was not read'],
      ['X', undefined, 'this is no resource with a Type, so it was not read'],
      ['V', 'Notifications', 'an object is expected here, not a list, so this was not read'],
      ['V', 'LockConfiguration.MinRetentionDays', 'a number is expected here, not text, so this was not read'],
      ['P', 'BackupPlan', 'an object is expected here, not null, so this was not read'],
    ]);
  });

  const junk = fc.oneof(
    fc.constantFrom<unknown>(null, true, -1, 1e308, '', 'a', '\u001b[31m', '\u202e', '__proto__', [], {}, [[]], [null]),
    fc.constantFrom<unknown>(
      { Ref: 'Vault' },
      { Ref: 'AWS::NoValue' },
      { Ref: {} },
      { 'Fn::If': ['a', 'b', 'c'] },
      { 'Fn::Sub': `\${a}\${!b}\${` },
      { 'Fn::GetAtt': 'a' },
      { 'Fn::Join': [1, 2] },
      { 'Fn::Transform': {} },
    ),
    fc.json({ maxDepth: 3 }).map((json) => JSON.parse(json)),
    fc.string({ unit: 'binary', maxLength: 300 }),
  );

  /** Puts a value at the place in a document that a walk of random turns leads to. */
  function mutate(document: unknown, turns: readonly number[], value: unknown): unknown {
    const [turn = 0, ...rest] = turns;
    if (typeof document !== 'object' || document === null || turns.length === 0) return value;
    const keys = Object.keys(document);
    const key = keys[turn % Math.max(1, keys.length)];
    if (key === undefined) return value;
    const copy: Record<string, unknown> | unknown[] = Array.isArray(document) ? [...document] : { ...document };
    Object.defineProperty(copy, key, {
      value: mutate((document as Record<string, unknown>)[key], rest, value),
      enumerable: true,
    });
    return copy;
  }

  const turns = fc.array(fc.nat(20), { maxLength: 9 });
  const mutations = fc.array(fc.tuple(turns, junk), { minLength: 1, maxLength: 5 });

  test('mutated anywhere gives a report or one line', () => {
    fc.assert(
      fc.property(mutations, (changes) => {
        const template = changes.reduce<unknown>((document, [path, value]) => mutate(document, path, value), TEMPLATE);
        expect(answer(() => readTemplate(JSON.stringify(template)))).not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });

  test('in an assembly mutated anywhere gives a report or one line', () => {
    fc.assert(
      fc.property(mutations, (changes) => {
        const files = changes.reduce<unknown>((document, [path, value]) => mutate(document, path, value), ASSEMBLY);
        const written = Object.entries(files ?? {}).map(([path, file]) => [path, JSON.stringify(file) ?? '']);
        expect(answer(() => readAssembly(Object.fromEntries(written)))).not.toBe('');
      }),
      { numRuns: 700 },
    );
  });

  test('cut off anywhere gives one line', () => {
    const text = JSON.stringify(TEMPLATE);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: text.length - 1 }), (length) => {
        expect(answer(() => readTemplate(text.slice(0, length)))).toMatch(
          /^app\.json (cannot be read as JSON|is empty).*$/,
        );
      }),
      { numRuns: 200 },
    );
  });
});
