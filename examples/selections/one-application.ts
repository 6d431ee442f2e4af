import { RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { BlockPublicAccess, Bucket } from 'aws-cdk-lib/aws-s3';
import { BackupPlan, BackupResource } from 'cdk-strongroom';
import { Construct } from 'constructs';

/** An application whose data is backed up, now and as it grows, by a role that can do no more than that. */
export class OneApplication extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const data = new Construct(this, 'Data');
    new TableV2(data, 'Orders', { partitionKey: { name: 'id', type: AttributeType.STRING } });
    new Bucket(data, 'Invoices', {
      versioned: true, // AWS Backup backs up no bucket without versions.
      enforceSSL: true,
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    });
    const cache = new TableV2(data, 'Cache', {
      partitionKey: { name: 'id', type: AttributeType.STRING },
      removalPolicy: RemovalPolicy.DESTROY,
    });

    const plan = BackupPlan.daily35DayRetention(this, 'Daily');
    plan.addSelection('Data', {
      resources: [BackupResource.allFromConstruct(data)],
      excludedResources: [BackupResource.fromDynamoDbTable(cache)],
      leastPrivilegeRole: true,
    });
  }
}
