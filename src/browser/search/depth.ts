import { unmarked } from '../../pages/search/ask-places.ts'
import { cursorOf, type Failure, type Found } from '../../pages/search/found.ts'
import { askPlaces } from './ask-api.ts'

/*
 * How far the reader has unfolded the list, and which place they opened. Both are kept in the entry of the browser's
 * history, so that the back button returns to the same list, also after the page was loaded anew.
 */

type Kept = {
  /** Number of places that were listed. */
  readonly shown?: number
  /** Address of the place that was opened. */
  readonly opened?: string
}

const kept = (): Kept => (history.state as Kept | null) ?? {}

/** Maximum number of places that are loaded at once on return. */
const DEEPEST = 500

export const keptDepth = (): number => Math.min(kept().shown ?? 0, DEEPEST)

export const keepDepth = (shown: number): void => history.replaceState({ ...kept(), shown }, '')

export const keepOpened = (opened: string): void => history.replaceState({ ...kept(), opened }, '')

/** The list with the places of the next page. */
export const continued = (found: Found, { items, next }: Found): Found => ({
  ...found,
  items: [...found.items, ...(found.town && !found.within ? unmarked(items) : items)],
  next
})

/** Loads further pages until the list has `depth` places, or until a page cannot be loaded. */
export async function deepened(
  found: Found | Failure,
  depth: number,
  signal: AbortSignal
): Promise<Found | Failure> {
  if (typeof found === 'string' || found.items.length >= depth) return found
  const cursor = cursorOf(found)
  const page = cursor === null ? 'away' : await askPlaces({ cursor }, signal)
  return typeof page === 'string' ? found : deepened(continued(found, page), depth, signal)
}

/** Moves the focus, and so the view, to the place that the reader had opened from a list that was unfolded. */
export function returnToPlace(): void {
  const { shown, opened } = kept()
  if (shown === undefined || opened === undefined) return
  // After the list has been rendered.
  setTimeout(() => {
    const links = document.querySelectorAll<HTMLAnchorElement>('.places h3 a')
    const link = [...links].find(({ pathname }) => pathname === opened)
    link?.focus()
  })
}

/** Moves the focus to the first of these places in the list. */
export function focusFirst(ids: ReadonlySet<string>): void {
  const links = document.querySelectorAll<HTMLAnchorElement>('.places h3 a')
  const first = [...links].find(({ pathname }) => ids.has(pathname.slice(-ID_LENGTH)))
  first?.focus()
}

/** The address of a place ends with its UUID. */
const ID_LENGTH = 36
