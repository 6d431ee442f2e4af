import { Duration, RemovalPolicy, Stack, type StackProps, Tags } from 'aws-cdk-lib';
import { AttributeType, TableV2 } from 'aws-cdk-lib/aws-dynamodb';
import { BackedUpBy, BackupPlan, BackupPlanRule, type ILogicallyAirGappedBackupVault } from 'cdk-strongroom';
import type { Construct } from 'constructs';

export interface ShopProps extends StackProps {
  /** The vault for what must not be lost. */
  readonly copies: ILogicallyAirGappedBackupVault;
}

/** A shop with orders that must not be lost, carts that should not, and a cache. */
export class Shop extends Stack {
  public readonly orders: TableV2;
  public readonly cache: TableV2;
  public readonly gold: BackupPlan;

  constructor(scope: Construct, id: string, { copies, ...props }: ShopProps) {
    super(scope, id, props);
    const table = (name: string, removalPolicy = RemovalPolicy.RETAIN) =>
      new TableV2(this, name, { partitionKey: { name: 'id', type: AttributeType.STRING }, removalPolicy });

    this.gold = new BackupPlan(this, 'Gold');
    this.gold.addRule(
      new BackupPlanRule({
        deleteAfter: Duration.days(35),
        copyActions: [{ destinationBackupVault: copies, deleteAfter: Duration.days(90) }],
      }),
    );
    this.orders = table('Orders');
    this.orders.with(new BackedUpBy(this.gold));
    Tags.of(this.orders).add('tier', 'gold');

    table('Carts').with(new BackedUpBy(BackupPlan.daily35DayRetention(this, 'Daily')));
    this.cache = table('Cache', RemovalPolicy.DESTROY);
  }
}
