import { stylesheet } from '../shell/stylesheet.ts'

export const HISTORY_STYLE = stylesheet(
  '/pages/history.css',
  `
.history { list-style: none; padding: 0; }
.history li { border-inline-start: 4px solid var(--rule); padding: 0 0 .6rem .9rem; margin: 0 0 1rem; }
.history h2 { font-size: 1.1rem; margin: 0; }
.history dl { margin: .3rem 0 0; }
.history dd { overflow-wrap: anywhere; margin: 0; }
.history dl div { display: flex; gap: .6rem; }
.history dt { min-width: 4rem; font-weight: 600; }
`
)
