import { stylesheet } from '../shell/stylesheet.ts'

/* The style of the page of a place, in addition to the common style of the pages. */

export const PLACE_STYLE = stylesheet(
  '/pages/place.css',
  `
.place > h1 { margin-bottom: .3rem; }
.place .actions a[href^="tel:"] { font-size: 1.05rem; font-variant-numeric: tabular-nums; }
@media (max-width: 34rem) {
  .place .actions { display: grid; grid-template-columns: 1fr 1fr; margin-bottom: .5rem; }
  .place .actions li, .place .actions .share { display: grid; }
  .place .actions :is(a, button), .selecting a.plain { width: 100%; font-size: .92rem; justify-content: center; text-align: center; padding-inline: .3rem; }
  .place .actions li:has([href^="tel:"]) { grid-column: 1 / -1; }
  .actions .rest { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
}
.selecting { display: flex; flex-wrap: wrap; align-items: center; gap: .2rem 1.2rem; }
.selecting a:not(.plain) { padding: .6rem 0; }
.is-in { color: var(--yes); font-weight: 600; }
.about { margin-top: .6rem; }
.about ul { padding-inline-start: 1.2rem; margin: .2rem 0; }
.facts > div { padding: .35rem 0; display: block; }
.facts dd ul { margin: 0; }
.ways { margin: 0; }
@media (min-width: 52rem) {
  .about { display: grid; grid-template: auto 1fr / 1fr 1fr; column-gap: 3rem; }
  .about > * { min-width: 0; }
  .about .reach { grid-area: 1 / 2 / 3; }
  .about > .helps:empty { display: none; }
  .facts > div { display: grid; grid-template-columns: 10rem 1fr; gap: 1rem; }
}
@media print {
  .actions, .selecting, .place > .now, dd .aside { display: none !important; }
  /* Columns and not the grid of the screen: grids that are longer than a page overlap what follows. */
  .about { display: block; columns: 2; column-gap: 10mm; font-size: 12pt; }
  .about h2 { margin-top: 0; padding-top: 4mm; }
  .facts > div { display: block; }
  .about section { break-inside: avoid; }
  .about section:has(.text) { break-inside: auto; }
  .about .week th { width: auto; white-space: normal; }
  .about .week .date { display: block; }
}
`
)
