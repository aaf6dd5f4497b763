import { distance } from '@turf/turf'
import type { Point } from '../../../src/domain/geo/geo.ts'
import { marksOf, phraseOf, type StemOf, textWords } from '../../../src/domain/search/marks.ts'
import { dedicatedTo, GENERAL_HELP, strangersTo } from '../../../src/domain/search/relevance/agencies.ts'
import { type RankedWish, rankedWishes } from '../../../src/domain/search/relevance/ranked-wishes.ts'
import type { SearchWhere, Start } from '../../../src/domain/search/relevance/search-where.ts'
import {
  COVERED,
  GOOD,
  KNOWN_ITEM,
  LIKELY,
  NOT_DEDICATED,
  OUTSIDE,
  OWN_TOWN,
  SAID_OF_CODE,
  SAID_OF_WORD,
  STRANGER,
  VAGUE_IN_TOWN,
  VALUES
} from '../../../src/domain/search/relevance/values.ts'
import type { Filters } from '../../../src/domain/search/search-question.ts'

/*
 * The expected score of a place, computed in TypeScript from its stored data by the definition in
 * domain/search/relevance/values.ts, independent of SQL, indexes and term ids.
 */

/** The stored data of a place. Codes have the form `parameter:code`. */
export type Stored = {
  readonly id: string
  readonly name: string
  readonly city: string
  readonly summary: string
  readonly lat: number | null
  readonly lon: number | null
  readonly commune: string | null
  readonly postcode: string | null
  readonly department: string | null
  readonly uncertainty_m: number | null
  readonly weight: number
  readonly declared: readonly string[]
  readonly sure: readonly string[]
  readonly likely: readonly string[]
  readonly denied: readonly string[]
  readonly kinds: readonly string[]
  /** The words of its terms. */
  readonly keywords: string
}

export type Scored = {
  readonly score: number
  /** Whether the place fits all main wishes. */
  readonly good: boolean
  /** Expected distance in metres from the starting point; null if unknown. */
  readonly expected: number | null
  /** Whether the place belongs to the named town. */
  readonly own: boolean
}

export function scoreOf(place: Stored, { words, where, known, absent }: Filters, stemOf: StemOf): Scored {
  const wishes = words ? rankedWishes(words, absent) : []
  const says = sayer(place, stemOf)
  const values = wishes.map((wish) => fitOfWish(wish, place, says))
  const fit =
    wishes.length === 0 && words?.where
      ? Math.max(...words.where.says.map((said) => townValue(said, says))) ** 0.05
      : wishes.reduce((product, { weight }, at) => product * (values[at]?.value ?? 0) ** weight, 1)
  const near = nearness(place, where)
  const name = known ? knownAs(place, known, isHere(place, where, near), says) : 0
  return {
    score: (fit * standing(place, words) * near + name) * place.weight,
    good: wishes.every(({ main }, at) => !main || (values[at]?.good ?? false)),
    expected: expectedFrom(place, where),
    own: where?.kind === 'around' && where.starts.some((start) => isOwn(place, start))
  }
}

/** The factor for what a place is, beside what it offers. */
function standing({ kinds, sure }: Stored, words: Filters['words']): number {
  if (words === undefined) return 1
  const is = (types: readonly string[]) => types.some((type) => kinds.includes(`type:${type}`))
  if (is(strangersTo(words)) && !is(GENERAL_HELP)) return STRANGER
  const dedicated = dedicatedTo(words).map(({ parameter, code }) => `${parameter}:${code}`)
  const isDedicated = dedicated.some((each) => kinds.includes(each) || sure.includes(each))
  return dedicated.length === 0 || isDedicated ? 1 : NOT_DEDICATED
}

type Part = 'name' | 'city' | 'keywords' | 'summary'
type Says = (part: Part, said: readonly string[]) => boolean

/** Checks whether a text of the place contains one of these wordings; `a & b` requires both, anywhere in the text. */
function sayer(place: Stored, stemOf: StemOf): Says {
  const texts = new Map(
    (['name', 'city', 'keywords', 'summary'] as const).map((part) => [part, textWords(place[part], stemOf)])
  )
  return (part, said) =>
    said.some((each) =>
      each.split(' & ').every((phrase) => {
        const wanted = phraseOf(phrase, stemOf)
        return wanted.length > 0 && marksOf(texts.get(part) ?? [], [wanted]).length > 0
      })
    )
}

const townValue = (said: string, says: Says): number => wordValue({ exact: [said], near: [] }, says)

