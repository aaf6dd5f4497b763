import type { Address } from '../places/place.ts'
import type { CommuneIndex } from '../territories/communes.ts'
import { plainText } from './words.ts'

export type Town = {
  readonly name: string
  readonly population: number | null
  /** Former communes that merged into this commune; people continue to use their names. */
  readonly parts: readonly string[]
}

export type Towns = {
  /** The current commune of a code. */
  (commune: string): Town | null
  /** The codes of the communes that share a postcode. */
  readonly sharing?: (postcode: string) => readonly string[]
}

/** Communes from the official list, which is fixed for a release of the program. */
export function townsOf({ byCode, byName, byPostcode }: CommuneIndex): Towns {
  const parts = new Map<string, string[]>()
  for (const { name, relation, commune } of [...byName.values()].flat()) {
    if (name === null || (relation !== 'delegated' && relation !== 'associated')) continue
    parts.set(commune, [...(parts.get(commune) ?? []), name])
  }
  const townOf = (code: string): Town | null => {
    const row = byCode.get(code)
    return row?.name ? { name: row.name, population: row.population, parts: parts.get(code) ?? [] } : null
  }
  const sharing = (postcode: string) => [
    ...new Set((byPostcode.get(postcode) ?? []).map(({ commune }) => commune))
  ]
  return Object.assign(townOf, { sharing })
}

/**
 * Another commune of the same postcode, if the name of a place ends with its name: a form that asks for the postcode
 * lists "Mairie de Hinx" in Narrosse. Of the 681 town halls of one such list with a SIRET, some 170 are listed so.
 */
export function otherTownOf(
  name: string,
  { commune, postcode }: Pick<Address, 'commune' | 'postcode'>,
  towns: Towns
): string | null {
  const text = ` ${plainText(name)}`
  const named = (towns.sharing?.(postcode ?? '') ?? []).filter((code) => {
    const town = code === commune ? null : towns(code)
    return town !== null && text.endsWith(` ${plainText(town.name)}`)
  })
  return named.length === 1 ? (named[0] ?? null) : null
}
