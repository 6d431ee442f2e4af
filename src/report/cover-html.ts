import type { Coverage, CoverageStatus, CoveredResource } from '../cover/coverage';
import type { ObjectiveResult } from '../cover/objectives/objective';
import type { LeantOn } from '../read/assumptions/leaning';
import { assumptionOf } from '../read/assumptions/registry';
import type { Places } from '../read/places';
import { list } from '../service/schedule/words';
import { COVER_STYLE } from './cover-style';
import {
  byStack,
  type CoveredStack,
  CoverFacts,
  capitalized,
  countsOf,
  coveredName,
  STATUS_WORDS,
  STATUSES,
  whereIs,
} from './cover-words';
import { escaped, htmlPage, phraseHtml } from './html';
import { objectivesHtml } from './objectives-html';
import { typeName } from './type-names';

const TITLE = 'Is it backed up?';

type Counts = ReturnType<typeof countsOf>;

/** Says on a page of its own, which needs no network and no script, what is protected and why. */
export function coverHtml(
  coverage: Coverage,
  places: Pick<Places, 'of'>,
  objectives?: readonly ObjectiveResult[],
): string {
  const facts = new CoverFacts(coverage);
  const stacks = byStack(coverage);
  const counts = countsOf(coverage);
  const shown = STATUSES.filter((status) => counts[status] > 0);
  const parts = [
    `<header>\n<h1>${TITLE}</h1>\n<p class="lead">${escaped(leadOf(counts, stacks.length))}</p>\n</header>`,
    ...(objectives ? [objectivesHtml(objectives, places)] : []),
    ...(shown.length > 0 ? [summaryHtml(counts, shown)] : []),
    `<main>\n${stacks.map((stack) => stackHtml(stack, facts, places)).join('\n')}\n</main>`,
    ...(coverage.assumptions.length > 0 ? [assumptionsHtml(coverage.assumptions)] : []),
    '<footer><p>By strongroom cover, from templates, before anything is deployed.</p></footer>',
  ];
  return htmlPage(TITLE, COVER_STYLE, parts.join('\n'));
}

function leadOf(counts: Counts, stacks: number): string {
  const all = STATUSES.reduce((sum, status) => sum + counts[status], 0);
  if (all === 0) return 'No resource that holds data was found.';
  const parts = [
    counts.protected > 0 ? [`${isOrAre(counts.protected)} protected by AWS Backup`] : [],
    counts.unprotected > 0 ? [`${isOrAre(counts.unprotected)} not`] : [],
    counts.unknown > 0 ? [`for ${counts.unknown} only deployment can tell`] : [],
    counts.notBackedUpByAwsBackup > 0
      ? [`${isOrAre(counts.notBackedUpByAwsBackup)} of a type that AWS Backup cannot back up`]
      : [],
  ].flat();
  const found = `${all} ${all === 1 ? 'resource holds' : 'resources hold'} data in ${stacks} ${stacks === 1 ? 'stack' : 'stacks'}`;
  return `${found}: ${list(parts)}.`;
}

function isOrAre(count: number): string {
  return `${count} ${count === 1 ? 'is' : 'are'}`;
}

/** A bar of what there is of each status, and a box for each, by which its rows are shown or not. */
function summaryHtml(counts: Counts, shown: readonly CoverageStatus[]): string {
  const inWords = list(shown.map((status) => `${counts[status]} ${STATUS_WORDS[status].words}`));
  const segments = shown.map((status) => `<span class="${status}" style="flex-grow:${counts[status]}"></span>`);
  const boxes = shown.map(
    (status) =>
      `<label class="${status}"><input type="checkbox" id="show-${status}" checked> <b>${counts[status]}</b> ${STATUS_WORDS[status].words}</label>`,
  );
  return `<section class="summary" aria-label="Summary">
<div class="bar" role="img" aria-label="${escaped(inWords)}">${segments.join('')}</div>
<fieldset><legend>Show</legend>
${boxes.join('\n')}
</fieldset>
</section>`;
}

function stackHtml({ stack, groups }: CoveredStack, facts: CoverFacts, places: Pick<Places, 'of'>): string {
  const counts = groups.map(
    ({ status, resources }) => `<span class="${status}">${resources.length} ${STATUS_WORDS[status].words}</span>`,
  );
  const bodies = groups.map(({ status, resources }) => {
    const rows = resources.map((covered) => rowHtml(covered, facts, places));
    const heading = `<span class="badge">${capitalized(STATUS_WORDS[status].words)}</span> <span class="dim">${resources.length}</span>`;
    return `<tbody class="${status}">
<tr class="group"><th colspan="2" scope="rowgroup">${heading}</th></tr>
${rows.join('\n')}
</tbody>`;
  });
  return `<details class="stack" open>
<summary><h2>${escaped(stack)}</h2> <span class="counts">${counts.join(' ')}</span></summary>
<table>
<caption>Resources that hold data in ${escaped(stack)}</caption>
<thead><tr><th scope="col">Resource</th><th scope="col">Why</th></tr></thead>
${bodies.join('\n')}
</table>
</details>`;
}

function rowHtml(covered: CoveredResource, facts: CoverFacts, places: Pick<Places, 'of'>): string {
  const where = whereIs(covered, places);
  const place = where === undefined ? '' : ` <span class="where">${escaped(where)}</span>`;
  const why = facts.of(covered).map(({ label, says }) => `<div><dt>${label}</dt><dd>${phraseHtml(says)}</dd></div>`);
  return `<tr>
<th scope="row"><b>${escaped(coveredName(covered))}</b> <span class="type">${escaped(typeName(covered.resource.type))}${place}</span></th>
<td>${why.length > 0 ? `<dl>${why.join('')}</dl>` : ''}</td>
</tr>`;
}

function assumptionsHtml(answers: readonly LeantOn[]): string {
  const ids = [...new Set(answers.map(({ assumption }) => assumption))];
  const items = ids.map((id) => {
    const { title, confirm } = assumptionOf(id);
    const values = answers
      .filter(({ assumption }) => assumption === id)
      .map(
        ({ about, value, from }) =>
          `<li>${escaped(`${about === undefined ? '' : `${about}: `}${value}${FROM[from]}`)}</li>`,
      );
    const commands = confirm.map((command) => `<code>${escaped(command)}</code>`);
    return `<div><dt><span class="name">${id}</span> ${escaped(title)}</dt><dd><ul>${values.join('')}</ul>${commands.join('')}</dd></div>`;
  });
  return `<details class="assumptions">
<summary><h2>Assumptions</h2> <span class="counts">what this leans on, and how to find out</span></summary>
<dl>
${items.join('\n')}
</dl>
</details>`;
}

const FROM: Readonly<Record<LeantOn['from'], string>> = { file: '', default: ' (by default)', strict: ' (not said)' };
