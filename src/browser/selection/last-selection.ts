import { readSelection, type Selection } from '../../pages/addresses/selection.ts'

/*
 * The selection is in the address. So that it is not lost when people go on searching, this tab remembers the address
 * of the selection that it showed last, until it is closed.
 */

const NAME = 'selection'

/** Browsers that keep nothing throw an error; then the selection is in the address only. */
export function rememberSelection(): void {
  try {
    sessionStorage.setItem(NAME, location.search)
  } catch {}
}

/** The selection that this tab showed last; null if it showed none. */
export function lastSelection(): Selection | null {
  try {
    const query = new URLSearchParams(sessionStorage.getItem(NAME) ?? '')
    return readSelection({ ...Object.fromEntries(query), lieu: query.getAll('lieu') })
  } catch {
    return null
  }
}
