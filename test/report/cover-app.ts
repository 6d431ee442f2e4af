import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cover } from '../../src/cover/cover';
import type { Coverage } from '../../src/cover/coverage';
import { Assumptions } from '../../src/read/assumptions/assumptions';
import type { BackupModel } from '../../src/read/model';
import { Places } from '../../src/read/places';
import { readModel } from '../../src/read/read-model';

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

/** A shop of four templates: forty resources that hold data, and six plans. */
export function shop(): CoverExample {
  const folder = join(__dirname, '..', 'golden', 'cover', 'app');
  return coverExample(readdirSync(folder).sort(), (path) => readFileSync(join(folder, path), 'utf8'));
}

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
