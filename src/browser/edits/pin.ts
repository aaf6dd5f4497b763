import type { Point } from '../../domain/geo/geo.ts'
import type { PinTold } from '../../pages/edits/pin-told.ts'
import { STATUS } from '../../pages/edits/position-text.ts'
import { type Heading, POSITION } from '../../pages/wording/position.ts'
import { exact, stepFrom } from './step.ts'
import type { Pixel, Surface } from './surface.ts'

const STEP_M = 10
const FAR_STEP_M = 100
const KEYS: Readonly<Record<string, Heading>> = {
  ArrowUp: 'n',
  ArrowDown: 's',
  ArrowRight: 'e',
  ArrowLeft: 'w'
}
const ARROWS: readonly (readonly [Heading, string])[] = [
  ['w', '←'],
  ['n', '↑'],
  ['s', '↓'],
  ['e', '→']
]

export type Pin = {
  /** Puts it somewhere, without telling. */
  readonly put: (point: Point) => void
  /** As if a person had moved it there. */
  readonly move: (point: Point) => void
  readonly stand: (surface: Surface) => void
  /** Draws it again, if what it stands on has moved. */
  readonly draw: () => void
}

type Options = {
  readonly drawn: HTMLElement
  readonly surface: Surface
  readonly start: Point
  readonly told: Pick<PinTold, 'at' | 'lang'>
  /** Called when a person has moved it; `step` says in words by how much, if it was a step. */
  readonly onMove: (point: Point, step?: string) => void
  readonly onReset: () => void
}

/**
 * A pin that is dragged, or moved by the arrow keys, by buttons or by a tap on the map, because many people cannot drag. It stands on
 * whatever shows the place.
 */
export function pinOn({ drawn, surface: first, start, told: { at, lang }, onMove, onReset }: Options): Pin {
  const says = POSITION[lang]
  let surface = first
  let point = start
  const handle = element('div', 'pin-handle')
  handle.tabIndex = 0
  handle.setAttribute('role', 'application')
  handle.setAttribute('aria-label', says.pin)
  const old = element('div', 'pin-old')
  old.ariaHidden = 'true'
  drawn.classList.add('pinned')
  drawn.append(old, handle)

  const place = (mark: HTMLElement, where: Point): boolean => {
    const { width, height } = drawn.getBoundingClientRect()
    const { x, y } = surface.pixelOf(where)
    const [inX, inY] = [Math.max(0, Math.min(width, x)), Math.max(0, Math.min(height, y))]
    mark.style.transform = `translate(${inX}px, ${inY}px)`
    return inX === x && inY === y
  }
  const draw = () => {
    handle.classList.toggle('outside', !place(handle, point))
    old.hidden = at === null || !place(old, at)
  }
  const put = (to: Point) => {
    point = to
    surface.reveal(to)
    draw()
  }
  const move = (to: Point, step?: string) => {
    put(exact(to))
    onMove(point, step)
  }
  const go = (heading: Heading, metres: number) =>
    move(stepFrom(point, heading, metres), says.step(metres, heading))

  handle.addEventListener('keydown', (event) => {
    const heading = KEYS[event.key]
    if (heading === undefined || event.altKey || event.ctrlKey || event.metaKey) return
    event.preventDefault()
    go(heading, event.shiftKey ? FAR_STEP_M : STEP_M)
  })
  draggable(handle, {
    tip: () => surface.pixelOf(point),
    onDrag: (pixel) => {
      // What is under it stays where it is until it is dropped.
      point = exact(surface.pointAt(pixel))
      draw()
      onMove(point)
    },
    onDrop: () => put(point)
  })
  drawn.closest('figure')?.before(described(handle, says.how))
  // How far it is stands directly under the map.
  document.getElementById(STATUS)?.after(controls(says, go, onReset, at !== null))
  new ResizeObserver(draw).observe(drawn)
  draw()
  return {
    put,
    move,
    draw,
    stand: (next) => {
      surface = next
      put(point)
    }
  }
}

function element(kind: 'div' | 'p' | 'button', style: string): HTMLElement {
  const made = document.createElement(kind)
  made.className = style
  return made
}

type Dragging = {
  readonly tip: () => Pixel
  readonly onDrag: (pixel: Pixel) => void
  readonly onDrop: () => void
}

/** By mouse, finger or pen. The tip keeps its distance from the finger, so that it stays in sight. */
function draggable(handle: HTMLElement, { tip, onDrag, onDrop }: Dragging): void {
  let from: Pixel | undefined
  handle.addEventListener('pointerdown', (event) => {
    if (!event.isPrimary || event.button !== 0) return
    const { x, y } = tip()
    from = { x: x - event.clientX, y: y - event.clientY }
    handle.setPointerCapture(event.pointerId)
    handle.classList.add('dragged')
  })
  handle.addEventListener('pointermove', ({ clientX, clientY, isPrimary }) => {
    if (from && isPrimary) onDrag({ x: from.x + clientX, y: from.y + clientY })
  })
  const drop = () => {
    if (!from) return
    from = undefined
    handle.classList.remove('dragged')
    onDrop()
  }
  handle.addEventListener('pointerup', drop)
  handle.addEventListener('pointercancel', drop)
}

type Says = (typeof POSITION)['fr']

/** The same moves as buttons, and the way back. */
function controls(
  says: Says,
  go: (heading: Heading, metres: number) => void,
  reset: () => void,
  canReset: boolean
): HTMLElement {
  const pad = element('div', 'pin-pad')
  pad.setAttribute('role', 'group')
  pad.setAttribute('aria-label', says.pad)
  for (const [heading, arrow] of ARROWS)
    pad.append(button(arrow, () => go(heading, STEP_M), says.step(STEP_M, heading)))
  if (canReset) pad.append(button(says.reset, reset))
  return pad
}

function button(text: string, press: () => void, name?: string): HTMLElement {
  const made = element('button', 'quiet')
  made.setAttribute('type', 'button')
  made.textContent = text
  if (name !== undefined) made.setAttribute('aria-label', name)
  made.addEventListener('click', press)
  return made
}

function described(handle: HTMLElement, how: string): HTMLElement {
  const hint = element('p', 'hint')
  hint.id = 'position-repere'
  hint.textContent = how
  handle.setAttribute('aria-describedby', hint.id)
  return hint
}
