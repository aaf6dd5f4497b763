import type { BaseMap } from '../shell/base-map.ts'
import type { SearchPageProps } from './search-page.tsx'

/** What the search page tells its own script, which goes on from there. */
export type Told = SearchPageProps & { readonly base: BaseMap }
