import { stylesheet } from '../shell/stylesheet.ts'

export const INTEGRATE_STYLE = stylesheet(
  '/pages/integrer.css',
  `
.settings { display: grid; gap: .2rem 1.2rem; grid-template-columns: repeat(auto-fit, minmax(min(100%, 16rem), 1fr)); margin-bottom: 1rem; }
.settings legend { font-size: 1.15rem; padding: 0; }
.settings :is(p, .where) { margin: .3rem 0; }
.settings label { display: block; }
.settings select, .settings input:not([type=checkbox]) {
  font: inherit; min-height: 44px; width: 100%; padding: .4rem .7rem; border-radius: .3rem; border: 1px solid var(--line);
  background: var(--paper); color: inherit;
}
.settings input[type=color] { padding: .2rem; width: 5rem; display: block; }
/* The colour fields are hidden until the user asks for colours, so that the form shows one thing at a time. */
.settings:has(#coloured:not(:checked)) .colour { display: none; }
.settings .flag { grid-column: 1 / -1; }
.settings .error { grid-column: 1 / -1; color: var(--no); font-weight: 600; }
.settings .hint { display: block; }
iframe { border: 0; display: block; width: 100%; }
.code textarea {
  width: 100%; font: .9rem/1.5 ui-monospace, monospace; padding: .7rem; color: inherit; background: var(--shade);
  border: 1px solid var(--line); border-radius: .3rem;
}
`
)
