import { cursorOf } from '../../pages/search/found.ts'
import type { Wording } from '../../pages/wording/wording.ts'
import type { Search } from './use-search.ts'

/** The button that loads more places below the list. It stays enabled while they load, so that it keeps the focus. */
export function More({
  search: { found, more, askMore },
  says
}: {
  readonly search: Search
  readonly says: Wording
}) {
  if (typeof found === 'string' || cursorOf(found) === null) return null
  return (
    <p class="more">
      {more === 'failed' && <span role="alert">{says.search.moreFailed} </span>}
      <button type="button" onClick={askMore} aria-disabled={more === 'loading'}>
        {more === 'loading' ? says.search.loading : says.search.next}
      </button>
    </p>
  )
}
