import { App } from 'aws-cdk-lib';
import { addBaselineStacks } from './stacks';

addBaselineStacks(new App());
