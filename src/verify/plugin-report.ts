import type { App, IPolicyValidationContext, PolicyValidationPluginReport } from 'aws-cdk-lib';
import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { AcknowledgedFinding, Finding } from '../check/finding';
import { wasAnnotated } from '../declare/annotated';
import type { StackFacts } from '../read/model';
import { AppChecks, type Judge } from './app-checks';
import type { AssumptionsGiven } from './assumptions';
import { absolute } from './files';
import { strictnessOf } from './strictness';
import { violationOf } from './violations';

/** What a plugin looks for, and with what in mind. */
export interface PluginChecks {
  readonly given: AssumptionsGiven;
  readonly judge: Judge;
  /** Whether a finding is worth telling. */
  readonly tells: (finding: Finding) => boolean;
}

/** Whether something is found in the templates that a plugin is asked about, and what the app wants to hear of it. */
export function pluginReport(
  plugin: object,
  { appConstruct: root, templatePaths }: IPolicyValidationContext,
  { given, judge, tells }: PluginChecks,
): PolicyValidationPluginReport {
  const strictness = strictnessOf(root);
  if (strictness === 'off') return { success: true, violations: [] };
  // The CDK asks plugins of apps alone.
  const checks = new AppChecks(root as App);
  const { model, result } = checks.run(plugin, templatePaths, judge, given);
  const stacks = new Map(model.stacks.map((stack) => [stack.name, stack]));
  const asked = new Set(templatePaths.map(absolute));
  const isAsked = (finding: Finding) => asked.has(absolute(rootOf(finding, stacks, model.stacks[0])?.template ?? ''));
  const known = result.acknowledged.filter((finding) => isAcknowledgedInApp(root, finding));
  const findings = [...result.findings, ...known].filter(
    (finding) =>
      tells(finding) &&
      isAsked(finding) &&
      !isTold(root, finding) &&
      checks.isFor(plugin, JSON.stringify([finding.rule, finding.stack, finding.logicalId, finding.property])),
  );
  const severityOf = ({ severity }: Finding) => (severity === 'error' && strictness === 'warn' ? 'warning' : severity);
  const isKnown = new Set<Finding>(known);
  return {
    success: !findings.some((finding) => severityOf(finding) === 'error' && !isKnown.has(finding)),
    violations: findings.map((finding) =>
      violationOf(finding, severityOf(finding), finding.stack === undefined ? undefined : stacks.get(finding.stack)),
    ),
  };
}

/** The stack that the CDK knows, around the nested one; what is about the whole app goes with the first. */
function rootOf(
  { stack: name }: Finding,
  stacks: ReadonlyMap<string, StackFacts>,
  first: StackFacts | undefined,
): StackFacts | undefined {
  let stack = name === undefined ? first : stacks.get(name);
  for (let parent = stack?.parent; parent !== undefined; parent = stack?.parent) stack = stacks.get(parent);
  return stack;
}

/** Whether a construct of the app has said it already by an annotation of its own. */
function isTold(root: IConstruct, { rule, constructPath }: Finding): boolean {
  const construct = constructPath === undefined ? undefined : at(root, constructPath);
  return construct !== undefined && wasAnnotated(construct, rule);
}

/** Whether it is acknowledged in the app, so that the CDK lists it as such; what a template acknowledges it does not know. */
function isAcknowledgedInApp(root: IConstruct, { rule, constructPath }: AcknowledgedFinding): boolean {
  const construct = constructPath === undefined ? root : at(root, constructPath);
  return (construct?.node.scopes ?? []).some(({ node }) =>
    node.metadata.some(
      ({ type, data }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY && `Strongroom::${rule}` in Object(data),
    ),
  );
}

function at(root: IConstruct, path: string): IConstruct | undefined {
  return path
    .split('/')
    .reduce<IConstruct | undefined>(
      (construct, id) => construct?.node.tryFindChild(id) as IConstruct | undefined,
      root,
    );
}
