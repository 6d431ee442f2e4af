import { App } from 'aws-cdk-lib';
import { addOrganizationStacks } from './stacks';

addOrganizationStacks(new App());
