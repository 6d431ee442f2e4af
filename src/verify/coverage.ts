import { type CfnResource, Stage } from 'aws-cdk-lib';
import { UnscopedValidationError } from 'aws-cdk-lib/core/lib/errors';
import type { aws_backup } from 'aws-cdk-lib/interfaces';
import type { IConstruct } from 'constructs';
import { cover } from '../cover/cover';
import type { CoveredResource } from '../cover/coverage';
import { judgeObjectives } from '../cover/objectives/judge';
import { missText } from '../cover/objectives/miss-words';
import type { Miss } from '../cover/objectives/objective';
import type { Assumptions } from '../read/assumptions/assumptions';
import type { BackupModel } from '../read/model';
import { readModel } from '../read/read-model';
import { assumptionsOf } from './assumptions';
import { claimed } from './claim';
import { declaredBy, lowLevel, lowLevelUnder } from './constructs';
import { coverageData, coverageLines, nameOf } from './coverage-data';
import { readText } from './files';
import { goalsOf } from './goals';
import type { ProtectionGoals } from './protection-goals';
import { ProtectionStatus, type ResourceCoverage } from './protection-status';

/** What no template can tell, for the coverage of an app. */
export interface CoverageProps {
  /**
   * The file that says what no template can tell.
   *
   * @default - strongroom.assumptions.yaml in the working directory, where there is one
   */
  readonly assumptionsFile?: string;

  /**
   * Whether what that file does not say is unknown, instead of its default.
   *
   * @default false
   */
  readonly strict?: boolean;
}

/** How a resource is expected to be protected. */
export interface ExpectedProtection extends ProtectionGoals {
  /**
   * The plan that protects it, and that keeps all else that is expected by itself.
   *
   * @default - any plan, or several together
   */
  readonly plan?: aws_backup.IBackupPlanRef;

  /**
   * The selection that takes it: an L2, or a low-level one.
   *
   * @default - any selection
   */
  readonly selection?: IConstruct;

  /**
   * Whether nothing is expected of the replicas of a global table in other Regions.
   *
   * @default false
   */
  readonly ignoreReplicas?: boolean;
}

/**
 * What the plans of an app protect, for tests: it synthesizes the app and answers as `strongroom cover` does.
 *
 * A resource may be protected by a plan of any stack of the app, so all of it is looked at; what is asked about is what is
 * in the scope. As with the `Template` of the CDK's assertions, an app is not to be changed after that.
 *
 * @example
 * const coverage = Coverage.of(this);
 * coverage.expectProtected(table, { plan, copies: [RequiredCopy.inAnotherAccount()] });
 */
export class Coverage {
  /**
   * Synthesizes the app of a construct, and finds out what is protected.
   *
   * @param scope the app, a stage, a stack, or any other construct
   * @param props what no template can tell
   */
  public static of(scope: IConstruct, props: CoverageProps = {}): Coverage {
    const { root } = scope.node;
    if (!Stage.isStage(root)) {
      refuse(`${scope.node.path} is in no app: put it into one, as stacks are that are made without a scope`);
    }
    const { directory } = root.synth();
    const assumptions = assumptionsOf(props);
    const model = readModel([{ kind: 'assembly', path: directory }], readText, { assumptions });
    return new Coverage(scope, model, assumptions);
  }

  readonly #scope: IConstruct;
  readonly #model: BackupModel;
  readonly #assumptions: Assumptions;
  readonly #covered: readonly CoveredResource[];

  private constructor(scope: IConstruct, model: BackupModel, assumptions: Assumptions) {
    this.#scope = scope;
    this.#model = model;
    this.#assumptions = assumptions;
    this.#covered = cover(model, assumptions.leaning()).resources;
  }

  /** Every resource of the scope that holds data, with what protects it; a global table once for each of its Regions. */
  public get resources(): ResourceCoverage[] {
    return this.#declaredBy(lowLevelUnder(this.#scope)).map(coverageData);
  }

  /**
   * What is known of a construct: of its resource, or of all that hold data in it where it is a scope.
   *
   * @param construct the construct
   */
  public resourcesOf(construct: IConstruct): ResourceCoverage[] {
    return this.#rowsOf(construct).map(coverageData);
  }

