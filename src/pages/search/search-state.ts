import type { BaseMap } from '../shell/base-map.ts'
import type { SearchPageProps } from './search-page.tsx'

/** The state that the search page passes to its script. */
export type Told = SearchPageProps & { readonly base: BaseMap }
