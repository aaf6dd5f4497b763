import { stylesheet } from '../shell/stylesheet.ts'

export const FRANCE_MAP_STYLE = stylesheet(
  '/pages/france-map.css',
  `
.france-map { display: block; width: 100%; height: auto; max-height: 36rem; overflow: visible; }
.france-map .land, .island .land { fill: var(--map, #d6e2f5); stroke: var(--paper); stroke-width: 1.5; stroke-linejoin: round; }
.france-map .spot { fill: var(--action); stroke: var(--paper); stroke-width: 2; }
.france-map text { font: 700 20px system-ui, sans-serif; fill: var(--ink); font-variant-numeric: tabular-nums; }
.france-map .spot + text { fill: var(--on-action); }
.france-map a:hover :is(.land, .spot) { fill: var(--action); }
.france-map a:hover text { fill: var(--on-action); }
.island { width: 4rem; height: 4rem; }
.island .land { fill: var(--line); stroke: none; }
figcaption { color: var(--quiet); font-size: .95rem; }
@media (max-width: 34rem) { .france-map text { font-size: 25px; } }
@media (prefers-color-scheme: dark) { .france-map { --map: #33415c; } }
@media print { .france-map .land { fill: #ddd; stroke: #000; } .france-map .spot { fill: #fff; stroke: #000; } .france-map .spot + text { fill: #000; } }
`
)
