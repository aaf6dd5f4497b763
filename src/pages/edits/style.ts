import { stylesheet } from '../shell/stylesheet.ts'

/** The style of the pages for managers. */
export const EDIT_STYLE = stylesheet(
  '/pages/edits.css',
  `
.contents { display: flex; flex-wrap: wrap; gap: .2rem 1rem; padding: 0; list-style: none; }
.contents a { display: inline-block; padding: .4rem 0; }
.edit form > section { border-block-start: 1px solid var(--line); margin-block-start: 2rem; scroll-margin-top: 1rem; }
.edit button.quiet { background: var(--paper); color: inherit; border: 1px solid var(--line); }
.origin { color: var(--quiet); margin: -.8rem 0 1.2rem; }
.origin a { display: inline-block; padding: .2rem 0; }
.day { border: 0; padding: .5rem 0; margin: 0; border-block-end: 1px solid var(--rule);
  display: grid; grid-template-columns: 7rem 1fr; gap: .3rem .8rem; align-items: center; }
.day legend { float: inline-start; font-weight: 600; padding: 0; }
.day .states { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; }
.day .slots, .day .fault { grid-column: 2; }
.day .slots { display: flex; flex-wrap: wrap; gap: .3rem 1.2rem; }
.day .slot { display: flex; align-items: center; gap: .35rem; white-space: nowrap; }
.day input[type=text] { font: inherit; min-height: 44px; padding: .2rem .4rem; border-radius: .3rem;
  border: 1px solid var(--line); background: var(--paper); color: inherit; width: 4.3rem; }
.day [aria-invalid] { border: 2px solid var(--no); }
.day .flag { margin: 0; white-space: nowrap; }
@media (max-width: 40rem) {
  .day { grid-template-columns: 1fr; }
  .day .slots, .day .fault { grid-column: 1; }
}
.preview { scroll-margin-top: 1rem; }
.edit details { margin: 1rem 0; }
.edit summary { min-height: 44px; padding: .5rem 0; cursor: pointer; font-weight: 600; }
.answers { border: 0; padding: .4rem 0; margin: 0; }
.answers + .origin { margin-block-start: -.2rem; }
.answers legend { padding: 0; font-weight: 600; }
.answers div { display: flex; flex-wrap: wrap; gap: .2rem 1.4rem; }
.answers .flag { margin: 0; }
.managed { list-style: none; padding: 0; }
.managed > li { border: 1px solid var(--line); border-radius: .5rem; padding: .2rem 1rem 1rem; margin: 0 0 1rem; }
.managed h2 { margin: .6rem 0 .2rem; }
`
)
