import type { CommuneResolution, Found, ReadClues } from './clues.ts'
import { communeWords } from './commune-name.ts'
import type { Centres, CommuneIndex } from './communes.ts'
import { findByClues } from './find-by-clues.ts'
import { mayBeIn } from './near-communes.ts'
import { commonTerritory } from './postcode-territory.ts'
import { only } from './precise-commune.ts'
import { isWithin, splitName } from './similar-names.ts'
import type { CommuneRow } from './territory.ts'

/** Population. Smaller towns seldom have a CEDEX, and their names are often common words. */
const TOWN_OF_CEDEX = 5000

type Both = {
  /** The commune that has the digits as its INSEE code. */
  readonly coded: Found
  readonly digits: string
  readonly clues: ReadClues
  /** Text outside the column of the town that may name it, like the name of the place. */
  readonly beside: string
  /** Whether the written name is that of the coded commune, and whether it says more than the code. */
  readonly name: 'agrees' | 'looked-up' | 'other'
}

/**
 * The commune of a record with the same five digits as INSEE code and as postcode: one of the two columns was filled
 * from the other, so the digits are one clue with two readings. 72260 is the code of Ruaudin and the postcode of
 * Marolles-les-Braults. The name of the town, another text that names one, and the position decide. If none does,
 * only the département is taken.
 */
export function ofSameDigits(index: CommuneIndex, both: Both, centres: Centres): CommuneResolution {
  const { coded, digits, clues, name } = both
  const posted = index.named.byPostcode.get(digits) ?? []
  const isPosted = posted.some(({ commune }) => commune === coded.commune.commune)
  const named = namedBeside(index, both, posted)
  const known: CommuneResolution = { ...coded, refused: null }
  if (named !== null) {
    const isCoded = named.commune.commune === coded.commune.commune
    return isCoded ? known : { ...named, refused: name === 'other' ? 'code' : 'code-and-name' }
  }
  if (name === 'agrees' && isRightOrUnknown(index, both, centres)) return known
  if (isPosted && (name !== 'other' || clues.name === null) && only(index, posted, digits) !== null)
    return known
  if (isPosted && name === 'looked-up') return known
  const own = { ...clues, name: name === 'looked-up' ? null : clues.name }
  const found = decides(own, posted) ? findByClues(index, own, centres) : undecided
  if ('commune' in found && found.by !== 'postcode')
    return found.commune.code === coded.commune.code
      ? known
      : { ...found, refused: name === 'other' ? 'code' : 'code-and-name' }
  if (clues.position !== null && mayBeIn(index, centres, coded.commune, clues.position)) return known
  return {
    commune: null,
    reason:
      'the same digits are given as INSEE code and as postcode, and nothing tells which of them they are',
    refused: 'digits',
    territory: commonTerritory(index, [coded.commune.department, ...clues.departments])
  }
}

const undecided = { reason: 'undecided' } as const

/** Whether there is more than the digits. */
const decides = ({ name, position }: ReadClues, posted: readonly CommuneRow[]): boolean =>
  name !== null || (position !== null && posted.length > 0)

function isRightOrUnknown(index: CommuneIndex, { coded, clues }: Both, centres: Centres): boolean {
  return clues.position === null || mayBeIn(index, centres, coded.commune, clues.position)
}

/**
 * The commune that the text beside the town names: one of the postcode, or for digits in no list, which may be a
 * CEDEX, a town of the département. The name of the coded commune in that text confirms the code.
 */
function namedBeside(index: CommuneIndex, both: Both, posted: readonly CommuneRow[]): Found | null {
  const { coded, digits, clues, beside, name } = both
  const words = communeWords(beside)
  if (beside === '') return null
  const isNamed = (row: CommuneRow) => isIn(words, row.name ?? '')
  const own = (index.named.byCommune.get(coded.commune.commune) ?? []).some(isNamed)
  const ofPostcode = longest(posted.filter(isNamed))
  const there = only(index, ofPostcode, digits)
  if (there !== null) return { commune: there, by: 'name-and-postcode' }
  if (own) return coded
  if (posted.length > 0) {
    const start = only(
      index,
      posted.filter((row) => isIn(words, beginning(row.name ?? ''))),
      digits
    )
    return start === null ? null : { commune: start, by: 'part-of-name-in-postcode' }
  }
  if (name === 'agrees') return null
  const towns = [...clues.departments]
    .flatMap((department) => index.named.byDepartment.get(department) ?? [])
    .filter((row) => (row.population ?? 0) >= TOWN_OF_CEDEX && isNamed(row))
  const town = only(index, longest(towns), digits)
  return town === null ? null : { commune: town, by: 'name-and-cedex' }
}

/** Whether the words of the name stand together in the text; articles at its beginning do not count. */
function isIn(words: readonly string[], name: string): boolean {
  const wanted = withoutArticle(communeWords(name))
  if (wanted.join('').length < 4) return false
  return words.some((_, at) => wanted.every((word, index) => words[at + index] === word))
}

const withoutArticle = (words: readonly string[]): readonly string[] =>
  words.length > 1 && /^(?:l|le|la|les)$/.test(words[0] ?? '') ? words.slice(1) : words

/** `Saint-André` of `Saint-André-lez-Lille`; empty if nothing is left out, or only one word is left. */
function beginning(name: string): string {
  const [start = ''] = name.split(/[ -](?:l[eè]z|l[eè]s|sur|sous|en|de|du|des|d'|aux?|à)[ '-]/i)
  return start === name ? '' : start
}

/** Without the names that are a part of another: `Sully` beside `Vallon-en-Sully`. */
function longest(rows: readonly CommuneRow[]): readonly CommuneRow[] {
  const names = rows.map((row) => splitName(row.name ?? '').words)
  return rows.filter(
    (_, at) =>
      !names.some((other) => other.length > (names[at]?.length ?? 0) && isWithin(names[at] ?? [], other))
  )
}
