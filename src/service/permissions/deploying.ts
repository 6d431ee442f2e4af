import { actionsOf, type HandlerUse } from './permission';

const cloudformation = actionsOf('cloudformation');

const LOOK = 'DescribeStacks DescribeStackEvents DescribeStackResources GetTemplate';
const CHANGE_SETS = 'CreateChangeSet DescribeChangeSet ExecuteChangeSet DeleteChangeSet';

/** What a person does to stacks, beyond what CloudFormation then does in the person's name. */
export const DEPLOYING: HandlerUse = {
  sid: 'Stacks',
  on: 'itself',
  why: 'a person makes, changes and deletes the stacks themselves; whoever gives CloudFormation a role needs nothing else',
  source: 'https://docs.aws.amazon.com/service-authorization/latest/reference/list_awscloudformation.html',
  actions: {
    create: cloudformation(`CreateStack ${CHANGE_SETS} ${LOOK}`),
    read: cloudformation(LOOK),
    update: cloudformation(`UpdateStack ${CHANGE_SETS} ${LOOK}`),
    delete: cloudformation(`DeleteStack ${LOOK}`),
  },
};
