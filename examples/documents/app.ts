import { App } from 'aws-cdk-lib';
import { addDocumentStacks } from './stacks';

addDocumentStacks(new App());
