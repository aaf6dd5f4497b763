import type { CommuneClues, CommuneResolution, Found, ReadClues } from './clues.ts'
import { communeName } from './commune-name.ts'
import type { Centres, CommuneIndex } from './communes.ts'
import { rivalOf } from './doubted-code.ts'
import { findByClues } from './find-by-clues.ts'
import { BUILT_IN_CENTRES, mayBeIn } from './near-communes.ts'
import { fitsOf } from './pick-fit.ts'
import { commonTerritory, departmentsOf, territoryOf } from './postcode-territory.ts'
import { only, precise } from './precise-commune.ts'
import { ofSameDigits } from './same-digits.ts'
import { splitName } from './similar-names.ts'
import type { CommuneRow } from './territory.ts'

/**
 * Finds the commune, or the municipal arrondissement, of a record. The code decides, unless it is contradicted
 * by name and postcode together, or by the postcode and the position (if there is one). In files, the code
 * column often contains a postcode or the code of a neighbour, or all rows have the same code. Other records go
 * through the rules of `findByClues`.
 */
export function resolveCommune(
  index: CommuneIndex,
  clues: CommuneClues,
  centres: Centres = BUILT_IN_CENTRES
): CommuneResolution {
  const postcode = padded(clues.postcode)
  const code = padded(clues.code)
  const coded = byCode(index, code, postcode)
  const confirms = postcode !== null && code !== postcode && coded?.commune.postcodes.includes(postcode)
  const name = communeName(clues.name ?? '') || null
  const { position = null, department = null } = clues
  const agrees = coded !== null && namesOf(index, name).has(coded.commune.commune)
  if (coded && confirms && agrees) return { ...coded, refused: null }

  const named = byName(index, name, postcode)
  if (coded && confirms) return confirmed(index, coded, { name, postcode, position }, named, centres)
  if (named && (coded === null || !agrees)) return { ...named, refused: coded === null ? null : 'code' }

  const departments =
    postcode === null && department !== null ? new Set([department]) : departmentsOf(index, postcode)
  const read = { name, written: clues.name ?? '', postcode, departments, position, refused: null }
  if (coded && code !== null && code === postcode) {
    const known = !agrees ? 'other' : clues.isNameOfCode ? 'looked-up' : 'agrees'
    const both = { coded, digits: code, clues: read, beside: clues.beside ?? '', name: known } as const
    return ofSameDigits(index, both, centres)
  }
  const other = coded === null || agrees || postcode !== null ? [] : otherTowns(index, coded.commune, read)
  if (coded && other.length > 0) return codeAgainstName(index, coded, { ...read, other }, centres)
  if (coded && !isContradicted(index, coded.commune, read, agrees, centres))
    return { ...coded, refused: null }
  return byOtherClues(index, { ...read, refused: coded?.commune ?? null }, centres)
}

/** The commune of a code that the postcode confirms, unless the name or the position belongs to another commune. */
function confirmed(
  index: CommuneIndex,
  coded: Found,
  clues: Pick<ReadClues, 'name' | 'postcode' | 'position'>,
  named: Found | null,
  centres: Centres
): CommuneResolution {
  const rival = rivalOf(index, coded.commune, clues, named, centres)
  if (rival === null) return { ...coded, refused: null }
  if ('found' in rival) return { ...rival.found, refused: 'code' }
  const departments = [coded.commune, ...rival.elsewhere].map(({ department }) => department)
  return {
    commune: null,
    reason: 'code and postcode are of one commune, name and position of another',
    refused: 'code',
    territory: commonTerritory(index, departments)
  }
}

/** Population. A smaller commune may have the name of a quarter of the coded one. */
const TOWN = 10_000

/** The towns of the name, and the communes of that name beside the coded one, if the name is not like its own. */
function otherTowns(
  index: CommuneIndex,
  coded: CommuneRow,
  { name, written }: ReadClues
): readonly CommuneRow[] {
  if (name === null || fitsOf(splitName(written), index.named.byCommune.get(coded.commune) ?? []).length > 0)
    return []
  const homonyms = index.named.byName.get(name) ?? []
  return homonyms.filter(
    ({ population, department }) => (population ?? 0) > TOWN || department === coded.department
  )
}

