import type { Point } from '../geo/geo.ts'
import { communeName } from '../territories/commune-name.ts'
import { TOWN_CENTRES } from '../territories/town-centres.ts'
import { normaliseLabel } from '../vocabularies/read-label.ts'
import type { KnownWord } from './word-lexicon.ts'

/** A territory by the name that people say. */
export type Named = {
  readonly kind: 'commune' | 'department' | 'region'
  readonly code: string
  readonly name: string
  /** 0 where it is not known, and for what is no commune of its own any more. */
  readonly population: number
  readonly department: string | null
  readonly postcodes: readonly string[]
  readonly centre: Point | null
}

/** The names of the country, arranged to be asked: the most peopled of a name first. */
export type Gazetteer = {
  readonly named: (words: readonly string[]) => readonly Named[]
  /** How many people live in communes that have this word in their name. */
  readonly peopleOf: (word: string) => number
  readonly postcode: (postcode: string) => Named | undefined
  readonly department: (code: string) => Named | undefined
  /** Communes, départements and régions whose names begin so, the most peopled first. */
  readonly beginning: (words: string, most: number) => readonly Named[]
}

const KNOWN_CENTRES = new Map(TOWN_CENTRES.map(({ commune, lat, lon }) => [commune, { lat, lon }]))

export function gazetteerOf(all: readonly Named[]): Gazetteer {
  const peopled = all
    .map((each) => ({ ...each, centre: each.centre ?? KNOWN_CENTRES.get(each.code) ?? null }))
    .toSorted((one, other) => other.population - one.population || (one.code < other.code ? -1 : 1))
  const byName = new Map<string, Named[]>()
  const byPostcode = new Map<string, Named>()
  const departments = new Map<string, Named>()
  const people = new Map<string, number>()
  for (const each of peopled) {
    const key = nameKey(each.name)
    for (const word of key.split(' ')) {
      if (each.kind === 'commune') people.set(word, (people.get(word) ?? 0) + each.population)
    }
    const same = byName.get(key)
    if (same) same.push(each)
    else byName.set(key, [each])
    for (const postcode of each.postcodes) if (!byPostcode.has(postcode)) byPostcode.set(postcode, each)
    if (each.kind === 'department') departments.set(each.code, each)
  }
  for (const each of peopled) {
    const postcode = postcodeOfArrondissement(each)
    if (postcode !== undefined) byPostcode.set(postcode, each)
    const short = shortName(each)
    if (short === undefined) continue
    const same = byName.get(short) ?? []
    if (same.every(({ population }) => population * MORE_PEOPLE < each.population))
      byName.set(short, [each, ...same])
  }
  const beginnings = peopled
    .map((each, rank) => ({ each, rank, said: nameKey(each.name) }))
    .toSorted((one, other) =>
      one.said < other.said ? -1 : one.said > other.said ? 1 : one.rank - other.rank
    )
  // Told without making a key of all the words: most begin no name.
  const firstWords = new Set([...byName.keys()].map((key) => key.split(' ', 1)[0]))
  const begins = (words: readonly string[]) =>
    words.length === 1 || words.slice(0, 2).some((word) => firstWords.has(word.replace(/^saint/, 'st')))
  return {
    named: (words) => (begins(words) ? byName.get(nameKey(words.join(' '))) : undefined) ?? [],
    peopleOf: (word) => people.get(word) ?? 0,
    postcode: (postcode) => byPostcode.get(postcode),
    department: (code) => departments.get(code),
    beginning: (words, most) => firstOf(beginnings, beginningsOf(nameKey(words)), most)
  }
}

/**
 * "Cherbourg" is what people call Cherbourg-en-Cotentin, "Le Puy" Le Puy-en-Velay and "Charleville" Charleville-Mézières; of
 * villages they say the whole.
 */
function shortName({ kind, name, population }: Named): string | undefined {
  if (kind !== 'commune') return undefined
  const [, first = '', second = ''] = /^(\w{3,}) (\w+)/.exec(nameKey(name)) ?? []
  if (OF_MANY_NAMES.has(first)) return undefined
  const cut = BETWEEN_NAMES.has(second)
  // "lion" is Lyon to most, and not Le Lion-d'Angers; "le puy" has its article to be known by.
  if (cut && population >= (normaliseLabel(name).startsWith(first) ? CITY : LARGE_TOWN)) return first
  return first.length > 4 && population >= (cut ? TOWN : LARGE_TOWN) ? first : undefined
}

const TOWN = 5_000
const LARGE_TOWN = 10_000
const CITY = 20_000
/** A town is meant by the whole name of a village where it has so many times its people. */
const MORE_PEOPLE = 10
const BETWEEN_NAMES = new Set(['en', 'sur', 'sous', 'les', 'lez', 'le', 'la', 'l', 'de', 'du', 'd', 'aux'])
/** What names begin with that is no name alone. */
const OF_MANY_NAMES = new Set(
  `ste mont bourg pont port bois grand grande petit petite haut haute bas basse val ville chateau roche fort trois deux neuf belle
  beau fontaine riviere pointe baie case morne anse bras trou plan pays champs notre vieux bon bonne terre`.split(
    /\s+/
  )
)

/** `Saint-Lô`, `st lo`; an article of one word's name stays, or "le" would be half of France. */
const nameKey = (name: string): string => communeName(name)

/** "saint" is "st" in a key, and Strasbourg no saint; "sain" is on its way to one. */
function beginningsOf(key: string): readonly string[] {
  if (key === 'st' || key === 'ste') return [`${key} `]
  return key.length > 1 && 'saint'.startsWith(key) ? [key, 'st ', 'ste '] : [key]
}

/** Who types 75011 means the eleventh, which lists give to the whole of Paris. */
function postcodeOfArrondissement({ kind, code }: Named): string | undefined {
  const [, before, number] = (kind === 'commune' && /^(751|6938|132)(\d+)$/.exec(code)) || []
  return before && number && `${FIRST_POSTCODE[before]}${number.padStart(2, '0')}`
}

const FIRST_POSTCODE: Readonly<Record<string, string>> = { 751: '750', 6938: '690', 132: '130' }

type Beginning = { readonly each: Named; readonly rank: number; readonly said: string }

/** `sorted` by what is said: those that begin so stand together. A scan of all names took half a millisecond. */
function firstOf(sorted: readonly Beginning[], sought: readonly string[], most: number): readonly Named[] {
  const found: Beginning[] = []
  for (const begun of sought) {
    for (let at = firstFrom(sorted, begun); sorted[at]?.said.startsWith(begun); at++) {
      const next = sorted[at]
      const last = found[most - 1]
      if (!next || (last && next.rank > last.rank)) continue
      found.splice(found.findLastIndex(({ rank }) => rank < next.rank) + 1, 0, next)
      if (found.length > most) found.pop()
    }
  }
  return found.map(({ each }) => each)
}

function firstFrom(sorted: readonly Beginning[], sought: string): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.said ?? '') < sought) low = middle + 1
    else high = middle
  }
  return low
}

/** The words of town names, each as common as the towns of that name have people: a place in 2 000. */
export function* wordsOfNames(all: readonly Named[]): Iterable<KnownWord> {
  for (const { kind, name, population } of all) {
    const places = 1 + Math.round(population / 2_000)
    for (const word of new Set(normaliseLabel(name).split(' '))) {
      if (word.length > 2 && !/\d/.test(word)) {
        yield { word, places: kind === 'commune' ? places : 1, cities: kind === 'commune' ? places : 1 }
      }
    }
  }
}
