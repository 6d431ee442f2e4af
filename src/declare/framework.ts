import { Lazy, Resource, Token } from 'aws-cdk-lib';
import * as backup from 'aws-cdk-lib/aws-backup';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { Construct } from 'constructs';
import { frameworkControls, frameworkDescription, frameworkName } from '../service/audit';
import { checkAtSynth } from './checked';
import type { FrameworkControl } from './framework-control';
import { generatedName } from './generated-name';
import { report, tell } from './problems';
import { renderTags } from './tags';

/** What a framework evaluates. */
export interface FrameworkProps {
  /**
   * The controls of the framework, 1 to 50 by the time the app is synthesized. More can be added with `addControl()`.
   *
   * @default - no controls
   */
  readonly controls?: FrameworkControl[];

  /**
   * The name of the framework: 1 to 256 letters, digits or underscores, beginning with a letter. A new name means a new
   * framework.
   *
   * @default - a name made of the construct path
   */
  readonly frameworkName?: string;

  /**
   * What the framework is for, in at most 1024 characters.
   *
   * @default - no description
   */
  readonly description?: string;

  /**
   * Tags of the framework, besides those of `Tags.of()`.
   *
   * @default - no tags
   */
  readonly tags?: { readonly [key: string]: string };
}

/**
 * A framework: controls by which AWS Backup Audit Manager evaluates, day by day, whether backups are what they should be.
 *
 * AWS Config has to record plans, selections, vaults and recovery points before the first framework is deployed. Two
 * frameworks with the same controls and parameters are refused.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-audit-manager.html
 *
 * @example
 * new Framework(this, 'Framework', {
 *   controls: [
 *     FrameworkControl.resourcesInBackupPlan({ scope: ControlScope.tag('stage', 'prod') }),
 *     FrameworkControl.recoveryPointRetention({ requiredRetention: Duration.days(35) }),
 *   ],
 * });
 */
@propertyInjectable
export class Framework extends Resource implements aws_backup.IFrameworkRef {
  /** The id under which property injectors know this class. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-strongroom.Framework';

  /**
   * An existing framework, such as one that a report plan covers.
   *
   * @param scope the construct under which the import stands
   * @param id the import's id in that scope
   * @param frameworkArn the ARN of the framework; AWS Backup makes its end, so its name alone does not tell it
   */
  public static fromFrameworkArn(scope: Construct, id: string, frameworkArn: string): aws_backup.IFrameworkRef {
    class ImportedFramework extends Resource implements aws_backup.IFrameworkRef {
      public readonly frameworkRef: aws_backup.FrameworkReference = { frameworkArn };
    }
    return new ImportedFramework(scope, id, { environmentFromArn: frameworkArn });
  }

  /** The name of the framework. */
  public readonly frameworkName: string;

  // Not `private`: a subclass may have members of these names.
  readonly #controls: FrameworkControl[];
  readonly #framework: backup.CfnFramework;

  /**
   * @param scope the construct under which the framework stands
   * @param id the framework's id in that scope
   * @param props what the framework evaluates
   * @throws where AWS Backup is documented to refuse a value, with the values allowed and the fix
   */
  constructor(scope: Construct, id: string, props: FrameworkProps = {}) {
    super(scope, id);
    checkAtSynth(this);
    const { description } = props;
    const name = props.frameworkName || generatedName(this, 256);
    const problems = [
      Token.isUnresolved(name) ? undefined : frameworkName(name),
      description === undefined || Token.isUnresolved(description) ? undefined : frameworkDescription(description),
    ];
    report(
      this,
      problems.flatMap((problem) => (problem ? [{ problem }] : [])),
    );
    this.#controls = [...(props.controls ?? [])];
    this.#framework = new backup.CfnFramework(this, 'Resource', {
      frameworkControls: Lazy.uncachedAny({ produce: () => this.#controls.map(({ _rendered }) => _rendered) }),
      frameworkDescription: description,
      frameworkName: name,
      frameworkTags: renderTags(props.tags),
    });
    this.frameworkName = name;
    this.node.addValidation({ validate: () => inspectSize(this.#controls.length) });
  }

  /** The ARN of the framework, known when it is deployed. */
  public get frameworkArn(): string {
    return this.#framework.attrFrameworkArn;
  }

  /** When the framework was made, known when it is deployed. */
  public get creationTime(): string {
    return this.#framework.attrCreationTime;
  }

  /** How far AWS Backup has got with the framework, known when it is deployed. */
  public get deploymentStatus(): string {
    return this.#framework.attrDeploymentStatus;
  }

  /** Whether AWS Config records what all of the controls need, known when it is deployed. */
  public get frameworkStatus(): string {
    return this.#framework.attrFrameworkStatus;
  }

  /** The reference by which other constructs take this framework. */
  public get frameworkRef(): aws_backup.FrameworkReference {
    return this.#framework.frameworkRef;
  }

  /**
   * Adds a control.
   *
   * @param control the control
   */
  public addControl(control: FrameworkControl): void {
    this.#controls.push(control);
  }
}

function inspectSize(controls: number): string[] {
  const problem = frameworkControls(controls);
  return problem ? [tell({ problem })] : [];
}