/** `Metz` with the code of Nancy and no postcode: only a position can decide. */
function codeAgainstName(
  index: CommuneIndex,
  coded: Found,
  clues: ReadClues & { readonly other: readonly CommuneRow[] },
  centres: Centres
): CommuneResolution {
  const { position, other } = clues
  if (position !== null && mayBeIn(index, centres, coded.commune, position))
    return { ...coded, refused: null }
  if (position !== null) return byOtherClues(index, { ...clues, refused: coded.commune }, centres)
  const departments = [coded.commune, ...other].map(({ department }) => department)
  return {
    commune: null,
    reason: 'the code is of one commune and the name of another',
    refused: 'code',
    territory: commonTerritory(index, departments)
  }
}

function byOtherClues(index: CommuneIndex, clues: ReadClues, centres: Centres): CommuneResolution {
  const { refused: not } = clues
  const found = findByClues(index, clues, centres)
  const isAlsoNamed = not !== null && namesOf(index, clues.name).has(not.commune)
  const byTheirName =
    'commune' in found && namesOf(index, clues.name).has(found.commune.commune) ? 'code' : 'code-and-name'
  const refused = not === null ? refusedName(index, clues, found) : isAlsoNamed ? byTheirName : 'code'
  return 'commune' in found
    ? { ...found, refused }
    : {
        commune: null,
        reason: found.reason,
        refused,
        territory: territoryOf(index, clues, centres)
      }
}

/** The name of a town is refused if the postcode and the position led to another one. */
function refusedName(
  index: CommuneIndex,
  { name }: ReadClues,
  found: ReturnType<typeof findByClues>
): 'name' | null {
  if (!('commune' in found) || found.by !== 'postcode-and-nearest-centre') return null
  const homonyms = index.named.byName.get(name ?? '') ?? []
  const isTown = homonyms.some(({ population }) => (population ?? 0) > TOWN)
  return isTown && !namesOf(index, name).has(found.commune.commune) ? 'name' : null
}

function byCode(index: CommuneIndex, code: string | null, postcode: string | null): Found | null {
  const row = code === null ? undefined : index.byCode.get(code)
  if (!row) return null
  const isToday = row.relation === 'current' || row.relation === 'arrondissement'
  return { commune: precise(index, row, postcode), by: isToday ? 'code' : 'former-code' }
}

/** Codes of the current communes that have or had this name. */
const namesOf = ({ named }: CommuneIndex, name: string | null): ReadonlySet<string> =>
  new Set(name === null ? [] : named.byName.get(name)?.map(({ commune }) => commune))

function byName(index: CommuneIndex, name: string | null, postcode: string | null): Found | null {
  if (postcode === null || name === null) return null
  const homonyms = index.named.byName.get(name) ?? []
  const there = only(
    index,
    homonyms.filter(({ postcodes }) => postcodes.includes(postcode)),
    postcode
  )
  if (there) return { commune: there, by: 'name-and-postcode' }
  if (index.named.byPostcode.has(postcode)) return null
  // A CEDEX or a company postcode is not in any list.
  const departments = departmentsOf(index, postcode)
  const ofOffice = homonyms.filter(({ department }) => departments.has(department))
  const unique = only(index, ofOffice, postcode)
  return unique && { commune: unique, by: 'name-and-cedex' }
}

/**
 * Whether the postcode and the position (if there is one) belong to another commune. Without a position, a
 * postcode of the same département does not contradict the code: people write 01480 for 01600. Nor does a postcode
 * that does not exist, if the name agrees with the code and the postcode ends in 0, as a CEDEX seldom does.
 */
function isContradicted(
  index: CommuneIndex,
  coded: CommuneRow,
  { postcode, departments, position }: ReadClues,
  agrees: boolean,
  centres: Centres
): boolean {
  const isMistyped = agrees && postcode?.endsWith('0') && !index.named.byPostcode.has(postcode)
  const isElsewhere = !isMistyped && departments.size > 0 && !departments.has(coded.department)
  if (position === null) return isElsewhere
  if (mayBeIn(index, centres, coded, position)) return false
  const posted = postcode === null ? [] : (index.named.byPostcode.get(postcode) ?? [])
  return isElsewhere || posted.some((row) => mayBeIn(index, centres, row, position))
}

/**
 * Pads codes to five characters: spreadsheets store `01004` as a number, and the letter of Corsica may be in
 * lower case.
 */
function padded(code: string | null | undefined): string | null {
  const text = (code ?? '').replace(/\s/g, '').toUpperCase()
  return text === '' ? null : text.padStart(5, '0')
}
