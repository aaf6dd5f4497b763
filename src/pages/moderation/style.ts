import { stylesheet } from '../shell/stylesheet.ts'

/** The style of the pages of moderators. */
export const MODERATION_STYLE = stylesheet(
  '/pages/moderation.css',
  `
.prose:has(.moderated) { max-width: none; }
.moderated > :is(p, ul, dl, blockquote, section:not([id])) { max-width: 42rem; }
.queue { list-style: none; padding: 0; }
.queue > li { border-top: 1px solid var(--rule); padding: .6rem 0; margin: 0; }
.queue h2, .queue h3 { margin: 0; }
.queue ul { list-style: none; padding: 0; margin: .2rem 0 0; }
.queue ul > li { margin: .4rem 0; padding-inline-start: .8rem; border-inline-start: 3px solid var(--rule); }
.queue li.person { border-color: var(--no); }
.queue li a { display: inline-block; padding: .3rem 0; font-weight: 600; }
.queue p { margin: 0; overflow-wrap: anywhere; }
form.filters .field { margin: .6rem 0; }
.moderated nav ul { display: flex; flex-wrap: wrap; gap: 0 1.2rem; list-style: none; padding: 0; }
.moderated nav a { display: inline-block; padding: .5rem 0; }
.moderated .done { border-inline-start: 4px solid var(--yes); padding: .3rem 0 .3rem .9rem; }
.moderated form.filled { max-width: none; }
.moderated form.filled > .field { max-width: 42rem; }
.compare table { table-layout: fixed; }
.compare th[scope=row] { font-weight: 600; width: 12rem; }
.compare thead th { font-weight: 700; }
.compare thead th:first-child { width: 12rem; }
.compare td { overflow-wrap: anywhere; }
.compare td .field { margin: 0; }
/* The row and the column say what it is; screen readers read the label. */
.compare td .field > :is(label, legend) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.compare td fieldset.field { max-height: 16rem; overflow: auto; border: 1px solid var(--line); border-radius: .3rem; padding: 0 .6rem; background: var(--paper); }
.compare .changed { border-inline-start: 4px solid var(--action); }
.moderated details { border-top: 1px solid var(--rule); }
.moderated details > summary { font-size: 1.1rem; }
.moderated ol.history { padding-inline-start: 1.4rem; }
@media (max-width: 40rem) {
  .compare table, .compare tbody, .compare tr, .compare td, .compare th { display: block; width: auto; }
  .compare thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .compare tr { border-top: 1px solid var(--line); padding: .4rem 0; }
  .compare tr > :is(td, th) { border: 0; padding: .2rem 0; width: auto; }
  .compare td::before { content: attr(data-column); display: block; color: var(--quiet); font-size: .9rem; }
}
`
)
