import type { CheckResult, Finding, Severity } from '../check/finding';
import type { Place, Places } from '../read/places';
import { assumptionsText } from './assumptions-text';
import { entryBlock } from './block';
import { layOut, type Page, type Phrase, type Row } from './layout';

const BLANK: Row = { indent: 0, text: [] };
const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info'];

/** Says for a person what checks found, stack by stack, the gravest first. */
export function checkText(result: CheckResult, places: Pick<Places, 'of'>, page: Page): string {
  const groups = new Map<string | undefined, Finding[]>();
  for (const finding of result.findings) {
    const group = groups.get(finding.stack);
    if (group) group.push(finding);
    else groups.set(finding.stack, [finding]);
  }
  const rows = [
    ...[...groups].flatMap(([stack, findings]) => [
      ...stackRows(stack, page.width),
      ...findings.flatMap((finding) => [...findingRows(finding, placeOf(finding, places)), BLANK]),
    ]),
    { indent: 0, text: [summary(result)] },
  ];
  return layOut(rows, page) + assumptionsText(result.assumptions, page);
}

/** Where a finding stands in its template. */
export function placeOf({ stack, logicalId, property }: Finding, places: Pick<Places, 'of'>): Place | undefined {
  return stack === undefined
    ? undefined
    : places.of({ stack, ...(logicalId !== undefined && { logicalId }), ...(property !== undefined && { property }) });
}

function stackRows(stack: string | undefined, width: number): Row[] {
  const name = stack === undefined ? 'All stacks together' : `Stack ${stack}`;
  return [
    { indent: 0, text: [{ text: name, style: 'heading' }] },
    { indent: 0, text: [{ text: '─'.repeat(width), style: 'dim' }] },
  ];
}

function findingRows(finding: Finding, place: Place | undefined): Row[] {
  const { severity, rule, message, fix, source, logicalId, constructPath, property, program } = finding;
  const inTemplate = place ? [`${place.file}:${place.line}:${place.column}`] : [];
  const subject = [logicalId, property].filter((part) => part !== undefined).join(' ');
  const lines: readonly [label: string, ...lines: Phrase[]][] = [
    ['fix', [fix]],
    ...(subject === '' ? [] : [['at', [subject], ...inTemplate.map((text) => [text])] as [string, ...Phrase[]]]),
    ...(constructPath === undefined ? [] : [['construct', [constructPath]] as [string, Phrase]]),
    ...(program ? [['program', [`${program.file}:${program.line}`]] as [string, Phrase]] : []),
    ['source', [{ text: source, style: 'dim' }]],
  ];
  return entryBlock(
    [{ text: severity, style: severity }, ' ', { text: `Strongroom::${rule}`, style: 'name' }, `: ${message}`],
    lines.map(([label, ...phrases]) => ({ label: [label], lines: phrases })),
  );
}

function summary({ findings, acknowledged, summary: counts }: CheckResult): string {
  const known = acknowledged.length === 0 ? '' : ` ${counted(acknowledged.length, 'finding')} acknowledged.`;
  if (findings.length === 0) return `Nothing found.${known}`;
  const parts = SEVERITIES.map((severity) =>
    severity === 'info' ? `${counts.info} info` : counted(counts[severity], severity),
  );
  return `${parts.join(', ')}.${known}`;
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
