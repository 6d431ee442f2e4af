import type { Permissions } from '../permit/permit';
import { permissionsTitle } from './permissions-words';
import { visibleJson } from './visible';

/** A CloudFormation template that makes the policies, in JSON. */
export function permissionsCloudFormation(permissions: Permissions): string {
  const { policies } = permissions;
  const template = {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: `${permissionsTitle(permissions)}; written by strongroom permissions`,
    Resources: Object.fromEntries(
      policies.map(({ name, document }) => [
        name,
        {
          Type: 'AWS::IAM::ManagedPolicy',
          Properties: { Description: permissionsTitle(permissions), PolicyDocument: document },
        },
      ]),
    ),
    Outputs: Object.fromEntries(
      policies.map(({ name }) => [`${name}Arn`, { Description: 'The ARN of the policy', Value: { Ref: name } }]),
    ),
  };
  return `${visibleJson(JSON.stringify(template, undefined, 2))}\n`;
}
