import type { CheckRuleFacts } from '../check/check-rule';
import type { AcknowledgedFinding, CheckResult, Finding, Severity } from '../check/finding';
import type { StackFacts } from '../read/model';
import type { Places } from '../read/places';
import { placeOf } from './check-text';
import { visibleJson } from './visible';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note' };
const HOME = 'https://github.com/cdk-strongroom/cdk-strongroom';

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
  const { rules, version } = checked;
  const indexes = new Map(rules.map(({ id }, index) => [id, index]));
  const all: readonly (Finding | AcknowledgedFinding)[] = [...result.findings, ...result.acknowledged];
  const fingerprint = fingerprints();
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'strongroom', version, informationUri: HOME, rules: rules.map(ruleOf) } },
        columnKind: 'utf16CodeUnits',
        results: all.map((finding) => ({
          ruleId: finding.rule,
          ...(indexes.has(finding.rule) && { ruleIndex: indexes.get(finding.rule) }),
          level: LEVELS[finding.severity],
          message: { text: `${finding.message}; ${finding.fix}` },
          ...locationsOf(finding, checked),
          partialFingerprints: { 'strongroomFinding/v1': fingerprint(finding) },
          ...('reason' in finding && { suppressions: [{ kind: 'inSource', justification: finding.reason }] }),
        })),
      },
    ],
  };
  return `${visibleJson(JSON.stringify(log, undefined, 2))}\n`;
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

/** The place in the template; what is about all stacks together stands at the beginning of the first. */
function locationsOf(finding: Finding, { stacks, places }: Checked) {
  const { stack, logicalId, constructPath, program } = finding;
  const place = placeOf(finding, places);
  const template = place?.file ?? (stacks.find(({ name }) => name === stack) ?? stacks[0])?.template;
  const region = { startLine: place?.line ?? 1, ...(place && { startColumn: place.column }) };
  const name = constructPath ?? (stack === undefined || logicalId === undefined ? undefined : `${stack}/${logicalId}`);
  const location = {
    ...(template !== undefined && { physicalLocation: { artifactLocation: { uri: uriOf(template) }, region } }),
    ...(name !== undefined && {
      logicalLocations: [{ name: logicalId, fullyQualifiedName: name, kind: 'resource' }],
    }),
  };
  return {
    locations: [location],
    ...(program && {
      relatedLocations: [
        {
          physicalLocation: {
            artifactLocation: { uri: uriOf(program.file) },
            region: { startLine: program.line },
          },
          message: { text: 'The line of the program that makes it' },
        },
      ],
    }),
  };
}

/** Tells findings from each other and knows them again wherever they have moved to in their file. */
function fingerprints(): (finding: Finding) => string {
  const seen = new Map<string, number>();
  return ({ rule, stack, logicalId, constructPath, property }) => {
    const name = [rule, constructPath ?? [stack, logicalId].join('/'), property].join('|');
    const count = (seen.get(name) ?? 0) + 1;
    seen.set(name, count);
    return `${name}|${count}`;
  };
}

/** A path as a reference in a URI: relative as it is, and absolute as a file. */
function uriOf(path: string): string {
  const parts = path.split(/[/\\]/).map((part) => encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')));
  const uri = parts.join('/');
  if (/^[A-Za-z]:[/\\]/.test(path)) return `file:///${uri.replace('%3A', ':')}`;
  return path.startsWith('/') ? `file://${uri}` : uri;
}
