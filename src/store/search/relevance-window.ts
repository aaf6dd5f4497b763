import type { After } from '../../domain/search/ports.ts'

/*
 * The best of very many matches is found window by window: some hundred matches that lie nearest, or whose quality is
 * highest, are put in their order; then the next hundred. So a page costs the same however many match, and yet the
 * order is total and every match has its place in it, which the place alone decides: by the window that its distance or
 * its quality falls into, then by its score. The borders of a window travel in the cursor.
 */

/** Where a window ends: in the order that the index is walked in. */
export type QualityBorder = { readonly quality: number; readonly id: string }

export type Window =
  /** Few match: all are in one window. */
  | { readonly kind: 'all' }
  /** Metres on the sphere, the first inside and the second not; null before it is known. */
  | { readonly kind: 'near'; readonly from: number; readonly to: number | null }
  /** What has no position, after all that has. */
  | { readonly kind: 'unplaced' }
  /** The first outside and the second inside; null at both ends of everything. */
  | { readonly kind: 'quality'; readonly from: QualityBorder | null; readonly to: QualityBorder | null }

/** Farther than anything on Earth. */
export const NOWHERE = 1e9

/** A place's key: its score, and the window it was scored in. */
export const keyOf = (score: number, window: Window): string => JSON.stringify([score, window])

/** Reads what `keyOf` wrote: cursors are signed, so it is nobody else's. */
export function readKey({ key, id }: After): { readonly window: Window; readonly after: After } {
  const [score, window] = JSON.parse(String(key)) as [number, Window]
  return { window, after: { key: score, id } }
}
