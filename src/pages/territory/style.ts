import { stylesheet } from '../shell/stylesheet.ts'

export const TERRITORY_STYLE = stylesheet(
  '/pages/territory.css',
  `
.territory h1 { font-size: clamp(1.5rem, 1.1rem + 2.2vw, 2.2rem); margin: .4rem 0 .6rem; }
.territory .lead { font-size: 1.1rem; margin-bottom: 1rem; }
.trail ol { display: flex; flex-wrap: wrap; list-style: none; padding: 0; margin: 0; font-size: .95rem; }
.trail li { padding: .6rem 0; }
.trail li + li::before { content: "›"; padding: 0 .6rem; color: var(--quiet); }
.trail a { display: inline-block; padding: .2rem 0; margin: -.2rem 0; }
.halves { display: grid; gap: 0 2.5rem; align-items: start; }
@media (min-width: 48rem) { .halves { grid-template-columns: 1fr 1fr; } .halves > figure { margin-top: 1.6rem; } .halves > :only-child { max-width: 40rem; } }
.halves figure { margin-bottom: 0; }
.counts { list-style: none; padding: 0; margin: 0; }
.counts li { break-inside: avoid; border-top: 1px solid var(--rule); }
.counts a { display: flex; gap: .6rem; align-items: baseline; min-height: 44px; padding: .5rem .2rem; text-decoration: none; line-height: 1.4; }
.counts a:hover { background: var(--shade); }
.counts a:hover .name { text-decoration: underline; }
.counts .code { width: 2em; color: var(--quiet); font-variant-numeric: tabular-nums; }
.counts .name { flex: 1; }
.counts .count { color: var(--ink); font-variant-numeric: tabular-nums; }
.counts.many { columns: 16rem; column-gap: 2rem; }
.territory .places { display: grid; gap: 0 2.5rem; }
@media (min-width: 48rem) { .territory .places { grid-template-columns: 1fr 1fr; } }
.territory .places h3 { display: flex; gap: .6rem; align-items: baseline; }
.territory .number { flex: none; min-width: 1.7em; padding: 0 .3em; border-radius: 1em; text-align: center; font-size: .95rem; background: var(--action); color: var(--on-action); }
.onward { display: flex; flex-wrap: wrap; gap: .6rem 1.5rem; align-items: center; }
.onward a:not(.action) { padding: .6rem 0; }
@media print { .trail, .onward { display: none; } .halves, .territory .places { grid-template-columns: 1fr 1fr; } .counts a { min-height: 0; padding: .15rem 0; } .territory .number { background: #000; color: #fff; } }
`
)
