import { App } from 'aws-cdk-lib';
import { addPlanStacks } from './stacks';

addPlanStacks(new App());
