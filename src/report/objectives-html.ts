import type { Miss, ObjectiveResult } from '../cover/objectives/objective';
import type { Places } from '../read/places';
import { capitalized, coveredName } from './cover-words';
import { escaped } from './html';
import { aboutWords, dependsWords, type MissGroup, missGroups, missPlace, resultWords } from './objectives-words';
import { typeName } from './type-names';

/** The part of a page that says which objectives are met, and what breaks the others. */
export function objectivesHtml(results: readonly ObjectiveResult[], places: Pick<Places, 'of'>): string {
  return `<section class="objectives" aria-label="Objectives">
<h2>Objectives</h2> <span class="counts">${leadOf(results)}</span>
${results.map((result) => objectiveHtml(result, places)).join('\n')}
</section>`;
}

function leadOf(results: readonly ObjectiveResult[]): string {
  const met = results.filter(({ misses }) => misses.length === 0).length;
  return `${met} of ${results.length} ${met === 1 ? 'is' : 'are'} met`;
}

function objectiveHtml(result: ObjectiveResult, places: Pick<Places, 'of'>): string {
  const { objective, misses, notes } = result;
  const isMet = misses.length === 0;
  const look = isMet ? 'met' : misses.some(({ verdict }) => verdict === 'missed') ? 'missed' : 'undecided';
  const head = `<h3>${escaped(objective)}</h3> <span class="badge">${capitalized(resultWords(result))}</span> <span class="dim">${aboutWords(result)}</span>`;
  const remarks =
    notes.length === 0
      ? ''
      : `\n<ul class="notes">${notes.map((note) => `<li>${escaped(capitalized(note))}.</li>`).join('')}</ul>`;
  if (isMet) return `<div class="objective ${look}"><div class="head">${head}</div>${remarks}</div>`;
  const groups = missGroups(result).map((group) => groupHtml(group, places));
  return `<details class="objective ${look}" open>
<summary>${head}</summary>
${groups.join('\n')}${remarks}
</details>`;
}

/** What breaks a promise, and where. */
function groupHtml({ verdict, promised, facts, misses }: MissGroup, places: Pick<Places, 'of'>): string {
  const said = facts.map(({ label, says }) => `<div><dt>${label}</dt><dd>${escaped(says)}</dd></div>`);
  return `<section class="miss ${verdict === 'missed' ? 'missed' : 'undecided'}">
<h4><span class="badge">${capitalized(verdict)}</span> ${escaped(promised)}</h4> <span class="dim">${misses.length}</span>
<dl>${said.join('')}</dl>
<ul>
${misses.map((miss) => itemHtml(miss, places)).join('\n')}
</ul>
</section>`;
}

function itemHtml(miss: Miss, places: Pick<Places, 'of'>): string {
  const place = `<span class="where">${escaped(missPlace(miss, places))}</span>`;
  const type = `<span class="type">${escaped(typeName(miss.resource.type))} ${place}</span>`;
  const depends = dependsWords(miss);
  const open = depends === undefined ? '' : ` <span class="unknown">${escaped(depends)}</span>`;
  return `<li><b>${escaped(coveredName(miss))}</b> ${type}${open}</li>`;
}
