import { App } from 'aws-cdk-lib';
import { addProofStacks } from './stacks';

addProofStacks(new App());
