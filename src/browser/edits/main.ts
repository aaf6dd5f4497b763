import { isFarMove } from '../../domain/edits/managed.ts'
import { metresBetween } from '../../domain/geo/distance.ts'
import type { Point } from '../../domain/geo/geo.ts'
import type { PinTold } from '../../pages/edits/pin-told.ts'
import {
  ADDRESS,
  CANDIDATE,
  DRAWN,
  POSITION_FIELD,
  pointIn,
  positionText,
  SEARCH_BUTTON,
  STATUS
} from '../../pages/edits/position-text.ts'
import { POSITION } from '../../pages/wording/position.ts'
import { whenSeen } from '../map/when-seen.ts'
import { type Pin, pinOn } from './pin.ts'
import { drawingSurface } from './surface.ts'

const told = JSON.parse(document.getElementById('told')?.textContent ?? 'null') as PinTold | null
const field = document.getElementById(POSITION_FIELD)
const drawn = document.getElementById(DRAWN)
searchByEnter()
if (told && drawn && field instanceof HTMLInputElement) enhance(told, drawn, field)

/** In the field for an address, Enter searches; elsewhere it presses the first button of the form. */
function searchByEnter(): void {
  document.getElementById(ADDRESS)?.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.isComposing) return
    event.preventDefault()
    document.getElementById(SEARCH_BUTTON)?.click()
  })
}

/** Keeps the pin, the field and the choice of an address together. Whatever was changed last counts. */
function enhance(told: PinTold, drawn: HTMLElement, field: HTMLInputElement): void {
  const { at, frame, lang, name, base } = told
  const middle = { lat: (frame.north + frame.south) / 2, lon: (frame.west + frame.east) / 2 }
  const drawing = drawingSurface(drawn, frame)
  const write = (text: string, step?: string) => {
    field.value = text
    keepWritten()
    say(told, pointIn(text), step)
  }
  const start = pointIn(field.value) ?? at ?? middle
  const pin = pinOn({
    drawn,
    surface: drawing,
    start,
    told,
    onMove: (point, step) => write(positionText(point), step),
    onReset: () => {
      if (at === null) return
      pin.put(at)
      write(positionText(at))
    }
  })
  // A browser that comes back to the page fills in what was typed.
  say(told, pointIn(field.value))
  field.addEventListener('input', () => {
    const point = pointIn(field.value.trim())
    if (point) pin.put(point)
    keepWritten()
    say(told, point)
  })
  followChoice(told, field, pin)
  let isCovered = false
  drawn.addEventListener('click', (event) => {
    if (isCovered || (event.target as Element).closest('.pin-handle')) return
    const { left, top } = drawn.getBoundingClientRect()
    pin.move(drawing.pointAt({ x: event.clientX - left, y: event.clientY - top }))
  })
  whenSeen(drawn, base, async (reachable) => {
    const { pinMap } = await import('./pin-map.ts')
    const shown = { at: pointIn(field.value) ?? start, base: reachable, lang, name }
    await pinMap(drawn, shown, {
      onCovered: (surface) => {
        isCovered = true
        pin.stand(surface)
      },
      onGone: () => {
        isCovered = false
        pin.stand(drawing)
      },
      onMoved: pin.draw,
      onTap: pin.move
    })
  })
}

function choices(): readonly HTMLInputElement[] {
  return [...document.querySelectorAll<HTMLInputElement>(`input[name=${CANDIDATE}]`)]
}

/** A position that is written or shown by the pin counts more than an address that was chosen before. */
function keepWritten(): void {
  for (const choice of choices()) choice.checked = choice.value === ''
}

function followChoice(told: PinTold, field: HTMLInputElement, pin: Pin): void {
  for (const choice of choices())
    choice.addEventListener('change', () => {
      field.value = choice.value || field.defaultValue
      const point = pointIn(field.value)
      if (point) pin.put(point)
      say(told, point)
    })
}

/** Says how far the position is from the present one, and what follows from it. */
function say({ at, lang }: PinTold, to: Point | undefined, step?: string): void {
  const status = document.getElementById(STATUS)
  if (!status) return
  const says = POSITION[lang]
  const isMoved = at !== null && to !== undefined && positionText(at) !== positionText(to)
  const parts = [
    step === undefined ? '' : `${step}.`,
    to && at && (isMoved || step !== undefined) ? says.distance(metresBetween(at, to)) : '',
    to && isFarMove(at, to) ? says.far : '',
    document.querySelector('.pin-handle.outside') ? says.outside : ''
  ]
  status.textContent = parts.filter(Boolean).join(' ')
}
