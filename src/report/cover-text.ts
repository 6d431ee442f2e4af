import type { Coverage, CoveredResource } from '../cover/coverage';
import type { Places } from '../read/places';
import { assumptionsText } from './assumptions-text';
import {
  byStack,
  type CoveredGroup,
  type CoveredStack,
  type CoverFact,
  CoverFacts,
  capitalized,
  countsOf,
  coveredName,
  LEANS_ON,
  STATUS_WORDS,
  STATUSES,
  viaWords,
  whereIs,
} from './cover-words';
import { layOut, listed, type Page, type Phrase, type Row, widthOf } from './layout';
import { dim } from './told-words';
import { typeName } from './type-names';

const BLANK: Row = { indent: 0, text: [] };
const INDENT = 4;
const GAP = 2;
/** A name that is longer has a line to itself. */
const WIDEST_NAME = 32;
/** So many protected resources are listed one by one; more are summed up, unless all are wanted. */
const MOST_PROTECTED = 10;
/** So many selections that have to do with a resource in one way are told; the others are counted, unless all are wanted. */
const MOST_WAYS = 5;

/** What a person wants to see of a coverage. */
export interface CoverTextOptions {
  readonly places: Pick<Places, 'of'>;
  /** Whether everything is told, however much there is. */
  readonly all: boolean;
}

/** Says for a person what is protected and why, stack by stack, and in each the unprotected first. */
export function coverText(coverage: Coverage, page: Page, options: CoverTextOptions): string {
  const counts = countsOf(coverage);
  const writer = new Writer(new CoverFacts(coverage), options, !options.all && counts.protected > MOST_PROTECTED);
  const rows = byStack(coverage).flatMap((stack) => [
    { indent: 0, text: [{ text: `Stack ${stack.stack}`, style: 'heading' as const }] },
    { indent: 0, text: [dim('─'.repeat(page.width))] },
    ...writer.stackRows(stack),
  ]);
  const hint = writer.isSummedUp
    ? [{ indent: 0, text: [dim('Protected resources are summed up; --all lists them.')] }]
    : [];
  const end = [{ indent: 0, text: summary(counts) }, ...hint];
  return layOut([...rows, ...end], page) + assumptionsText(coverage.assumptions, page);
}

class Writer {
  constructor(
    private readonly facts: CoverFacts,
    private readonly options: CoverTextOptions,
    /** Whether protected resources are only counted. */
    public readonly isSummedUp: boolean,
  ) {}

  public stackRows({ groups }: CoveredStack): Row[] {
    const told = groups.filter((group) => !this.isSum(group)).flatMap(({ resources }) => resources);
    const names = told.map(coveredName).filter((name) => widthOf([name]) <= WIDEST_NAME);
    const labels = told.flatMap((covered) => this.factsOf(covered).map(({ label }) => label));
    const widths = { name: columnWidth(names), label: columnWidth(labels) };
    return groups.flatMap((group) => {
      const { status, resources } = group;
      const { words, style } = STATUS_WORDS[status];
      const text = [{ text: capitalized(words), style }, dim(` (${resources.length})`)];
      const rows = this.isSum(group)
        ? sumRows(resources)
        : resources.flatMap((covered) => this.resourceRows(covered, widths));
      return [{ indent: 2, text }, ...rows, BLANK];
    });
  }

  private isSum({ status }: CoveredGroup): boolean {
    return status === 'protected' && this.isSummedUp;
  }

  /** A resource, with all there is to say about it. */
  private resourceRows(covered: CoveredResource, widths: { readonly name: number; readonly label: number }): Row[] {
    return [
      {
        indent: INDENT,
        label: [{ text: coveredName(covered), style: 'name' }],
        labelWidth: widths.name,
        text: [typeName(covered.resource.type), ...this.placeWords(covered)],
      },
      ...this.factsOf(covered).map(({ label, says }) => ({
        indent: INDENT + GAP,
        label: [dim(label)],
        labelWidth: widths.label,
        text: says,
      })),
    ];
  }

  /** Only where there is something to be done. */
  private placeWords(covered: CoveredResource): Phrase {
    const { status } = covered;
    const where = status === 'unprotected' || status === 'unknown' ? whereIs(covered, this.options.places) : undefined;
    return where === undefined ? [] : [dim(` · ${where}`)];
  }

  private factsOf(covered: CoveredResource): CoverFact[] {
    const facts = this.facts.of(covered);
    if (this.options.all) return facts;
    // What a good answer leans on is said once for all, below.
    const wanted = covered.status === 'protected' ? facts.filter(({ label }) => label !== LEANS_ON) : facts;
    const labels = [...new Set(wanted.map(({ label }) => label))];
    return labels.flatMap((label) => {
      const ofLabel = wanted.filter((fact) => fact.label === label);
      const more = ofLabel.length - MOST_WAYS;
      return more <= 0 ? ofLabel : [...ofLabel.slice(0, MOST_WAYS), { label, says: [dim(`${more} more`)] }];
    });
  }
}

/** How many resources each selection protects; what several do together is counted once. */
function sumRows(resources: readonly CoveredResource[]): Row[] {
  const sums = new Map<string, { readonly via: Phrase; readonly types: Map<string, number>; count: number }>();
  for (const { resource, protectedBy } of resources) {
    const ways = [...new Map(protectedBy.map((each) => [JSON.stringify([each.plan, each.selection]), viaWords(each)]))];
    const key = JSON.stringify(ways.map(([way]) => way));
    const sum = sums.get(key) ?? {
      via: listed(
        ways.map(([, words]) => words),
        'and',
      ),
      types: new Map(),
      count: 0,
    };
    sums.set(key, sum);
    sum.count += 1;
    sum.types.set(resource.type, (sum.types.get(resource.type) ?? 0) + 1);
  }
  const all = [...sums.values()].sort((one, other) => other.count - one.count);
  const labelWidth = columnWidth(all.map(({ count }) => String(count)));
  return all.map(({ via, types, count }) => {
    const kinds = [...types].map(([type, number]) => `${typeName(type)}${number === 1 ? '' : ` ×${number}`}`);
    return { indent: INDENT, label: [String(count)], labelWidth, text: ['by ', ...via, dim(` (${kinds.join(', ')})`)] };
  });
}

function columnWidth(texts: readonly string[]): number {
  return texts.reduce((widest, text) => Math.max(widest, widthOf([text])), 0) + GAP;
}

function summary(counts: Readonly<ReturnType<typeof countsOf>>): Phrase {
  const parts = STATUSES.filter((status) => counts[status] > 0).map((status) => {
    const { words, style } = STATUS_WORDS[status];
    return [{ text: `${counts[status]} ${words}`, style }];
  });
  return parts.length === 0 ? ['No resource that holds data was found.'] : [...listed(parts, 'and'), '.'];
}
