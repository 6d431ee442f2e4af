import { Duration, Stack, type StackProps, TimeZone } from 'aws-cdk-lib';
import * as dynamodb from 'aws-cdk-lib/aws-dynamodb';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as events from 'aws-cdk-lib/aws-events';
import {
  BackupPlan,
  BackupResource,
  BackupVault,
  RestoreTestingAlgorithm,
  RestoreTestingCondition,
  RestoreTestingPlan,
  RestoreTestingTarget,
} from 'cdk-strongroom';
import type { Construct } from 'constructs';

/** A plan, and the weekly proof that what it makes can be restored. */
export class RestoreTests extends Stack {
  constructor(scope: Construct, id: string, props?: StackProps) {
    super(scope, id, props);

    const vault = new BackupVault(this, 'Vault');
    const plan = BackupPlan.daily35DayRetention(this, 'Daily', vault);
    const orders = new dynamodb.TableV2(this, 'Orders', {
      partitionKey: { name: 'id', type: dynamodb.AttributeType.STRING },
    });
    const arns = [BackupResource.fromArn(orders.tableArn)];
    plan.addSelection('Everything', { resources: [...arns, BackupResource.fromTag('stage', 'prod')] });

    const testing = new RestoreTestingPlan(this, 'Testing', {
      scheduleExpression: events.Schedule.cron({ weekDay: 'SUN', hour: '3', minute: '0' }),
      scheduleExpressionTimezone: TimeZone.EUROPE_BERLIN,
      startWindow: Duration.hours(4),
      includeVaults: [vault],
      algorithm: RestoreTestingAlgorithm.RANDOM_WITHIN_WINDOW,
      selectionWindow: Duration.days(7),
    });

    // One table, and what was restored stays for an hour for a look at it.
    testing.addSelection('Tables', {
      target: RestoreTestingTarget.dynamoDb(),
      resources: arns,
      validationWindow: Duration.hours(1),
    });

    // Instances that are tagged, in a network without a way out.
    const vpc = new ec2.Vpc(this, 'Vpc', {
      natGateways: 0,
      subnetConfiguration: [{ name: 'Isolated', subnetType: ec2.SubnetType.PRIVATE_ISOLATED }],
      restrictDefaultSecurityGroup: false,
    });
    testing.addSelection('Instances', {
      target: RestoreTestingTarget.ec2({
        subnet: vpc.isolatedSubnets[0],
        securityGroups: [new ec2.SecurityGroup(this, 'Nobody', { vpc, allowAllOutbound: false })],
      }),
      conditions: [
        RestoreTestingCondition.tagEquals('stage', 'prod'),
        RestoreTestingCondition.tagNotEquals('restore-test', 'never'),
      ],
    });

    // What AWS Backup cannot infer for FSx is asked for.
    testing.addSelection('Shares', {
      target: RestoreTestingTarget.fsxWindows({
        subnets: vpc.isolatedSubnets.slice(0, 1),
        activeDirectoryId: 'd-1234567890',
      }),
    });
  }
}
