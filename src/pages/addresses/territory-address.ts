import type { Language } from '../../domain/language.ts'
import type { Territory, TerritoryKind } from '../../domain/territories/territory.ts'
import { slugOf } from './slug.ts'

/** The kinds of territories that have a page, and the segment of the address of each. */
const SEGMENTS = { region: 'region', department: 'departement', commune: 'commune' } as const
export type PageKind = keyof typeof SEGMENTS

export const hasPage = (kind: TerritoryKind): kind is PageKind => Object.hasOwn(SEGMENTS, kind)

/** The kind that a segment of an address names; undefined if it names none. */
export const kindOfSegment = (segment: string): PageKind | undefined =>
  (Object.keys(SEGMENTS) as readonly PageKind[]).find((kind) => SEGMENTS[kind] === segment)

type Addressed = Pick<Territory, 'code' | 'name' | 'department'> & {
  readonly kind: PageKind
  readonly shared_name?: boolean
}

/**
 * Whether a département is also a région, or a collectivity that the list of régions repeats. Both would have the same
 * page, so there is only the one of the région. Only these codes have three digits.
 */
export const isWholeRegion = (department: string): boolean => department.length === 3

/** The words of a territory in its address: `bayeux`, or `saint-denis-93` if several communes have the name. */
const territorySlug = ({ kind, name, department, shared_name }: Omit<Addressed, 'code'>): string =>
  kind === 'commune' && shared_name && department !== null
    ? `${slugOf(name)}-${department.toLowerCase()}`
    : slugOf(name)

/** The address of the page of a territory. */
export function territoryAddress(territory: Addressed, lang: Language): string {
  const { kind, code } = territory
  const segment = SEGMENTS[kind === 'department' && isWholeRegion(code) ? 'region' : kind]
  return `/lieux/${segment}/${territorySlug(territory)}${lang === 'fr' ? '' : '?lang=en'}`
}
