/* The style of the orientation, in addition to the common style of the pages. */

import { stylesheet } from '../shell/stylesheet.ts'
import { SMALL_MAP_STYLE } from '../small-map/style.ts'

export const ORIENTATION_STYLE = stylesheet(
  '/pages/orientation.css',
  `${SMALL_MAP_STYLE.css}
.lead { font-size: 1.1rem; }
.step { color: var(--quiet); margin: 1rem 0 .5rem; font-weight: 600; }
.step progress { display: block; width: 100%; height: .5rem; margin-top: .3rem; appearance: none; border: 0; border-radius: .25rem; overflow: hidden; background: var(--rule); }
.step progress::-webkit-progress-bar { background: var(--rule); }
.step progress::-webkit-progress-value { background: var(--action); }
.step progress::-moz-progress-bar { background: var(--action); }
.orientation { max-width: 46rem; }
.orientation:has(.found > figure) { max-width: none; }
.question h1 { margin: 0 0 .6rem; }
.question fieldset { display: block; }
.question legend { padding: 0; }
.question .flag { background: var(--paper); border: 1px solid var(--line); border-radius: .4rem; padding: .1rem .8rem; margin-bottom: .5rem; }
.question .flag:hover { border-color: var(--action); }
.question .flag:has(:checked) { border-color: var(--action); box-shadow: inset 0 0 0 2px var(--action); }
.question button { margin-top: .7rem; min-height: 52px; padding-inline: 1.4rem; }
.question .flag input, .found .flag input { margin: 0; }
.question input[type=text] {
  font: inherit; min-height: 44px; padding: .4rem .7rem; border-radius: .3rem; border: 1px solid var(--line);
  background: var(--paper); color: inherit; width: 100%; max-width: 24rem; display: block;
}
.question label .hint { font-weight: 400; display: block; }
.moment { margin: 0 0 0 .9rem; display: flex; flex-wrap: wrap; gap: 0 1rem; }
.moment select { display: block; }
.moment .hint { flex-basis: 100%; }
.error { color: var(--no); font-weight: 600; border-left: 4px solid; padding-left: .7rem; }
.aside { display: inline-block; padding: .6rem 0; }
.question .aside { margin-left: 1rem; }
.answered { border-top: 1px solid var(--rule); margin-top: 1.5rem; }
.answered dl { max-width: 40rem; }
.answered dl div { display: grid; grid-template-columns: 1fr auto; align-items: center; border-bottom: 1px solid var(--rule); }
.answered dt { grid-area: 1 / 1; padding-top: .4rem; font-size: .95rem; }
.answered dd { display: contents; }
.answered dd span:first-child { grid-area: 2 / 1; padding-bottom: .4rem; }
.answered dd a { grid-area: 1 / 2 / 3; padding: .6rem 0 .6rem 1rem; }
form.found { background: none; padding: 0; display: grid; gap: 0 2rem; }
.found > div, .found > figure { min-width: 0; }
@media (min-width: 52rem) {
  form.found:has(> figure) { grid-template-columns: 3fr 2fr; align-items: start; }
  .found > figure { position: sticky; top: 1rem; }
}
.found h2 { margin-top: .6rem; }
.found h3 { display: flex; gap: .5rem; align-items: baseline; }
.found .number {
  flex: none; width: 1.7rem; line-height: 1.7rem; border-radius: 1rem; text-align: center;
  background: var(--action); color: var(--on-action); font-size: .95rem;
}
.sheet { font-size: 1.15rem; border: 1px solid var(--line); border-radius: .5rem; padding: .5rem 1.2rem 1rem; margin: 1rem 0; }
.sheet h2 { font-size: 1.7rem; margin: .6rem 0 0; }
.sheet h3 { font-size: 1.2rem; margin: .9rem 0 .2rem; }
.sheet address { font-weight: 600; }
.sheet a[href^="tel:"] { font-weight: 700; font-size: 1.3rem; }
.sheet dl div { display: grid; grid-template-columns: minmax(7rem, 2fr) 3fr; padding: .2rem 0; }
.sheet .two { display: grid; gap: 0 2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 22rem), 1fr)); }
.sheet ul { columns: 2 18rem; }
.sheet .write, .sheet .from { display: none; }
@media print {
  @page { size: A4; margin: 12mm; }
  .screen-only, .answered { display: none; }
  main > .screen-only { display: none; }
  header.site { display: none; }
  .sheet { font-size: 14.5pt; line-height: 1.3; border: 0; padding: 0; margin: 0; break-after: page; }
  .sheet:last-of-type { break-after: auto; }
  .sheet h2 { font-size: 24pt; line-height: 1.1; margin: 0; }
  .sheet h3 { font-size: 16pt; margin: 2mm 0 .5mm; }
  .sheet p, .sheet ul, .sheet address { margin: 1mm 0; }
  .sheet ul { font-size: 13pt; columns: 2; }
  .sheet .two { grid-template-columns: 5fr 6fr; gap: 0 8mm; }
  .sheet .write, .sheet .from { display: block; }
  .sheet .from { font-size: 10.5pt; margin-top: 3mm; }
  .sheet .write p { font-size: 13pt; white-space: nowrap; }
  .sheet .hint { font-size: 11pt; margin: 0; }
  .sheet th, .sheet td { padding: .8mm 2mm .8mm 0; font-size: 14pt; }
  .sheet th { white-space: nowrap; }
  .sheet dl { margin-top: 3mm; font-size: 13pt; }
  .sheet dl div { padding: .5mm 0; grid-template-columns: 2fr 3fr; }
  .sheet .phone a[href^="tel:"] { font-size: 24pt; line-height: 1.1; }
  .sheet .warning { border-color: #000; padding: 0 0 0 3mm; }
  .sheet .helps p { font-size: 12pt; line-height: 1.3; }
  .small-map { max-height: 42mm; }
  .sheet figure { margin: 2mm 0; }
  .sheet dt { min-width: 0; }
  * { print-color-adjust: exact; }
}
`
)
