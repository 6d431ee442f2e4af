import { Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The ARN of a resource of the stack that a construct is in. */
export function arnIn(construct: IConstruct, service: string, resource: string): string {
  const { partition, region, account } = Stack.of(construct);
  return `arn:${partition}:${service}:${region}:${account}:${resource}`;
}

/** The ARN of a database cluster, of whichever service. */
export function databaseClusterArn(cluster: IConstruct, id: string): string {
  return arnIn(cluster, 'rds', `cluster:${id}`);
}
