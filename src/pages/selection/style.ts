import { stylesheet } from '../shell/stylesheet.ts'

/* The style of the selection, in addition to the common style of the pages. */

export const SELECTION_STYLE = stylesheet(
  '/pages/selection.css',
  `
.selection #print { background: var(--action); color: var(--on-action); }
.selection .count, .printed { color: var(--quiet); }
.printed { display: none; }
.selection .town .ask { flex-wrap: nowrap; }
.selection .town input { flex: 1 1 8rem; min-width: 0; }
.selection .town button { flex: none; padding-inline: .9rem; }
.selection form { max-width: 40rem; }
.measured a { display: inline-block; padding: .6rem 0; }
.error { color: var(--no); font-weight: 600; border-left: 4px solid; padding-left: .7rem; }
.add { margin-top: 2rem; }
.add h3 { margin-top: 1rem; }
.add article .plain { margin-top: .4rem; }
.compare { list-style: none; padding: 0; margin: 1rem 0; }
.compare article { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem 1rem 1rem; margin-bottom: 1rem; }
.compare h2 { margin: .2rem 0; overflow-wrap: anywhere; }
.compare h2 a { display: inline-block; padding: .25rem 0; }
.compare dl > div { display: block; padding: .4rem 0; border-top: 1px solid var(--rule); }
.compare dt { font-size: .95rem; }
.compare dd ul { list-style: disc; margin: 0; padding-inline-start: 1.1rem; }
.compare .distance { color: inherit; }
.compare a[href^="tel:"] { font-weight: 700; font-size: 1.15rem; white-space: nowrap; }
.compare .week th, .compare .week td { padding: .15rem .5rem .15rem 0; border: 0; }
.compare .week th { white-space: nowrap; }
.compare .week td span { white-space: normal; }
@media (min-width: 52rem) {
  body:has(.compare > :nth-child(4)) :is(header.site, main, footer.site) { max-width: 84rem; }
  .compare { display: grid; grid-auto-flow: column; grid-auto-columns: minmax(0, 1fr); grid-template-rows: repeat(10, auto); gap: 0 1rem; }
  .compare > li, .compare article { display: grid; grid-row: 1 / -1; grid-template-rows: subgrid; }
  .compare > li { max-width: 30rem; }
  .compare dl { display: contents; }
  .compare .remove { grid-row: -2; align-self: end; }
}
@media print {
  .actions, .measured a, .add, .remove, .screen-only, .compare .now { display: none !important; }
  .printed { display: block; font-size: 11pt; }
  .compare, .compare > li, .compare article { display: block; max-width: none; }
  .compare { margin: 0; }
  .compare article { border: 0; border-top: 2px solid #000; border-radius: 0; padding: 3mm 0 0; margin: 0 0 4mm; break-inside: avoid; }
  .compare header { display: block; }
  .compare h2 { font-size: 15pt; margin: 0; }
  .compare h2 a { padding: 0; }
  .compare dl { display: block; columns: 2; column-gap: 8mm; font-size: 11pt; margin: 1mm 0 0; }
  .compare dl > div { display: block; border: 0; padding: .6mm 0; break-inside: avoid; }
  .compare dt { min-width: 0; font-size: 10pt; }
  .compare a[href^="tel:"] { font-size: 15pt; padding: 0; }
  .compare article { line-height: 1.3; }
  .compare .warning { margin: 0; border-color: #000; }
  .compare dd ul { list-style: none; padding: 0; }
  .compare dd li { display: inline; }
  .compare dd li + li::before { content: " · "; }
  .compare .week { margin: 0; }
  .compare .week th, .compare .week td { padding: 0 3mm 0 0; }
}
`
)
