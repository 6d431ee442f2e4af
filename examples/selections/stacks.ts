import type { App } from 'aws-cdk-lib';
import { EverythingButTests } from './everything-but-tests';
import { OneApplication } from './one-application';

/** Adds the stacks of this example. */
export function addSelectionStacks(app: App): void {
  new OneApplication(app, 'OneApplication');
  new EverythingButTests(app, 'EverythingButTests');
}
