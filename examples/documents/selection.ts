import { Stack, type StackProps } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import { BackupPlan, BackupResource } from 'cdk-strongroom';
import { Construct } from 'constructs';

/** What one selection can name: a table, everything with a tag, and what is under a construct. */
export class Selection extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const plan = BackupPlan.dailyWeeklyMonthly5YearRetention(this, 'SelectionPlan');
    const myTable = dynamodb.Table.fromTableName(this, 'Table', 'myTableName');
    const myCoolConstruct = new MyCoolConstruct(this, 'MyCoolConstruct');

    // A union: whatever one of the three names is backed up, with or without the tag.
    plan.addSelection('Selection', {
      resources: [
        BackupResource.fromDynamoDbTable(myTable), // A DynamoDB table
        BackupResource.fromTag('stage', 'prod'), // All resources that are tagged stage=prod in the region/account
        BackupResource.fromConstruct(myCoolConstruct), // All backupable resources in `myCoolConstruct`
      ],
    });
  }
}

/** Some part of an application, with data in it. */
class MyCoolConstruct extends Construct {
  constructor(scope: Construct, id: string) {
    super(scope, id);

    new dynamodb.Table(this, 'Orders', {
      partitionKey: { name: 'customer', type: dynamodb.AttributeType.STRING },
      sortKey: { name: 'order', type: dynamodb.AttributeType.STRING },
      billingMode: dynamodb.BillingMode.PAY_PER_REQUEST,
    });
  }
}
