import { stylesheet } from '../shell/stylesheet.ts'

/** The style of the pages that people fill in. */
export const FORM_STYLE = stylesheet(
  '/pages/forms.css',
  `
form.filled { max-width: 42rem; }
form.filled p:has(> button + button) { display: flex; flex-wrap: wrap; gap: .6rem; }
form.filled button { margin-block-end: .5rem; }
form.filled button.quiet { background: var(--paper); color: var(--link); border: 1px solid var(--line); }
.field { margin: 1.2rem 0; }
.field > label, .field > legend { display: block; padding: 0; }
.field .hint, .field .fault { margin: .1rem 0 .3rem; }
.field .fault { color: var(--no); font-weight: 600; }
.field .optional { color: var(--quiet); font-weight: 400; }
.field > select { display: block; width: 100%; max-width: 100%; }
.field > input, .field > textarea {
  font: inherit; width: 100%; min-height: 44px; padding: .4rem .7rem; border-radius: .3rem;
  border: 1px solid var(--line); background: var(--paper); color: inherit;
}
.field > textarea { resize: vertical; }
.field > input:is([type=date], [type=time]), .field > input[inputmode=numeric] { width: auto; }
.field [aria-invalid] { border: 2px solid var(--no); }
.field:has(> .fault) { border-inline-start: 4px solid var(--no); padding-inline-start: .8rem; }
fieldset.field { display: block; }
.field > .options { max-height: 18rem; overflow: auto; border: 1px solid var(--line); border-radius: .3rem; padding: 0 .6rem; }
fieldset.field .flag label { font-weight: 400; }
fieldset.field .flag .hint { display: block; margin: 0; }
.subjects { list-style: none; padding: 0; }
.subjects a { display: block; max-width: 30rem; }
.said { border-inline-start: 4px solid var(--rule); padding-inline-start: .9rem; margin: 1rem 0; }
.said h2 { margin-top: 0; }
.state { border-inline-start: 4px solid var(--action); padding: .3rem 0 .3rem .9rem; font-size: 1.1rem; }
.state.asked, .state.unconfirmed { border-color: var(--focus); }
.state.rejected, .state.withdrawn, .state.lapsed { border-color: var(--line); }
.faults { border: 2px solid var(--no); border-radius: .5rem; padding: .6rem 1rem; margin: 1rem 0; max-width: 42rem; scroll-margin-top: 1rem; }
.faults h2 { margin: .2rem 0; }
.faults a { display: inline-block; vertical-align: top; padding: 0 0 .5rem; color: var(--no); font-weight: 600; }
`
)
