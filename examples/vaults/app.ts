import { App } from 'aws-cdk-lib';
import { addVaultStacks } from './stacks';

addVaultStacks(new App());
