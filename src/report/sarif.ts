import type { Place } from '../read/places';
import { visibleJson } from './visible';

const HOME = 'https://github.com/cdk-strongroom/cdk-strongroom';

/** What is said about a resource, or about all of them, wherever in SARIF it stands. */
export interface SarifSubject {
  readonly stack?: string | undefined;
  readonly logicalId?: string | undefined;
  readonly constructPath?: string | undefined;
  /** The line of the program that makes it. */
  readonly program?: { readonly file: string; readonly line: number } | undefined;
}

/** A rule of a report that judges backups. */
export interface SarifRule {
  readonly id: string;
  readonly level: 'error' | 'warning' | 'note';
  readonly title: string;
  readonly why: string;
  readonly source: string;
}

/** A rule as SARIF has it. */
export function sarifRule({ id, level, title, why, source }: SarifRule) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: why },
    help: { text: `${title}. ${why} Source: ${source}` },
    helpUri: source,
    defaultConfiguration: { level },
    properties: { tags: ['backup'] },
  };
}

/** Writes a SARIF 2.1.0 log of one run. */
export function sarifLog(version: string, rules: readonly object[], results: readonly object[]): string {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'strongroom', version, informationUri: HOME, rules } },
        columnKind: 'utf16CodeUnits',
        results,
      },
    ],
  };
  return `${visibleJson(JSON.stringify(log, undefined, 2))}\n`;
}

/**
 * Where a subject stands: in its template, and in the program that makes it.
 *
 * @param place where it stands, if that is known
 * @param template the file that it stands in for certain, where its place is not known
 */
export function locationsOf(subject: SarifSubject, place: Place | undefined, template: string | undefined): object {
  const { stack, logicalId, constructPath, program } = subject;
  const file = place?.file ?? template;
  const region = { startLine: place?.line ?? 1, ...(place && { startColumn: place.column }) };
  const name = constructPath ?? (stack === undefined || logicalId === undefined ? undefined : `${stack}/${logicalId}`);
  const location = {
    ...(file !== undefined && { physicalLocation: { artifactLocation: { uri: uriOf(file) }, region } }),
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

/** Tells results from each other and knows them again wherever they have moved to in their file. */
export function fingerprints(): (parts: readonly (string | undefined)[]) => string {
  const seen = new Map<string, number>();
  return (parts) => {
    const name = parts.join('|');
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
