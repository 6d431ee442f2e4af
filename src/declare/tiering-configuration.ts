import { type Duration, Resource, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup, aws_s3 } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { isKnown } from '../service/known';
import { tieringDays, tieringName, tieringResources, tieringSelections, tieringVault } from '../service/tiering';
import { checkAtSynth } from './checked';
import { knowableDays } from './durations';
import { generatedName } from './generated-name';
import { report, type ToldProblem } from './problems';

/** A resource type whose backups can move to the cheaper tier. */
export enum TieringResourceType {
  /** S3 buckets. */
  S3 = 'S3',
}

/** Whose backups move to the cheaper tier, and when. */
export interface TieringResourceSelection {
  /**
   * How old objects in a backup are when they move. They do not come back.
   *
   * Unit: whole days, 60 to 36500; the latter means never.
   */
  readonly moveAfter: Duration;

  /**
   * The buckets whose backups move, at most 100 in the whole configuration.
   *
   * @default - all buckets
   */
  readonly buckets?: aws_s3.IBucketRef[];

  /**
   * The resource type.
   *
   * @default TieringResourceType.S3
   */
  readonly resourceType?: TieringResourceType;
}

/** Which backups move to the cheaper tier. */
export interface TieringConfigurationProps {
  /** Whose backups move, and when: 1 to 5 selections. */
  readonly resourceSelections: TieringResourceSelection[];

  /**
   * The vault. A vault takes one configuration of its own, which comes before that for all vaults.
   *
   * @default - all vaults of the account and Region
   */
  readonly backupVault?: aws_backup.IBackupVaultRef;

  /**
   * The name of the configuration: 1 to 200 letters, digits or underscores. A new name means a new configuration.
   *
   * @default - a name made of the construct path
   */
  readonly tieringConfigurationName?: string;

  /**
   * Tags of the configuration, besides those of `Tags.of()`.
   *
   * @default - no tags
   */
  readonly tags?: { readonly [key: string]: string };
}

/**
 * A tiering configuration: backups of S3 buckets move to a cheaper tier that restores just as fast.
 *
 * Each object that moves costs a fee once, and stays in that tier until its backup goes.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-tiering.html
 *
 * @example
 * new TieringConfiguration(this, 'Tiering', {
 *   resourceSelections: [{ moveAfter: Duration.days(90) }],
 * });
 */
@propertyInjectable
export class TieringConfiguration extends Resource implements aws_backup.ITieringConfigurationRef {
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.TieringConfiguration';

  /** The name of the configuration, known when it is deployed. */
  public readonly tieringConfigurationName: string;

  // Not `private`: a subclass may have a member of this name.
  readonly #configuration: backup.CfnTieringConfiguration;

  /**
   * @param scope the construct under which the configuration stands
   * @param id the configuration's id in that scope
   * @param props which backups move
   * @throws where AWS Backup is documented to refuse a value, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: TieringConfigurationProps) {
    super(scope, id);
    checkAtSynth(this);
    const name = props.tieringConfigurationName || generatedName(this, 200);
    const vaultName = props.backupVault?.backupVaultRef.backupVaultName ?? '*';
    report(this, inspect(name, vaultName, props.resourceSelections));
    this.#configuration = new backup.CfnTieringConfiguration(this, 'Resource', {
      backupVaultName: vaultName,
      resourceSelection: props.resourceSelections.map(({ buckets, moveAfter, resourceType }) => ({
        resources: buckets?.map(({ bucketRef }) => bucketRef.bucketArn) ?? ['*'],
        resourceType: resourceType ?? TieringResourceType.S3,
        tieringDownSettingsInDays: moveAfter.toDays(),
      })),
      tieringConfigurationName: name,
      tieringConfigurationTags: props.tags,
    });
    this.tieringConfigurationName = this.#configuration.ref;
  }

  /** The ARN of the configuration, known when it is deployed. */
  public get tieringConfigurationArn(): string {
    return this.#configuration.attrTieringConfigurationArn;
  }

  /** When the configuration was made, known when it is deployed. */
  public get creationTime(): string {
    return this.#configuration.attrCreationTime;
  }

  /** When the configuration was changed last, known when it is deployed. */
  public get lastUpdatedTime(): string {
    return this.#configuration.attrLastUpdatedTime;
  }

  /** The reference by which other constructs take this configuration. */
  public get tieringConfigurationRef(): aws_backup.TieringConfigurationReference {
    return this.#configuration.tieringConfigurationRef;
  }
}

function inspect(name: string, vaultName: string, selections: readonly TieringResourceSelection[]): ToldProblem[] {
  const named = selections.reduce((count, { buckets }) => count + (buckets?.length ?? 0), 0);
  const ofAll = [
    Token.isUnresolved(name) ? undefined : tieringName(name),
    Token.isUnresolved(vaultName) ? undefined : tieringVault(vaultName),
    tieringSelections(selections.length),
    tieringResources(named),
  ].flatMap((problem) => (problem ? [{ problem }] : []));
  const ofEach = selections.flatMap(({ moveAfter }, index) => {
    const days = knowableDays(moveAfter);
    const problem = isKnown(days) ? tieringDays(days) : undefined;
    return problem ? [{ problem, part: `resourceSelections[${index}]` }] : [];
  });
  return [...ofAll, ...ofEach];
}
