import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Department } from '../../domain/territories/communes.ts'
import type { CommuneRelation, CommuneRow, TerritoryKind } from '../../domain/territories/territory.ts'

const PACKAGE = '@etalab/decoupage-administratif'
const require = createRequire(import.meta.url)

type Commune = {
  readonly code: string
  readonly nom: string
  readonly type: 'commune-actuelle' | 'arrondissement-municipal' | 'commune-deleguee' | 'commune-associee'
  readonly departement: string
  readonly region: string
  readonly commune?: string
  readonly chefLieu?: string
  readonly anciensCodes?: readonly string[]
  readonly codesPostaux?: readonly string[]
  readonly population?: number
}
type Epci = {
  readonly code: string
  readonly nom: string
  readonly populationMunicipale: number
  readonly membres: readonly { readonly code: string }[]
}
type Area = { readonly code: string; readonly nom: string; readonly region?: string }

export type TerritoryRow = {
  readonly kind: TerritoryKind
  readonly code: string
  readonly name: string
  readonly population: number | null
  readonly epci: string | null
  readonly department: string | null
  readonly region: string | null
  readonly postcodes: readonly string[]
}

/**
 * Edition of the code that reads the list. Increase it when the code derives more from the same list, so that the
 * list is loaded again.
 */
const EDITION = 2

export const administrativeVersion = (): string => {
  const { version } = require(`${PACKAGE}/package.json`) as { version: string }
  return `${PACKAGE} ${version}, edition ${EDITION}`
}

/**
 * The old and new codes of the two communes that left Guadeloupe in 2007 and became collectivities. The official
 * list no longer contains the old codes, but files of producers do.
 */
const LEFT_GUADELOUPE = [
  ['97123', '97701'],
  ['97127', '97801']
] as const

/** Returns all current and former codes of communes, with the current codes first. */
export function communeRows(): readonly CommuneRow[] {
  const communes = read<Commune>('communes')
  const epcis = epciOfCommune()
  const current = new Map(communes.filter((c) => c.type === 'commune-actuelle').map((c) => [c.code, c]))
  const row = (
    code: string,
    name: string | null,
    relation: CommuneRelation,
    host: Commune,
    own?: Commune
  ) => ({
    code,
    name,
    relation,
    commune: host.code,
    postcodes: (own ?? host).codesPostaux ?? [],
    epci: epcis.get(host.code) ?? null,
    department: host.departement,
    region: host.region,
    population: (own ?? host).population ?? null
  })
  const left = LEFT_GUADELOUPE.flatMap(([code, now]) => {
    const host = current.get(now)
    return host ? [row(code, host.nom, 'former' as const, host)] : []
  })
  const parts = communes.flatMap((part) => {
    const host = current.get(part.commune ?? part.chefLieu ?? '')
    if (part.type === 'commune-actuelle' || !host) return []
    if (part.type === 'arrondissement-municipal') {
      return [row(part.code, part.nom, 'arrondissement', host, part)]
    }
    return [row(part.code, part.nom, part.type === 'commune-deleguee' ? 'delegated' : 'associated', host)]
  })
  const named = new Set([...current.keys(), ...parts.map(({ code }) => code)])
  return [
    ...[...current.values()].map((commune) => row(commune.code, commune.nom, 'current', commune)),
    ...parts,
    ...[...current.values()].flatMap((commune) =>
      (commune.anciensCodes ?? [])
        .filter((code) => !named.has(code))
        .map((code) => row(code, null, 'former', commune))
    ),
    ...left
  ]
}

export const departments = (): readonly Department[] =>
  read<Area>('departements').map(({ code, nom }) => ({ code, name: nom }))

export function territoryRows(): readonly TerritoryRow[] {
  const communes = read<Commune>('communes').filter(({ type }) => type === 'commune-actuelle')
  const epcis = epciOfCommune()
  const base = { population: null, epci: null, department: null, region: null, postcodes: [] }
  return [
    ...communes.map(({ code, nom, population, departement, region, codesPostaux }) => ({
      kind: 'commune' as const,
      code,
      name: nom,
      population: population ?? null,
      epci: epcis.get(code) ?? null,
      department: departement,
      region,
      postcodes: codesPostaux ?? []
    })),
    ...read<Epci>('epci').map(({ code, nom, populationMunicipale }) => ({
      ...base,
      kind: 'epci' as const,
      code,
      name: nom,
      population: populationMunicipale
    })),
    ...read<Area>('departements').map(({ code, nom, region }) => ({
      ...base,
      kind: 'department' as const,
      code,
      name: nom,
      region: region ?? null,
      population: populationOf(communes.filter((commune) => commune.departement === code))
    })),
    ...read<Area>('regions').map(({ code, nom }) => ({
      ...base,
      kind: 'region' as const,
      code,
      name: nom,
      population: populationOf(communes.filter((commune) => commune.region === code))
    }))
  ]
}

/**
 * Reads a file of the package. The result is not cached, because the parsed file takes 30 MB, which a running
 * service does not need.
 */
const read = <Row>(name: string): readonly Row[] => {
  const path = require.resolve(`${PACKAGE}/data/${name}.json`)
  return JSON.parse(readFileSync(path, 'utf8')) as readonly Row[]
}

const epciOfCommune = (): ReadonlyMap<string, string> =>
  new Map(read<Epci>('epci').flatMap(({ code, membres }) => membres.map((member) => [member.code, code])))

const populationOf = (communes: readonly Commune[]): number | null =>
  communes.some(({ population }) => population !== undefined)
    ? communes.reduce((sum, { population = 0 }) => sum + population, 0)
    : null
