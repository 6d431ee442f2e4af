import { App } from 'aws-cdk-lib';
import { addPromisedStacks } from './stacks';

addPromisedStacks(new App());
