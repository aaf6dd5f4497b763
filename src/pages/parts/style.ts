import { stylesheet } from '../shell/stylesheet.ts'
import { CARD_STYLE } from './card-style.ts'

/*
 * The common style of the pages, in one file of 8 kB that uses the fonts of the system. Text and background colours
 * have the contrast that WCAG AA requires, in the light and the dark theme; links and buttons are 44 pixels high;
 * no information is given by colour alone.
 */
export const SITE_STYLE = stylesheet(
  '/pages/style.css',
  `
:root {
  color-scheme: light dark;
  --ink: #1d1d28; --quiet: #515164; --paper: #ffffff; --shade: #f3f4f8; --line: #767688; --rule: #dcdee8;
  --link: #0b4fa8; --action: #0b4fa8; --on-action: #ffffff;
  --yes: #0a6640; --no: #9c1f1f; --focus: #b35900;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ink: #f2f2f7; --quiet: #b9b9c9; --paper: #16161d; --shade: #22222d; --line: #8d8da3; --rule: #373744;
    --link: #9cc3ff; --action: #9cc3ff; --on-action: #10131c;
    --yes: #7fdcab; --no: #ffa8a0; --focus: #ffb454;
  }
}
* { box-sizing: border-box; }
html { font: 112.5%/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
body { margin: 0; }
header.site, main, footer.site { max-width: 60rem; margin: 0 auto; padding: 0 1rem; }
header.site { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding-top: .3rem; }
header.site a, footer.site a { display: inline-block; padding: .6rem 0; }
header.site .home {
  margin-inline-end: auto; padding-inline-start: 2rem; font-size: clamp(.8rem, 4.4vw, 1rem); font-weight: 700; color: inherit; text-decoration: none;
  background: url(/pages/icon.svg) no-repeat left center / 1.6rem;
}
footer.site { margin-top: 3rem; padding-block: 1rem 2rem; color: var(--quiet); }
footer.site > * { margin: 0; padding-top: .6rem; border-top: 1px solid var(--rule); }
footer.site nav { padding: 0; border: 0; }
footer.site ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; list-style: none; margin: 0; padding: 0; }
.prose { max-width: 42rem; }
.prose .lead { font-size: 1.1rem; }
.prose li { margin: .3rem 0; }
.prose h3 { margin-top: 1rem; }
.prose dl > div { display: grid; grid-template-columns: minmax(0, 13rem) minmax(0, 1fr); align-items: baseline; }
.prose :is(dd, dt) a { display: inline-block; padding: .45rem 0; }
.prose a.action { padding: .6rem 1rem; margin: .3rem 0; }
@media (max-width: 34rem) { .prose dl > div { grid-template-columns: 1fr; padding: .2rem 0; } }
.onward a { display: inline-block; padding: .6rem 0; font-weight: 600; }
.requests { list-style: none; padding: 0; }
.requests a { display: inline-block; padding: .35rem 0; }
.prose dl.entries > div { grid-template-columns: 1fr; border-top: 1px solid var(--rule); padding: .5rem 0; }
.entries dt { color: var(--ink); font-weight: 700; }
.entries .entries { margin-inline-start: .6rem; padding-inline-start: .8rem; border-inline-start: 2px solid var(--rule); }
.prose pre { white-space: pre-wrap; overflow-wrap: anywhere; padding: .8rem; background: var(--shade); border-radius: .3rem; }
code { font-family: ui-monospace, monospace; font-size: .92em; overflow-wrap: anywhere; }
blockquote { margin: .4rem 0; padding: .4rem 1rem; border-inline-start: 4px solid var(--rule); overflow-wrap: anywhere; }
.unfilled { color: var(--quiet); font-style: italic; }
.prose:has(.sources-known) { max-width: none; }
.sources-known { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 24rem), 1fr)); gap: 0 3rem; }
.sources-known > li { border-top: 1px solid var(--rule); padding: .8rem 0; margin: 0; scroll-margin-top: 1rem; }
.sources-known h2 { margin: 0; }
.sources-known dl { margin: .2rem 0 0; }
main:focus { outline: none; }
h1 { font-size: clamp(1.35rem, 1.1rem + 1.6vw, 1.75rem); line-height: 1.2; margin: 1rem 0; text-wrap: balance; overflow-wrap: break-word; }
h2 { font-size: 1.15rem; line-height: 1.3; margin: 1.6rem 0 .4rem; }
h3 { font-size: 1.05rem; line-height: 1.3; margin: 0; }
p, dl, table, ul, address { margin: .4rem 0; }
a { color: var(--link); text-underline-offset: .15em; overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
.skip { position: absolute; left: -100vw; padding: .7rem 1rem; background: var(--paper); z-index: 1; }
.skip:focus { left: 0; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
form { background: var(--shade); padding: 1rem; border-radius: .5rem; }
label, legend { font-weight: 600; }
.ask { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .3rem; }
.ask input { flex: 1 1 14rem; }
@media (max-width: 34rem) {
  .ask input { flex-basis: 8rem; min-width: 0; }
  .ask > button, .ask > a.plain { text-align: center; flex: 1 1 auto; padding-inline: .6rem; }
  .ask > button[type=submit] { flex: 0 0 auto; }
}
input[type=search], input[type=datetime-local], .town input[type=text], select, button {
  font: inherit; min-height: 44px; padding: .4rem .7rem; border-radius: .3rem;
  border: 1px solid var(--line); background: var(--paper); color: inherit; max-width: 100%;
}
button, a.action {
  background: var(--action); color: var(--on-action); border-color: var(--action); font-weight: 600; cursor: pointer;
}
a.plain {
  display: inline-block; min-height: 44px; padding: .5rem .9rem; border: 1px solid var(--line); border-radius: .3rem; font-weight: 600;
  text-decoration: none; background: var(--paper);
}
button:hover, a.action:hover { filter: brightness(1.12); }
a.action { display: inline-block; padding: .6rem 1rem; border-radius: .3rem; text-decoration: none; }
.warning { border-left: 4px solid var(--focus); padding: .2rem 0 .2rem .7rem; font-weight: 600; }
.actions { list-style: none; padding: 0; margin: .8rem 0 .4rem; display: flex; flex-wrap: wrap; gap: .5rem; }
.actions a, .actions button { display: inline-flex; align-items: center; min-height: 44px; padding: .5rem .9rem; }
.share a[hidden] { display: none; }
.share button { background: var(--paper); color: var(--link); border: 1px solid var(--line); }
.share [role=status]:not(:empty) { margin-inline-start: .5rem; color: var(--yes); font-weight: 600; }
a.clear { display: inline-block; padding: .6rem 1rem; }
.hint { color: var(--quiet); font-size: .95rem; }
summary { min-height: 44px; padding: .5rem 0; cursor: pointer; font-weight: 600; }
.choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); gap: .2rem 1.2rem; }
.choices select, .choices input[type=datetime-local] { display: block; width: 100%; margin-top: .2rem; }
fieldset { border: 0; padding: 0; margin: 0; min-width: 0; grid-column: 1 / -1; display: flex; flex-wrap: wrap; gap: 0 2rem; }
.flag { display: flex; align-items: center; gap: .6rem; min-height: 44px; margin: 0; }
.flag input { width: 1.5rem; height: 1.5rem; accent-color: var(--action); flex: none; }
.flag label { flex: 1; padding: .5rem 0; }
ol.places, ul.places, .understood { list-style: none; padding: 0; }
.understood li { display: flex; flex-wrap: wrap; gap: 0 .8rem; align-items: baseline; }
.understood a { padding: .35rem 0; }
.homonyms a { display: inline-block; }
form.town { margin-top: 1rem; }
h2.beyond { border-top: 3px solid var(--rule); padding-top: .8rem; }
.download a { display: inline-block; padding: .6rem 0; }
.notice { color: var(--quiet); font-style: italic; }
.next, .back a { display: inline-block; padding: .6rem 0; font-weight: 600; }
${CARD_STYLE}address { font-style: normal; }
dd a[href^="tel:"], section a[href^="mailto:"], dd a { display: inline-block; padding: .45rem 0; }
dl div { display: flex; flex-wrap: wrap; gap: 0 .8rem; align-items: baseline; }
dt { color: var(--quiet); min-width: 6.5rem; }
dd { margin: 0; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: start; padding: .35rem .6rem; vertical-align: top; font-weight: 400; border-top: 1px solid var(--rule); }
th:first-child { padding-inline-start: 0; }
tr:first-child > * { border-top: 0; }
.figures :is(td, thead th:not(:first-child)) { text-align: end; font-variant-numeric: tabular-nums; }
.figures :is(thead, tfoot) > tr > * { font-weight: 700; border-top: 1px solid var(--line); }
.figures :is(td, th) { vertical-align: baseline; }
.figures a { display: inline-block; padding: .3rem 0; }
@media (max-width: 34rem) {
  .figures { font-size: .85rem; }
  .figures :is(td, th) { padding-inline: .2rem; }
  .figures thead th { font-size: .75rem; }
}
tr.exception > * { font-weight: 700; }
.week { font-variant-numeric: tabular-nums; }
.week .date { font-weight: 400; color: var(--quiet); }
@media (max-width: 40rem) { .week .month { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); } }
@media (min-width: 30rem) { .week span, .week th { white-space: nowrap; } }
@media (min-width: 40rem) { .week th { width: 1%; white-space: nowrap; } }
.week [aria-current] > * { background: var(--shade); font-weight: 700; }
.week [aria-current] > :first-child { box-shadow: -.5rem 0 0 var(--shade), inset 4px 0 0 var(--action); padding-inline-start: .6rem; }
.place > .types, .place > .now { margin: .2rem 0; }
.place > .now { font-size: 1.1rem; }
.place address { font-size: 1.1rem; }
.place a[href^="tel:"] { font-weight: 700; font-size: 1.15rem; }
tr.answer.yes td { color: var(--yes); font-weight: 600; }
tr.answer.no td { color: var(--no); font-weight: 600; }
tr.answer.unknown td { color: var(--quiet); }
.text { white-space: pre-line; }
dd .aside { font-size: .95rem; }
.sources { margin-top: 2rem; color: var(--quiet); font-size: .95rem; }
@media print {
  :root { --ink: #000; --quiet: #333; --paper: #fff; --shade: #ddd; --rule: #999; --link: #000; --yes: #000; --no: #000; }
  @page { margin: 14mm; }
  html { font-size: 13pt; }
  header.site a:not(.home), footer.site, .skip, .back, .alternatives, form { display: none; }
  .week [aria-current] > * { background: none; box-shadow: none !important; }
  main, header.site { max-width: none; padding: 0; }
  header.site .home { padding: 0; background: none; }
  h2, h3 { break-after: avoid; }
  section, .places > li { break-inside: avoid; }
  /* These can be longer than a page. If they had to stay whole, they would move to the next page and leave a gap. */
  .list section { break-inside: auto; }
  .week [aria-current] > :first-child { padding-inline-start: 0; }
  a { text-decoration: none; }
}
`
)
