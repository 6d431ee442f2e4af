import type { CheckRuleFacts } from '../check/check-rule';
import type { AcknowledgedFinding, CheckResult, Finding, Severity } from '../check/finding';
import type { StackFacts } from '../read/model';
import type { Places } from '../read/places';
import { placeOf } from './check-text';
import { fingerprints, locationsOf, sarifLog } from './sarif';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };

/** What a SARIF report is made of, besides the findings. */
export interface Checked {
  /** The rules that were run. */
  readonly rules: readonly CheckRuleFacts[];
  readonly stacks: readonly StackFacts[];
  readonly places: Pick<Places, 'of'>;
  /** The version of this package. */
  readonly version: string;
}

/** Says what checks found as a SARIF 2.1.0 log. */
export function checkSarif(result: CheckResult, checked: Checked): string {
  const { rules, version, stacks, places } = checked;
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const all: readonly (Finding | AcknowledgedFinding)[] = [...result.findings, ...result.acknowledged];
  const fingerprint = fingerprints();
  const results = all.map((finding) => ({
    ruleId: finding.rule,
    ...(indexes.has(finding.rule) && { ruleIndex: indexes.get(finding.rule) }),
    level: LEVELS[finding.severity],
    message: { text: `${finding.message}; ${finding.fix}` },
    ...locationsOf(finding, placeOf(finding, places), templateOf(finding, stacks)),
    partialFingerprints: { 'strongroomFinding/v1': fingerprint(identityOf(finding)) },
    ...('reason' in finding && { suppressions: [{ kind: 'inSource', justification: finding.reason }] }),
  }));
  return sarifLog(version, rules.map(ruleOf), results);
}

function ruleOf({ id, title, why, severity, certainty, source }: CheckRuleFacts) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${title}. ${why} Acknowledge it as Strongroom::${id}. Source: ${source}` },
    helpUri: source,
    defaultConfiguration: { level: LEVELS[severity] },
    properties: { certainty, tags: ['backup'] },
  };
}

/** What is about all stacks together stands at the beginning of the first. */
function templateOf({ stack }: Finding, stacks: readonly StackFacts[]): string | undefined {
  return (stacks.find(({ name }) => name === stack) ?? stacks[0])?.template;
}

function identityOf({ rule, stack, logicalId, constructPath, property }: Finding): (string | undefined)[] {
  return [rule, constructPath ?? [stack, logicalId].join('/'), property];
}
