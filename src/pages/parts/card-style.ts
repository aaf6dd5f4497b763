/** The style of cards, in lists of all pages. */
export const CARD_STYLE = `
.places > li { border-top: 1px solid var(--rule); padding: .8rem 0; }
.places p { margin: .15rem 0; }
.places h3 a { display: inline-block; padding: .25rem 0; }
.types, .distance, .because { color: var(--quiet); }
.distance { white-space: nowrap; }
.fits { list-style: none; padding: 0; margin: .2rem 0; }
.fits .met > :first-child { color: var(--yes); font-weight: 700; }
.fits .unmet > :first-child { color: var(--no); font-weight: 700; }
.fits .ask-first { font-weight: 600; }
.state { font-weight: 600; }
.state time, .state .unsure-next { font-weight: 400; color: var(--ink); }
.state.unknown { font-weight: 400; color: var(--quiet); }
.state.open { color: var(--yes); }
.state.closed { color: var(--no); }
.stale-note { border-inline-start: 4px solid var(--focus); padding-inline-start: .5rem; }
article a.call {
  display: inline-block; min-height: 44px; padding: .5rem .9rem; margin-top: .3rem; border: 1px solid var(--link); border-radius: .3rem; font-weight: 600;
  text-decoration: none; white-space: nowrap;
}
a.call:hover { background: var(--shade); }
@media print {
  .places .state, .passing { display: none; }
  .places a.call { border: 0; padding: 0; min-height: 0; }
}
`
