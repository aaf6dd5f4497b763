import type { Territory } from '../../domain/territories/territory.ts'
import type { PageKind } from '../addresses/territory-address.ts'

/** A territory of a kind that has a page. */
export type Shown = Territory & { readonly kind: PageKind }
