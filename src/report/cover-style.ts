/** How the page of a coverage looks: in light and dark, wide and narrow, and on paper. */
export const COVER_STYLE = `:root {
  color-scheme: light dark;
  --ground: #fbfbfa; --sheet: #fff; --ink: #1c1f24; --soft: #5c6470; --line: #e2e4e8; --name: #0b5c77;
  --unprotected: #b3261e; --unknown: #8a5a00; --notBackedUpByAwsBackup: #4a5a78; --protected: #1d6b3a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #131519; --sheet: #1b1e24; --ink: #e6e8ec; --soft: #9aa3b0; --line: #30353e; --name: #7ccbe0;
    --unprotected: #ff8a80; --unknown: #f0bf63; --notBackedUpByAwsBackup: #a6b6d6; --protected: #7fd49a;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 74rem; background: var(--ground); color: var(--ink);
  font: 1rem/1.55 system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', 'Liberation Sans', sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere;
}
h1 { margin: 0 0 .25rem; font-size: 2rem; line-height: 1.2; letter-spacing: -.02em; }
h2, h3 { display: inline; margin: 0; font-size: 1.15rem; letter-spacing: -.01em; }
h3 { font-size: 1rem; }
.lead { margin: 0; max-width: 46rem; font-size: 1.1rem; color: var(--soft); }
.unprotected { --hue: var(--unprotected); }
.unknown { --hue: var(--unknown); }
.notBackedUpByAwsBackup { --hue: var(--notBackedUpByAwsBackup); }
.protected { --hue: var(--protected); }
.missed { --hue: var(--unprotected); }
.undecided { --hue: var(--unknown); }
.met { --hue: var(--protected); }
.objectives { margin-top: 2rem; }
.objective { margin: .75rem 0 0; border: 1px solid var(--line); border-left: 4px solid var(--hue); border-radius: 10px; background: var(--sheet); }
.head { padding: .85rem 1.15rem; }
.objective h3 { margin-right: .6rem; }
.miss { padding: .85rem 1.15rem 1rem; border-top: 1px solid var(--line); }
.miss h4 { display: inline; margin: 0 .25rem 0 0; font-size: .925rem; font-weight: normal; }
.miss dl { margin: .25rem 0 .75rem; }
.miss .where { display: block; margin: 0; }
.miss > .dim { font-size: .925rem; }
.miss ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(15rem, 1fr)); gap: .5rem 1.5rem; margin: 0; padding: 0; list-style: none; }
.miss li b { font-weight: 600; }
.miss li .unknown { display: block; font-size: .875rem; }
.notes { margin: 0; padding: .85rem 1.15rem .85rem 2.25rem; border-top: 1px solid var(--line); font-size: .925rem; color: var(--soft); }
.summary { margin: 2rem 0; }
.bar { display: flex; gap: 3px; height: .75rem; }
.bar span { min-width: .4rem; border-radius: 2px; background: var(--hue); }
.bar span:first-child { border-radius: 6px 2px 2px 6px; }
.bar span:last-child { border-radius: 2px 6px 6px 2px; }
.bar span:only-child { border-radius: 6px; }
fieldset { display: flex; flex-wrap: wrap; gap: .5rem 1.75rem; margin: .9rem 0 0; padding: 0; border: 0; }
legend { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
label { cursor: pointer; }
label b { color: var(--hue); }
input { margin: 0 .15rem 0 0; accent-color: var(--hue); }
details { margin: 0 0 1.25rem; border: 1px solid var(--line); border-radius: 10px; background: var(--sheet); }
summary { padding: .85rem 1.15rem; cursor: pointer; }
summary:focus-visible, input:focus-visible { outline: 2px solid var(--name); outline-offset: 2px; }
.counts { margin-left: .6rem; font-size: .9rem; color: var(--soft); }
.counts span { margin-right: .75rem; color: var(--hue); white-space: nowrap; }
table { width: 100%; border-collapse: collapse; }
caption, thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
tr { border-top: 1px solid var(--line); break-inside: avoid; }
th, td { padding: .5rem 1.15rem; text-align: left; vertical-align: top; font-weight: normal; }
.group th { padding: .9rem 1.15rem .5rem; font-size: .925rem; }
.group + tr { border-top: 0; }
.group + tr th, .group + tr td { padding-top: .2rem; }
th[scope=row] { width: 38%; }
th b { font-weight: 600; }
.type { display: block; font-size: .875rem; color: var(--soft); }
.where { margin-left: .35rem; font: .78rem/1.5 ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; color: var(--soft); }
.badge { display: inline-flex; align-items: baseline; gap: .5rem; margin-right: .25rem; font-weight: 600; color: var(--hue); }
.badge::before { content: ''; flex: none; width: .6rem; height: .6rem; border-radius: 50%; background: var(--hue); }
.unknown .badge::before, .undecided .badge::before { background: none; border: 2px solid var(--hue); }
.notBackedUpByAwsBackup .badge::before { height: .2rem; border-radius: 1px; align-self: center; }
.unprotected .badge::before, .missed > summary .badge::before, .missed > h4 .badge::before { border-radius: 1px; }
dl { margin: 0; font-size: .925rem; }
td dl div, .miss dl div { display: grid; grid-template-columns: 5.5rem 1fr; gap: 0 .75rem; }
.miss dl div { grid-template-columns: 3rem 1fr; }
dt { color: var(--soft); }
dd { margin: 0; }
.name { color: var(--name); }
.dim { color: var(--soft); }
span.unknown { color: var(--unknown); }
.assumptions dl { padding: 0 1.15rem 1rem; }
.assumptions dl > div { padding: .7rem 0; border-top: 1px solid var(--line); }
.assumptions ul { margin: .2rem 0; padding-left: 1.2rem; }
code { display: block; font: .8rem/1.6 ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace; color: var(--soft); }
footer { font-size: .875rem; color: var(--soft); }
body:has(#show-unprotected:not(:checked)) tbody.unprotected,
body:has(#show-unknown:not(:checked)) tbody.unknown,
body:has(#show-notBackedUpByAwsBackup:not(:checked)) tbody.notBackedUpByAwsBackup,
body:has(#show-protected:not(:checked)) tbody.protected { display: none; }
@media (max-width: 48rem) {
  body { padding: 1.5rem 1rem 3rem; }
  table, tbody, tr, th, td { display: block; }
  th[scope=row] { width: auto; }
  th { padding-bottom: 0; }
  td, .group + tr td { padding-top: .25rem; padding-bottom: .7rem; }
  td:empty { padding-top: 0; }
  .counts { display: block; margin-left: 0; }
}
@media print {
  body { padding: 0; max-width: none; background: none; }
  fieldset { display: none; }
}
`;