const wordValue = ({ exact, near }: Pick<RankedWish, 'exact' | 'near'>, says: Says): number =>
  Math.max(
    says('name', exact) ? SAID_OF_WORD.name : 0,
    says('city', exact) ? SAID_OF_WORD.city : 0,
    says('name', near) ? SAID_OF_WORD.nameNearly : 0,
    says('keywords', exact) || says('summary', exact) ? SAID_OF_WORD.elsewhere : 0,
    says('city', near) || says('keywords', near) || says('summary', near) ? SAID_OF_WORD.elsewhereNearly : 0,
    VALUES.word.unknown
  )

function fitOfWish(wish: RankedWish, place: Stored, says: Says): { value: number; good: boolean } {
  const { family, codes, exact, same, near } = wish
  if (family === 'word') {
    const value = wordValue(wish, says)
    return { value, good: value >= GOOD }
  }
  const { implied, unknown, no } = VALUES[family]
  const alone = family === 'kind' && exact.length > 0 ? SAID_OF_CODE.codeAlone : 1
  const surest = Math.max(...codes.map(({ confidence }) => confidence))
  const has = (list: readonly string[], { parameter, code }: (typeof codes)[number]) =>
    list.includes(`${parameter}:${code}`)
  const carried = codes.map((code) => {
    if (has(place.declared, code) || has(place.kinds, code)) return code.confidence * alone
    if (has(place.sure, code)) return code.confidence * implied
    return has(place.likely, code) ? code.confidence * implied * LIKELY : 0
  })
  const met = Math.max(
    ...carried,
    says('name', exact) ? SAID_OF_CODE.name : 0,
    says('name', same) ? SAID_OF_CODE.nameOtherwise : 0,
    says('name', near) ? SAID_OF_CODE.nameNearly : 0,
    says('summary', exact) ? SAID_OF_CODE.description : 0
  )
  const denied = codes.some((code) => code.confidence === surest && has(place.denied, code))
  const isNot = denied || (family === 'kind' && place.kinds.length > 0)
  return { value: Math.max(met, isNot ? no : unknown), good: met >= GOOD }
}

const metres = (from: Point, { lat, lon }: Stored): number | null =>
  lat === null || lon === null ? null : distance([from.lon, from.lat], [lon, lat], { units: 'meters' })

const isOwn = ({ commune, postcode }: Stored, { own }: Start): boolean =>
  own?.codes.includes((own.territory === 'commune' ? commune : postcode) ?? '') ?? false

function nearness(place: Stored, where: SearchWhere | undefined): number {
  if (!where) return 1
  if (where.kind === 'around') return Math.max(...where.starts.map((start) => nearnessTo(place, start)))
  if (isInside(place, where)) return 1
  const far = where.centre && metres(where.centre, place)
  return far === null ? 0 : 1 / (1 + Math.max(OUTSIDE.leastM, far) / OUTSIDE.scaleM)
}

function nearnessTo(place: Stored, start: Start): number {
  const own = isOwn(place, start)
  const far = metres(start.centre, place)
  if (far === null) return own ? 1 / (1 + (OWN_TOWN * start.extentM) / start.scaleM) : 0
  const expected = Math.hypot(
    (own ? OWN_TOWN : 1) * far,
    (own ? VAGUE_IN_TOWN : 1) * (place.uncertainty_m ?? 0)
  )
  return 1 / (1 + expected / start.scaleM)
}

const isInside = (
  { commune, postcode, department }: Stored,
  { territory, codes }: Extract<SearchWhere, { kind: 'area' }>
): boolean => codes.includes({ commune, postcode, department, epci: null, region: null }[territory] ?? '')

function isHere(place: Stored, where: SearchWhere | undefined, near: number): boolean {
  if (!where) return true
  if (where.kind === 'area') return isInside(place, where)
  const towns = where.starts.filter(({ own }) => own !== null)
  return towns.length > 0 ? towns.some((town) => isOwn(place, town)) : near >= 0.5
}

function knownAs(place: Stored, known: NonNullable<Filters['known']>, here: boolean, says: Says): number {
  const { most, least, leastElsewhere, power } = KNOWN_ITEM
  const whole = place.name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
  const covered = known.parts.reduce((sum, { share, exact, near }) => {
    if (says('name', exact)) return sum + share * COVERED.name
    if (says('city', exact)) return sum + share * COVERED.city
    return sum + (says('name', near) ? share * COVERED.nearly : 0)
  }, 0)
  const elsewhere = known.telling || whole.split(' ').every((word) => known.words.includes(word))
  const from = here ? least : elsewhere ? leastElsewhere : Number.POSITIVE_INFINITY
  return covered >= from ? most * covered ** power : 0
}

function expectedFrom(place: Stored, where: SearchWhere | undefined): number | null {
  if (where?.kind !== 'around') return null
  const far = where.starts.flatMap(({ centre }) => metres(centre, place) ?? [])
  return far.length === 0 ? null : Math.hypot(Math.min(...far), place.uncertainty_m ?? 0)
}
