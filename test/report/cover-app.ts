import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { cover } from '../../src/cover/cover';
import type { Coverage } from '../../src/cover/coverage';
import { judgeObjectives } from '../../src/cover/objectives/judge';
import { readObjectives } from '../../src/cover/objectives/parse';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import type { BackupModel } from '../../src/read/model';
import { Places } from '../../src/read/places';
import { readModel } from '../../src/read/read-model';
import type { JudgedObjectives } from '../../src/report/objectives-sarif';

/** A coverage, and all that reports need besides. */
export interface CoverExample {
  readonly model: BackupModel;
  readonly coverage: Coverage;
  readonly places: Places;
}

/** Covers templates in files that are read by a function. */
export function coverExample(paths: readonly string[], readText: (path: string) => string): CoverExample {
  const model = readModel(
    paths.map((path) => ({ kind: 'template', path })),
    readText,
  );
  const coverage = cover(model, Assumptions.DEFAULT.leaning());
  return { model, coverage, places: new Places(model, readText) };
}

/** The day on which the objectives of the shop are judged. */
const TODAY = '2026-02-01';

/** What is promised of the shop, and what that comes to. */
export function shopObjectives({ model }: CoverExample): JudgedObjectives {
  const file = join(__dirname, '..', 'golden', 'cover', 'objectives.yaml');
  const objectives = readObjectives(file, (path) => readFileSync(path, 'utf8'));
  return {
    results: judgeObjectives(model, Assumptions.DEFAULT.leaning(), objectives, TODAY),
    placeOf: (index) => ({ file: 'objectives.yaml', line: index + 2, column: 5 }),
  };
}

/** A shop of four templates: forty resources that hold data, and six plans. */
export function shop(): CoverExample {
  const folder = join(__dirname, '..', 'golden', 'cover', 'app');
  return coverExample(readdirSync(folder).sort(), (path) => readFileSync(join(folder, path), 'utf8'));
}

/** Whatever the name, it must do nothing to whoever reads it. */
export const HARMFUL_NAMES = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1 }),
  fc.constantFrom(
    '<script>',
    '"><img src=x>',
    "'onload='",
    '&amp;',
    '</style>',
    '-->',
    '\u001b[2J',
    '\u202egpj',
    '\u0000',
  ),
);

/** A template whose names are meant to do harm to whoever reads a report. */
export function hostileExample(name: string): CoverExample {
  const tags = [{ Key: name, Value: name }];
  const template = {
    Resources: {
      Plan: {
        Type: 'AWS::Backup::BackupPlan',
        Properties: { BackupPlan: { BackupPlanName: name, BackupPlanRule: [] } },
      },
      Selection: {
        Type: 'AWS::Backup::BackupSelection',
        Properties: {
          BackupPlanId: { Ref: 'Plan' },
          BackupSelection: {
            SelectionName: name,
            ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: name, ConditionValue: name }],
            NotResources: [`arn:aws:dynamodb:*:*:table/${name}`],
          },
        },
      },
      [`${name}1`]: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: name, Tags: tags } },
      [`${name}2`]: { Type: 'AWS::RDS::DBInstance', Properties: { Tags: tags } },
      [`${name}3`]: { Type: 'AWS::Kinesis::Stream' },
      [`${name}4`]: { Type: 'AWS::EC2::Volume', Properties: { Tags: [{ Key: name, Value: { Ref: 'P' } }] } },
    },
    Parameters: { P: { Type: 'String' } },
  };
  return coverExample([`${name}.json`], () => JSON.stringify(template));
}
