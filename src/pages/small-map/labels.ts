import { HEIGHT, type Spot, WIDTH } from './geometry.ts'

export type Label = Spot & { readonly text: string; readonly anchor: 'start' | 'end' }
type Box = { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number }

/** Of a sans serif letter at the size of names, in pixels: on the wide side, or names would touch. */
const LETTER = 9.5
const LINE = 20
const GAP = 9

/**
 * Where each name goes: right of its dot, else left of it, else nowhere. The first named has the first choice; dots are
 * kept free for all of them.
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
