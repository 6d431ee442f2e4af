import type { App } from 'aws-cdk-lib';
import { AirGappedPlan } from './air-gapped-plan';
import { ArchivedPlan } from './archived-plan';
import { ScannedPlan } from './scanned-plan';

/** Adds a stack for each plan. */
export function addPlanStacks(app: App): void {
  new AirGappedPlan(app, 'AirGappedPlan');
  new ArchivedPlan(app, 'ArchivedPlan');
  new ScannedPlan(app, 'ScannedPlan');
}