  /**
   * Whether a resource is protected. Where there are several, because it is a scope or a global table, the worst counts.
   *
   * @param construct the resource, or a scope
   */
  public statusOf(construct: IConstruct): ProtectionStatus {
    const statuses = new Set<string>(this.#rowsOf(construct).map(({ status }) => status));
    return WORST_FIRST.find((status) => statuses.has(status)) ?? ProtectionStatus.NOT_BACKED_UP_BY_AWS_BACKUP;
  }

  /**
   * Expects that a resource is protected, and how. In a scope, everything that AWS Backup can back up has to be.
   *
   * @param construct the resource, or a scope
   * @param expected how it is protected; without it, that some plan does so is enough
   * @throws where it is not, with the reasons
   */
  public expectProtected(construct: IConstruct, expected: ExpectedProtection = {}): void {
    const all = this.#rowsOf(construct);
    const rows = all.filter(
      ({ status, replicaRegion }) =>
        status !== 'notBackedUpByAwsBackup' && !(expected.ignoreReplicas && replicaRegion !== undefined),
    );
    if (rows.length === 0) {
      const types = new Set(all.map(({ resource }) => `AWS Backup has no backups of ${resource.type}`));
      fail([[`${construct.node.path} is not protected as expected:`, ...types]]);
    }
    const claim = claimed(this.#model, this.#assumptions, expected, refuse);
    const paths = rows.map(({ resource: { stack, logicalId } }) => `${stack}/${logicalId}`);
    const objective = { ...goalsOf(expected, refuse), name: '', scope: { paths } };
    const results = judgeObjectives(claim.model, claim.assumptions.leaning(), [objective], NO_DAY);
    const misses = results.flatMap((result) => result.misses);
    fail(
      rows.flatMap((row) => {
        const says = misses.filter((miss) => isOf(miss, row)).map((miss) => missText(miss, claim.words));
        return says.length === 0
          ? []
          : [[`${nameOf(row)} is not protected as expected:`, ...says, ...coverageLines(row)]];
      }),
    );
  }

  /**
   * Expects that no plan protects a resource, in whatever way the app is deployed; in a scope, none of what holds data.
   *
   * @param construct the resource, or a scope
   * @throws where it is protected, or may be
   */
  public expectUnprotected(construct: IConstruct): void {
    const wrong = this.#rowsOf(construct).filter(({ status }) => status === 'protected' || status === 'unknown');
    fail(wrong.map((row) => [`${nameOf(row)} is not unprotected, as was expected:`, ...coverageLines(row)]));
  }

  /** What is known of the resource of a construct, or of all in it where it is a scope. */
  #rowsOf(construct: IConstruct): readonly CoveredResource[] {
    const resource = lowLevel(construct);
    const rows = this.#declaredBy(resource ? [resource] : lowLevelUnder(construct));
    if (rows.length > 0) return rows;
    return refuse(
      resource
        ? `${construct.node.path} is no resource that holds data, or is not in this app: it is a ${resource.cfnResourceType}`
        : `there is no resource that holds data in ${construct.node.path}`,
    );
  }

  #declaredBy(constructs: readonly CfnResource[]): readonly CoveredResource[] {
    const isDeclared = declaredBy(...constructs);
    return this.#covered.filter(({ resource }) => isDeclared(resource));
  }
}

/** No exception ends: there are none. */
const NO_DAY = '';

const WORST_FIRST: readonly ProtectionStatus[] = [
  ProtectionStatus.UNPROTECTED,
  ProtectionStatus.UNKNOWN,
  ProtectionStatus.PROTECTED,
];

function isOf(miss: Miss, { resource, replicaRegion }: CoveredResource): boolean {
  return (
    miss.resource.stack === resource.stack &&
    miss.resource.logicalId === resource.logicalId &&
    JSON.stringify(miss.replicaRegion) === JSON.stringify(replicaRegion)
  );
}

/** Fails where there is something to tell. */
function fail(texts: readonly (readonly string[])[]): void {
  if (texts.length > 0) throw new Error(texts.map((lines) => lines.join('\n  - ')).join('\n'));
}

function refuse(message: string): never {
  throw new UnscopedValidationError(
    'Strongroom::Coverage' as ConstructorParameters<typeof UnscopedValidationError>[0],
    message,
  );
}
