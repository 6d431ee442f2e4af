import { ArnFormat, type Duration, Resource, Stack, type TimeZone, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import type * as events from 'aws-cdk-lib/aws-events';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { isKnown } from '../service/known';
import {
  restoreTestingPlanName,
  restoreTestingPointTypes,
  restoreTestingSelectionWindow,
  restoreTestingStartWindow,
  restoreTestingVaults,
} from '../service/restore-testing';
import { schedule, scheduleTimezone } from '../service/schedule/rules';
import { checkAtSynth } from './checked';
import { knowableDays, knowableHours } from './durations';
import { generatedName } from './generated-name';
import { report } from './problems';
import { RestoreTestingSelection, type RestoreTestingSelectionOptions } from './restore-testing-selection';
import { knowableZone } from './rule-values';
import { renderTags } from './tags';

/** Which recovery point of a resource is tested, of those in the selection window. */
export enum RestoreTestingAlgorithm {
  /** The latest: the one that a restore would begin with. */
  LATEST_WITHIN_WINDOW = 'LATEST_WITHIN_WINDOW',
  /** One at random, so that in time older ones are tested too. */
  RANDOM_WITHIN_WINDOW = 'RANDOM_WITHIN_WINDOW',
}

/** A kind of recovery point that can be tested. */
export enum RestoreTestingRecoveryPointType {
  /** Continuous backups, which are restored to a point in time. */
  CONTINUOUS = 'CONTINUOUS',
  /** Snapshots. */
  SNAPSHOT = 'SNAPSHOT',
}

/** When recovery points are tested, and which. */
export interface RestoreTestingPlanProps {
  /**
   * When tests run: a cron expression. Every test costs money, for the test and for what is restored.
   *
   * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
   */
  readonly scheduleExpression: events.Schedule;

  /**
   * The time zone of the schedule.
   *
   * @default - UTC
   */
  readonly scheduleExpressionTimezone?: TimeZone;

  /**
   * The time within which the tests of a run begin, each at a random moment.
   *
   * Unit: whole hours, 1 to 168.
   *
   * @default Duration.hours(24)
   */
  readonly startWindow?: Duration;

  /**
   * The vaults from which recovery points are tested, at most 30. A vault that is imported by a name with `*` stands for
   * several.
   *
   * @default - all vaults of the account and Region
   */
  readonly includeVaults?: aws_backup.IBackupVaultRef[];

  /**
   * The vaults from which none are tested, at most 30.
   *
   * @default - no vault is left out
   */
  readonly excludeVaults?: aws_backup.IBackupVaultRef[];

  /**
   * Which recovery point of a resource is tested.
   *
   * @default RestoreTestingAlgorithm.LATEST_WITHIN_WINDOW
   */
  readonly algorithm?: RestoreTestingAlgorithm;

  /**
   * The types of recovery points that are tested.
   *
   * @default - both, so that every resource that has a recovery point is tested
   */
  readonly recoveryPointTypes?: RestoreTestingRecoveryPointType[];

  /**
   * How old the tested recovery points may be, counted from the moment at which a test begins. Make it longer than the
   * interval between backups and the start window together, or else a resource may be left out now and then.
   *
   * Unit: whole days, 1 to 365.
   *
   * @default Duration.days(30)
   */
  readonly selectionWindow?: Duration;

  /**
   * The name of the plan: 1 to 50 letters, digits or underscores. A new name means a new plan.
   *
   * @default - a name made of the construct path
   */
  readonly restoreTestingPlanName?: string;

  /**
   * Tags of the plan, besides those of `Tags.of()`.
   *
   * @default - no tags
   */
  readonly tags?: { readonly [key: string]: string };
}

/**
 * A restore testing plan: AWS Backup restores recovery points on a schedule, tells how long that takes, and deletes what
 * it restored.
 *
 * A plan does nothing without a selection. It proves the vault that it restores from, not the copies elsewhere.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
 *
 * @example
 * const testing = new RestoreTestingPlan(this, 'RestoreTesting', {
 *   scheduleExpression: events.Schedule.cron({ weekDay: 'SUN', hour: '3', minute: '0' }),
 *   selectionWindow: Duration.days(7),
 * });
 * testing.addSelection('Tables', { target: RestoreTestingTarget.dynamoDb() });
 */
@propertyInjectable
export class RestoreTestingPlan extends Resource implements aws_backup.IRestoreTestingPlanRef {
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.RestoreTestingPlan';

  /**
   * An existing plan of this stack's account and Region, by its name.
   *
   * @param scope the construct under which the import stands
   * @param id the import's id in that scope
   * @param restoreTestingPlanName the name of the plan
   */
  public static fromRestoreTestingPlanName(
    scope: Construct,
    id: string,
    restoreTestingPlanName: string,
  ): aws_backup.IRestoreTestingPlanRef {
    class ImportedRestoreTestingPlan extends Resource implements aws_backup.IRestoreTestingPlanRef {
      public readonly restoreTestingPlanRef: aws_backup.RestoreTestingPlanReference = {
        restoreTestingPlanName,
        // The end of the ARN is made by AWS Backup.
        restoreTestingPlanArn: Stack.of(scope).formatArn({
          service: 'backup',
          resource: 'restore-testing-plan',
          resourceName: `${restoreTestingPlanName}-*`,
          arnFormat: ArnFormat.COLON_RESOURCE_NAME,
        }),
      };
    }
    return new ImportedRestoreTestingPlan(scope, id);
  }

  /** The name of the plan, known when it is deployed. */
  public readonly restoreTestingPlanName: string;

  // Not `private`: a subclass may have a member of this name.
  readonly #plan: backup.CfnRestoreTestingPlan;

  /**
   * @param scope the construct under which the plan stands
   * @param id the plan's id in that scope
   * @param props what the plan is like
   * @throws where AWS Backup is documented to refuse a value, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: RestoreTestingPlanProps) {
    super(scope, id);
    checkAtSynth(this);
    const name = props.restoreTestingPlanName || generatedName(this, 50);
    inspect(this, name, props);
    const types = props.recoveryPointTypes ?? Object.values(RestoreTestingRecoveryPointType);
    this.#plan = new backup.CfnRestoreTestingPlan(this, 'Resource', {
      recoveryPointSelection: {
        algorithm: props.algorithm ?? RestoreTestingAlgorithm.LATEST_WITHIN_WINDOW,
        excludeVaults: props.excludeVaults?.map(arnOf),
        includeVaults: props.includeVaults?.map(arnOf) ?? ['*'],
        recoveryPointTypes: types,
        selectionWindowDays: props.selectionWindow?.toDays(),
      },
      restoreTestingPlanName: name,
      scheduleExpression: props.scheduleExpression.expressionString,
      scheduleExpressionTimezone: props.scheduleExpressionTimezone?.timezoneName,
      startWindowHours: props.startWindow?.toHours(),
      tags: renderTags(props.tags),
    });
    this.restoreTestingPlanName = this.#plan.ref;
  }

  /** The ARN of the plan, known when it is deployed. */
  public get restoreTestingPlanArn(): string {
    return this.#plan.attrRestoreTestingPlanArn;
  }

  /** The reference by which other constructs take this plan. */
  public get restoreTestingPlanRef(): aws_backup.RestoreTestingPlanReference {
    return this.#plan.restoreTestingPlanRef;
  }

  /**
   * Puts resources of one type under test.
   *
   * @param id the selection's id under the plan
   * @param options what is tested, and by which role
   */
  public addSelection(id: string, options: RestoreTestingSelectionOptions): RestoreTestingSelection {
    return new RestoreTestingSelection(this, id, { restoreTestingPlan: this, ...options });
  }
}

function inspect(plan: RestoreTestingPlan, name: string, props: RestoreTestingPlanProps): void {
  const { expressionString } = props.scheduleExpression;
  const zone = knowableZone(props.scheduleExpressionTimezone?.timezoneName);
  const startHours = knowableHours(props.startWindow);
  const days = knowableDays(props.selectionWindow);
  const problems = [
    Token.isUnresolved(name) ? undefined : restoreTestingPlanName(name),
    Token.isUnresolved(expressionString) ? undefined : schedule(expressionString),
    isKnown(zone) ? scheduleTimezone(zone) : undefined,
    isKnown(startHours) ? restoreTestingStartWindow(startHours) : undefined,
    isKnown(days) ? restoreTestingSelectionWindow(days) : undefined,
    props.recoveryPointTypes && restoreTestingPointTypes(props.recoveryPointTypes.length),
    restoreTestingVaults({
      included: props.includeVaults?.length ?? 1,
      excluded: props.excludeVaults?.length ?? 0,
    }),
  ];
  report(
    plan,
    problems.flatMap((problem) => (problem ? [{ problem }] : [])),
  );
}

function arnOf(vault: aws_backup.IBackupVaultRef): string {
  return vault.backupVaultRef.backupVaultArn;
}
