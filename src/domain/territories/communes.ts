import { communeName } from './commune-name.ts'
import type { CommuneRow } from './territory.ts'

/** What a record says of where it lies; any of it may be missing or wrong. */
export type CommuneClues = {
  readonly code?: string | null
  readonly name?: string | null
  readonly postcode?: string | null
}

/** Which clue decided. */
type CommuneEvidence = 'code' | 'former-code' | 'name-and-postcode' | 'name-and-cedex' | 'postcode'

export type CommuneResolution =
  | { readonly commune: CommuneRow; readonly by: CommuneEvidence }
  | { readonly commune: null; readonly reason: string }

/** The official list, arranged to be asked. Build it once; it answers in constant time. */
export type CommuneIndex = {
  /** First the row of the commune that bears the code today. */
  readonly byCode: ReadonlyMap<string, CommuneRow>
  readonly byName: ReadonlyMap<string, readonly CommuneRow[]>
  readonly byPostcode: ReadonlyMap<string, readonly CommuneRow[]>
  /** Municipal arrondissements of Paris, Lyon and Marseille, by commune. */
  readonly arrondissements: ReadonlyMap<string, readonly CommuneRow[]>
}

/** Where communes lie, by their codes. */
export type Centres = ReadonlyMap<string, { readonly lat: number; readonly lon: number }>

/** `rows` holds the current communes first, as the official list gives them. */
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
 * The commune, or the municipal arrondissement, that a record lies in. The code is believed first, unless name
 * and postcode together contradict it: files often carry a postcode, or a neighbour's code, in its column.
 * A département is never read from a postcode: 42620 lies in the Loire and in the Allier.
 */
export function resolveCommune(index: CommuneIndex, clues: CommuneClues): CommuneResolution {
  const postcode = padded(clues.postcode)
  const code = padded(clues.code)
  const name = clues.name?.trim() ? communeName(clues.name) : null
  const coded = byCode(index, code, postcode)
  const named = name === null ? null : byName(index, name, postcode)

  // A code that is the postcode over again says nothing by itself: 14400 is both Bayeux's postcode and the code
  // of a village that shares it.
  const second = code === postcode ? null : postcode
  if (coded && named?.commune && !agrees(index, coded.commune, name, second)) return named
  if (coded) return coded
  if (named?.commune) return named
  if (postcode === null) {
    return unresolved(
      name === null ? 'neither a known code nor a postcode' : 'no postcode to tell homonyms apart'
    )
  }
  // A name that is some other commune's is a contradiction; one that is nobody's is a hamlet or a building.
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

/** Whether anything else in the record speaks for the code. */
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
  // A CEDEX or a company's own postcode is in no list. The name must then be the only one of its kind, and the
  // first two digits, which its office shares with the town, must not speak against it.
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

/** The one place of today that all these rows stand for, if there is one. */
function only(index: CommuneIndex, rows: readonly CommuneRow[], postcode: string): CommuneRow | null {
  const places = new Map(
    rows.map((row) => precise(index, row, postcode)).map((row) => [row.code, row] as const)
  )
  const [place, ...others] = places.values()
  return place && others.length === 0 ? place : null
}

/** Today's commune, and within Paris, Lyon and Marseille the arrondissement that the postcode tells. */
function precise(index: CommuneIndex, row: CommuneRow, postcode: string | null): CommuneRow {
  if (row.relation === 'arrondissement') return row
  const current = index.byCode.get(row.commune) ?? row
  const parts = index.arrondissements.get(row.commune) ?? []
  return parts.find(({ postcodes }) => postcode !== null && postcodes.includes(postcode)) ?? current
}

/** Codes as text of five: spreadsheets take `01004` for a number, and Corsica's letter may be small. */
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
