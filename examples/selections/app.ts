import { App } from 'aws-cdk-lib';
import { addSelectionStacks } from './stacks';

addSelectionStacks(new App());
