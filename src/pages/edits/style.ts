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
.position { border: 1px solid var(--line); border-radius: .5rem; padding: .1rem 1rem .6rem; margin: 1.2rem 0; }
.position h3 { margin: .6rem 0 0; }
.position .field { margin: .8rem 0; }
.position figure { margin: .8rem 0; }
.position .found, .position .warning { scroll-margin-top: 1rem; }
.position .found > .field { border: 0; padding: 0; }
.position .found .flag { padding: .3rem 0; align-items: flex-start; min-height: 44px; }
.position .found .flag label { padding: 0; min-height: 0; }
.position .certainty.high { color: var(--yes); }
.position .certainty.low { color: var(--no); }
.position .difference { font-weight: 600; margin: .4rem 0; min-height: 1.55em; }
.position .drawn { touch-action: pan-y pinch-zoom; }
.position .drawn.pinned .small-map .pin { display: none; }
.position .drawn.pinned { cursor: crosshair; }
.pin-handle, .pin-old { position: absolute; left: 0; top: 0; z-index: 2; }
.pin-handle { width: 44px; height: 44px; margin: -44px 0 0 -22px; cursor: grab; touch-action: none; border-radius: .3rem; }
.pin-handle.dragged { cursor: grabbing; }
.pin-handle::before { content: ""; position: absolute; left: 9px; bottom: 5px; width: 26px; height: 26px; box-sizing: border-box;
  border: 3px solid var(--paper); border-radius: 50% 50% 50% 0; transform: rotate(-45deg); background: var(--action);
  box-shadow: 0 1px 4px rgb(0 0 0 / .5); }
.pin-handle.outside::before { opacity: .5; }
.pin-old { width: 14px; height: 14px; margin: -7px 0 0 -7px; box-sizing: border-box; border: 3px solid var(--ink);
  border-radius: 50%; background: var(--paper); pointer-events: none; z-index: 1; }
.pin-pad { display: flex; flex-wrap: wrap; gap: .4rem; margin: .4rem 0 .8rem; }
.pin-pad button { margin: 0; min-width: 44px; min-height: 44px; }
@media (max-width: 40rem) { .position { border-width: 1px 0; border-radius: 0; padding-inline: 0; } }
@media (forced-colors: active) {
  .pin-handle::before { background: CanvasText; border-color: Canvas; forced-color-adjust: none; }
}
@media print { .pin-handle, .pin-old, .pin-pad { display: none; } .position .drawn.pinned .small-map .pin { display: inline; } }
.managed { list-style: none; padding: 0; }
.managed > li { border: 1px solid var(--line); border-radius: .5rem; padding: .2rem 1rem 1rem; margin: 0 0 1rem; }
.managed h2 { margin: .6rem 0 .2rem; }
`
)
