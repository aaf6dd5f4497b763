import { stylesheet } from '../shell/stylesheet.ts'

export const EMBED_STYLE = stylesheet(
  '/embed/embed.css',
  `
html, body, main { margin: 0; height: 100%; background: var(--paper); }
main { max-width: none; padding: 0; }
annuaire-carte { display: block; min-height: 100%; --annuaire-height: 100vh; }
annuaire-carte:not(:defined) { padding: .5rem 1rem; }
`
)
