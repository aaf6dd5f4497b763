import { communeName } from './commune-name.ts'
import type { CommuneRow } from './territory.ts'

/** What a record contains about its commune; any part may be missing or wrong. */
export type CommuneClues = {
  readonly code?: string | null
  readonly name?: string | null
  readonly postcode?: string | null
}

/** The clue that decided. */
type CommuneEvidence = 'code' | 'former-code' | 'name-and-postcode' | 'name-and-cedex' | 'postcode'

export type CommuneResolution =
  | { readonly commune: CommuneRow; readonly by: CommuneEvidence }
  | { readonly commune: null; readonly reason: string }

/** The official list, indexed for lookups in constant time. Build it once. */
export type CommuneIndex = {
  /** The commune that has the code today takes precedence. */
  readonly byCode: ReadonlyMap<string, CommuneRow>
  readonly byName: ReadonlyMap<string, readonly CommuneRow[]>
  readonly byPostcode: ReadonlyMap<string, readonly CommuneRow[]>
  /** Municipal arrondissements of Paris, Lyon and Marseille, by commune. */
  readonly arrondissements: ReadonlyMap<string, readonly CommuneRow[]>
}

/** Centres of communes by code. */
export type Centres = ReadonlyMap<string, { readonly lat: number; readonly lon: number }>

/** `rows` must list the current communes first, like the official list. */
export function communeIndex(rows: readonly CommuneRow[]): CommuneIndex {
  const arrondissements = rows.filter(({ relation }) => relation === 'arrondissement')
  return {
    byCode: new Map(rows.toReversed().map((row) => [row.code, row])),
    byName: grouped(rows, ({ name }) => (name === null ? [] : [communeName(name)])),
    byPostcode: grouped(rows, ({ postcodes }) => postcodes),
    arrondissements: grouped(arrondissements, ({ commune }) => [commune])
  }
}

/**
 * Finds the commune, or the municipal arrondissement, of a record. The code is preferred, unless name and
 * postcode together contradict it: in files, the column often contains a postcode or the code of a neighbour.
 * A département is never derived from a postcode: 42620 is in the Loire and in the Allier.
 */
export function resolveCommune(index: CommuneIndex, clues: CommuneClues): CommuneResolution {
  const postcode = padded(clues.postcode)
  const code = padded(clues.code)
  const name = clues.name?.trim() ? communeName(clues.name) : null
  const coded = byCode(index, code, postcode)
  const named = name === null ? null : byName(index, name, postcode)

  // A code that equals the postcode proves nothing: 14400 is the postcode of Bayeux and also the code of a
  // village with that postcode.
  const second = code === postcode ? null : postcode
  if (coded && named?.commune && !agrees(index, coded.commune, name, second)) return named
  if (coded) return coded
  if (named?.commune) return named
  if (postcode === null) {
    return unresolved(
      name === null ? 'neither a known code nor a postcode' : 'no postcode to tell homonyms apart'
    )
  }
  // The name of another commune is a contradiction; a name of no commune is a hamlet or a building.
  if (name !== null && index.byName.has(name)) {
    return unresolved(`the postcode ${postcode} does not belong to the named commune`)
  }
  return byPostcode(index, postcode)
}

const unresolved = (reason: string): CommuneResolution => ({ commune: null, reason })

function byCode(index: CommuneIndex, code: string | null, postcode: string | null) {
  const row = code === null ? undefined : index.byCode.get(code)
  if (!row) return null
  const by: CommuneEvidence =
    row.relation === 'current' || row.relation === 'arrondissement' ? 'code' : 'former-code'
  return { commune: precise(index, row, postcode), by }
}

/** Whether another clue in the record supports the code. */
function agrees(index: CommuneIndex, row: CommuneRow, name: string | null, postcode: string | null): boolean {
  if (postcode !== null && row.postcodes.includes(postcode)) return true
  return name !== null && (index.byName.get(name) ?? []).some(({ commune }) => commune === row.commune)
}

function byName(index: CommuneIndex, name: string, postcode: string | null): CommuneResolution | null {
  if (postcode === null) return null
  const homonyms = index.byName.get(name) ?? []
  const there = only(
    index,
    homonyms.filter(({ postcodes }) => postcodes.includes(postcode)),
    postcode
  )
  if (there) return { commune: there, by: 'name-and-postcode' }
  if (index.byPostcode.has(postcode)) return null
  // A CEDEX or a company postcode is not in any list. Then the name must be unique, and the first two digits,
  // which the sorting office shares with the town, must match.
  const unique = only(index, homonyms, postcode)
  const sameOffice = unique?.postcodes.some((own) => own.slice(0, 2) === postcode.slice(0, 2))
  return unique && sameOffice ? { commune: unique, by: 'name-and-cedex' } : null
}

function byPostcode(index: CommuneIndex, postcode: string): CommuneResolution {
  const rows = index.byPostcode.get(postcode)
  if (!rows) return unresolved(`the postcode ${postcode} is unknown`)
  const commune = only(index, rows, postcode)
  return commune ? { commune, by: 'postcode' } : unresolved(`several communes share the postcode ${postcode}`)
}

/** The single current commune or arrondissement to which all these rows belong, if there is one. */
function only(index: CommuneIndex, rows: readonly CommuneRow[], postcode: string): CommuneRow | null {
  const places = new Map(
    rows.map((row) => precise(index, row, postcode)).map((row) => [row.code, row] as const)
  )
  const [place, ...others] = places.values()
  return place && others.length === 0 ? place : null
}

/** The current commune; in Paris, Lyon and Marseille, the arrondissement of the postcode. */
function precise(index: CommuneIndex, row: CommuneRow, postcode: string | null): CommuneRow {
  if (row.relation === 'arrondissement') return row
  const current = index.byCode.get(row.commune) ?? row
  const parts = index.arrondissements.get(row.commune) ?? []
  return parts.find(({ postcodes }) => postcode !== null && postcodes.includes(postcode)) ?? current
}

/**
 * Pads codes to five characters: spreadsheets store `01004` as a number, and the letter of Corsica may be in
 * lower case.
 */
function padded(code: string | null | undefined): string | null {
  const text = (code ?? '').replace(/\s/g, '').toUpperCase()
  return text === '' ? null : text.padStart(5, '0')
}

function grouped(
  rows: readonly CommuneRow[],
  keysOf: (row: CommuneRow) => readonly string[]
): ReadonlyMap<string, readonly CommuneRow[]> {
  const groups = new Map<string, CommuneRow[]>()
  for (const row of rows) {
    for (const key of keysOf(row)) {
      const group = groups.get(key)
      if (group) group.push(row)
      else groups.set(key, [row])
    }
  }
  return groups
}
