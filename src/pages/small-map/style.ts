import { stylesheet } from '../shell/stylesheet.ts'

export const SMALL_MAP_STYLE = stylesheet(
  '/pages/small-map.css',
  `
.small-map { display: block; width: 100%; height: auto; max-width: 40rem; }
.small-map text { font: 600 18px system-ui, sans-serif; fill: var(--ink); }
.small-map .ground { fill: var(--shade); stroke: var(--line); }
.small-map .town { fill: var(--paper); stroke: var(--ink); stroke-width: 2; }
.small-map .town-name { font-weight: 400; }
.small-map .pin path { fill: var(--action); stroke: var(--paper); stroke-width: 2; }
.small-map .pin circle { fill: var(--on-action); }
.small-map .pin text { fill: var(--on-action); }
.small-map .scale path { stroke: var(--ink); stroke-width: 2; }
.small-map .north path { fill: var(--ink); }
.drawn { position: relative; max-width: 40rem; }
.drawn .live { position: absolute; inset: 0; border-radius: .4rem; overflow: hidden; opacity: 0; pointer-events: none; }
.drawn.covered .live { opacity: 1; pointer-events: auto; }
.drawn.covered .small-map, .drawn.covered + .hint { visibility: hidden; }
figure { margin: .8rem 0; }
.ways a { display: inline-block; padding: .45rem 1rem .45rem 0; }
@media print {
  .ways, a.action { display: none; }
  .drawn .live { display: none !important; }
  .drawn .small-map, .drawn + .hint { visibility: visible !important; }
  .small-map { max-height: 60mm; }
  .small-map .ground { fill: #fff; }
  .small-map .pin path { fill: #000; }
  .small-map .pin circle, .small-map .pin text { fill: #fff; }
}
`
)
