import type { BackupModel } from '../../src/read/model';
import { readAssembly } from '../read/reading';

/** Where stacks of tests are deployed. */
export const ACCOUNT = '111122223333';
export const REGION = 'eu-central-1';

/** What only deployment knows of each stack. */
const OPEN = {
  Parameters: { Stage: { Type: 'String' } },
  Conditions: { Prod: { 'Fn::Equals': [{ Ref: 'Stage' }, 'prod'] } },
};

/** Resources by their logical id. */
export type Resources = Readonly<Record<string, unknown>>;

/** The model of an app of one stack, which is deployed in a known place. */
export function deployed(
  Resources: Resources,
  stack = 'Ledger',
  environment = `aws://${ACCOUNT}/${REGION}`,
): BackupModel {
  return apps({ [stack]: Resources }, environment);
}

/** The model of an app of several stacks. */
export function apps(
  stacks: Readonly<Record<string, Resources>>,
  environment = `aws://${ACCOUNT}/${REGION}`,
): BackupModel {
  const artifacts = Object.keys(stacks).map((name) => [
    name,
    {
      type: 'aws:cloudformation:stack',
      environment,
      properties: { templateFile: `${name}.template.json`, stackName: name },
    },
  ]);
  return readAssembly({
    'manifest.json': { version: '36.0.0', artifacts: Object.fromEntries(artifacts) },
    ...Object.fromEntries(
      Object.entries(stacks).map(([name, Resources]) => [`${name}.template.json`, { ...OPEN, Resources }]),
    ),
  });
}

/** A reference to an attribute of another resource. */
export function att(logicalId: string, name = 'Arn'): unknown {
  return { 'Fn::GetAtt': [logicalId, name] };
}

/** The document by which AWS Backup may assume a role. */
export const TRUST = {
  Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'backup.amazonaws.com' } }],
};
