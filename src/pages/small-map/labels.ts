import { HEIGHT, type Spot, WIDTH } from './geometry.ts'

export type Label = Spot & { readonly text: string; readonly anchor: 'start' | 'end' }
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Width in pixels of a sans serif letter in a name; slightly too large, so that names do not touch. */
const LETTER = 9.5
const LINE = 20
const GAP = 9

/**
 * Where each name is placed: right of its dot, otherwise left of it, otherwise nowhere (null). Names are placed in
 * the given order, and never cover a spot in `kept`, such as the dot of another name.
 */
export function placeLabels(
  named: readonly (Spot & { readonly text: string })[],
  kept: readonly Spot[]
): readonly (Label | null)[] {
  const taken: Box[] = kept.map(({ x, y }) => ({
    left: x - GAP,
    right: x + GAP,
    top: y - GAP,
    bottom: y + GAP
  }))
  return named.map(({ x, y, text }) => {
    const width = text.length * LETTER
    for (const anchor of ['start', 'end'] as const) {
      const left = anchor === 'start' ? x + GAP + 2 : x - GAP - 2 - width
      const box = { left, right: left + width, top: y - LINE / 2, bottom: y + LINE / 2 }
      if (box.left < 0 || box.right > WIDTH || box.top < 0 || box.bottom > HEIGHT) continue
      if (taken.some((other) => overlap(box, other))) continue
      taken.push(box)
      return { x: anchor === 'start' ? left : left + width, y, text, anchor }
    }
    return null
  })
}

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom
