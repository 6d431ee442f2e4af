import { Resource, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { legalHoldDescription, legalHoldRange, legalHoldSelection, legalHoldWildcard } from '../service/legal-hold';
import type { BackupResource } from './backup-resource';
import { checkAtSynth } from './checked';
import { isoInstant } from './instants';
import { refuse, report } from './problems';
import { renderTags } from './tags';

/** What a legal hold holds, and why. */
export interface LegalHoldProps {
  /** What the legal hold is called. */
  readonly title: string;

  /** Why the recovery points are held, in at most 280 characters. */
  readonly description: string;

  /** The beginning of the time in which the held recovery points were made, included. */
  readonly createdFrom: Date;

  /** The end of the time in which the held recovery points were made, included. */
  readonly createdTo: Date;

  /**
   * The vaults whose recovery points are held.
   *
   * @default - recovery points are not chosen by vault
   */
  readonly vaults?: aws_backup.IBackupVaultRef[];

  /**
   * The resources whose recovery points are held, each by its ARN. A pattern, such as that of a whole type, raises a warning.
   *
   * @default - recovery points are not chosen by resource
   */
  readonly resources?: BackupResource[];

  /**
   * Tags of the legal hold, besides those of `Tags.of()`.
   *
   * @default - no tags
   */
  readonly tags?: { readonly [key: string]: string };
}

/**
 * A legal hold: recovery points that nobody can delete and no lifecycle ends, until the hold is released.
 *
 * It holds recovery points that exist when it is deployed, no continuous ones, and no copies of those it holds. Every
 * change makes a new hold. **Removing it from the stack releases it**, and what has expired is deleted within a day.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/legalhold.html
 *
 * @example
 * declare const vault: BackupVault;
 * new LegalHold(this, 'Case17', {
 *   title: 'Case 17',
 *   description: 'Asked for by the legal department on 2 May 2026',
 *   vaults: [vault],
 *   createdFrom: new Date('2025-01-01T00:00:00Z'),
 *   createdTo: new Date('2025-12-31T23:59:59Z'),
 * });
 */
@propertyInjectable
export class LegalHold extends Resource implements aws_backup.ILegalHoldRef {
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.LegalHold';

  // Not `private`: a subclass may have a member of this name.
  readonly #legalHold: backup.CfnLegalHold;

  /**
   * @param scope the construct under which the legal hold stands
   * @param id the legal hold's id in that scope
   * @param props what is held
   * @throws where the description is longer than AWS Backup takes
   */
  constructor(scope: Construct, id: string, props: LegalHoldProps) {
    super(scope, id);
    checkAtSynth(this);
    const { description, resources = [], vaults = [] } = props;
    const [from, to] = [isoInstant(props.createdFrom), isoInstant(props.createdTo)];
    const problems = [
      Token.isUnresolved(description) ? undefined : legalHoldDescription(description),
      legalHoldSelection({ vaults: vaults.length, resources: resources.length }),
      legalHoldRange({ from, to }),
    ];
    const arns = resources.map((resource) => this.#arnOf(resource));
    report(this, [
      ...problems.flatMap((problem) => (problem ? [{ problem }] : [])),
      ...arns.flatMap((arn, index) => {
        // A wildcard beside a token is one all the same; the text of a token has none.
        const problem = legalHoldWildcard(arn);
        return problem ? [{ problem, part: `resources[${index}]` }] : [];
      }),
    ]);
    this.#legalHold = new backup.CfnLegalHold(this, 'Resource', {
      description,
      recoveryPointSelection: {
        dateRange: { fromDate: from, toDate: to },
        resourceIdentifiers: arns.length > 0 ? arns : undefined,
        vaultNames: vaults.length > 0 ? vaults.map((vault) => vault.backupVaultRef.backupVaultName) : undefined,
      },
      tags: renderTags(props.tags),
      title: props.title,
    });
  }

  /** The ARN of the legal hold, known when it is deployed. */
  public get legalHoldArn(): string {
    return this.#legalHold.attrArn;
  }

  /** The id of the legal hold, known when it is deployed. */
  public get legalHoldId(): string {
    return this.#legalHold.attrLegalHoldId;
  }

  /** How far AWS Backup has got with the legal hold, known when it is deployed. */
  public get status(): string {
    return this.#legalHold.attrStatus;
  }

  /** When the legal hold was made, known when it is deployed. */
  public get creationDate(): string {
    return this.#legalHold.attrCreationDate;
  }

  /** The reference by which other constructs take this legal hold. */
  public get legalHoldRef(): aws_backup.LegalHoldReference {
    return this.#legalHold.legalHoldRef;
  }

  #arnOf({ resource }: BackupResource): string {
    return resource ?? refuse(this, 'LegalHoldResource', 'a legal hold names resources by their ARNs, not by tags');
  }
}
