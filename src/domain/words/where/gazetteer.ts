import { AREAS } from '../../territories/areas.ts'
import { TOWN_CENTRES } from '../../territories/town-centres.ts'
import type { KnownWord } from '../word-lexicon.ts'
import { ALIASES } from './aliases.ts'
import { type Beginning, beginningsOf, firstOf } from './beginnings.ts'
import { lettersKey, nameKey, tellingKey, withoutGrouping, wordsOfName } from './name-keys.ts'
import type { Named } from './named.ts'
import { quartersOf } from './quarters.ts'

/** The place names of the country, indexed. Of places with the same name, the most populated comes first. */
export type Gazetteer = {
  /** Territories with exactly this name, in any spelling. */
  readonly named: (words: readonly string[]) => readonly Named[]
  /** Communes whose name has the same letters; for towns, the same distinctive words are enough. */
  readonly alike: (words: readonly string[]) => readonly Named[]
  /** The number of people in communes whose name contains this word. */
  readonly peopleOf: (word: string) => number
  /** The communes of a postcode, the most populated first; only the arrondissement if the postcode belongs to one. */
  readonly postcode: (postcode: string) => readonly Named[]
  /** The commune with this current INSEE code. */
  readonly commune: (code: string) => Named | undefined
  readonly department: (code: string) => Named | undefined
  /** Territories whose names have this beginning, the most populated first. */
  readonly beginning: (words: string, most: number) => readonly Named[]
}

const KNOWN_CENTRES = new Map(TOWN_CENTRES.map(({ commune, lat, lon }) => [commune, { lat, lon }]))

/** Minimum population of a town that is also found by the distinctive words of its name alone. */
const TOWN = 5_000

export function gazetteerOf(all: readonly Named[]): Gazetteer {
  const peopled = [...all, ...AREAS_NAMED]
    .map((each) => ({ ...each, centre: each.centre ?? KNOWN_CENTRES.get(each.code) ?? null }))
    .toSorted((one, other) => other.population - one.population || (one.code < other.code ? -1 : 1))
  const names = indexNames(peopled)
  const postcodes = indexPostcodes(peopled)
  const communes = new Map<string, Named>()
  const departments = new Map<string, Named>()
  for (const each of peopled) {
    if (each.kind === 'department') departments.set(each.code, each)
    if (each.kind === 'commune' && !communes.has(each.code)) communes.set(each.code, each)
  }
  const beginnings: readonly Beginning[] = peopled
    .filter(({ kind }) => kind !== 'area')
    .flatMap((each, rank) => keysToType(each).map((said) => ({ each, rank, said })))
    .toSorted((one, other) =>
      one.said < other.said ? -1 : one.said > other.said ? 1 : one.rank - other.rank
    )
  return {
    ...names,
    postcode: (postcode) => postcodes.get(postcode) ?? [],
    commune: (code) => communes.get(code),
    department: (code) => departments.get(code),
    beginning: (words, most) => firstOf(beginnings, beginningsOf(nameKey(words.split(' '))), most)
  }
}

/** What people may type of a name: of "CC de Bayeux Intercom" also "bayeux intercom". */
function keysToType({ kind, name }: Named): readonly string[] {
  const bare = kind === 'epci' ? withoutGrouping(wordsOfName(name.replace(/\(.*\)/, ''))) : null
  return [nameKey(wordsOfName(name)), ...(bare ? [nameKey(bare)] : [])]
}

type Names = Pick<Gazetteer, 'named' | 'alike' | 'peopleOf'>

function indexNames(peopled: readonly Named[]): Names {
  const byName = new Map<string, Named[]>()
  const byLetters = new Map<string, Named[]>()
  const byTelling = new Map<string, Named[]>()
  const byGrouping = new Map<string, Named[]>()
  const people = new Map<string, number>()
  for (const each of peopled) {
    const words = wordsOfName(each.name)
    put(byName, nameKey(words), each)
    if (each.kind === 'commune') {
      for (const word of words) people.set(word, (people.get(word) ?? 0) + each.population)
      for (const key of new Set([lettersKey(words), lettersKey(nameKey(words).split(' '))]))
        put(byLetters, key, each)
    }
    const telling = each.kind === 'commune' && each.population >= TOWN ? tellingKey(words) : null
    if (telling !== null) put(byTelling, telling, each)
    const short = partOfIts(each)
    if (short !== undefined) put(byName, short, each)
  }
  addShortNames(peopled, byName)
  for (const quarter of quartersOf(peopled)) {
    const words = wordsOfName(quarter.name)
    // "Castellane" is a town in the Alpes-de-Haute-Provence; "Marseille Castellane" is La Castellane.
    const isShared = byName.has(nameKey(words))
    const named: Named = isShared ? { ...quarter, quarter: 'beside its town' } : quarter
    put(byName, nameKey(words), named)
    put(byLetters, lettersKey(words), named)
  }
  for (const { kind, code, names } of ALIASES) {
    const named = peopled.find((each) => each.kind === kind && each.code === code)
    if (named) for (const name of names) put(byName, nameKey(name.split(' ')), named)
  }
  for (const each of peopled) {
    if (each.kind !== 'epci') continue
    const bare = withoutGrouping(wordsOfName(each.name.replace(/\(.*\)/, '')))
    if (bare) put(byGrouping, nameKey(bare), each)
  }
  // "Cergy-Pontoise" is not a commune, so it means the intercommunality. "Lyon" means the town, unless "métropole"
  // is typed.
  for (const [key, named] of byGrouping) if (!byName.has(key)) byName.set(key, named)
  const firstWords = new Set(
    [...byName.keys(), ...byGrouping.keys()].map((key) => key.split(' ', 1)[0] ?? '')
  )
  return {
    named: (words) => {
      const key = nameKey(words)
      const found = firstWords.has(firstOfKey(key)) ? byName.get(key) : undefined
      if (found) return found
      const bare = words.length > 1 ? withoutGrouping(words) : null
      return (bare && byGrouping.get(nameKey(bare))) || []
    },
    alike: (words) => {
      const found = byLetters.get(lettersKey(words))
      if (found) return found
      const telling = tellingKey(words)
      return (telling !== null && byTelling.get(telling)) || []
    },
    peopleOf: (word) => people.get(word) ?? 0
  }
}

const firstOfKey = (key: string): string => {
  const space = key.indexOf(' ')
  return space === -1 ? key : key.slice(0, space)
}

function put(groups: Map<string, Named[]>, key: string, each: Named): void {
  const group = groups.get(key)
  if (group) group.push(each)
  else groups.set(key, [each])
}

/** The name of a part of a commune without the name of the commune after it: "Hellemmes" for Hellemmes-Lille. */
function partOfIts({ name, whole }: Named): string | undefined {
  if (!whole) return undefined
  const [key, host] = [nameKey(wordsOfName(name)), nameKey(wordsOfName(whole.name))]
  const short = key.endsWith(` ${host}`) ? key.slice(0, -host.length - 1) : ''
  return short.length >= LEAST_SHORT && !short.includes(' ') ? short : undefined
}

const LEAST_SHORT = 5

function addShortNames(peopled: readonly Named[], byName: Map<string, Named[]>): void {
  for (const each of peopled) {
    const short = shortName(each)
    if (short === undefined) continue
    const same = byName.get(short) ?? []
    const isMeant = ({ population }: Named) =>
      population * MORE_PEOPLE < each.population && (population < TOWN || each.population >= METROPOLIS)
    if (same.every(isMeant)) byName.set(short, [each, ...same])
  }
}

/**
 * The short name of a town: "Cherbourg" for Cherbourg-en-Cotentin, "Le Puy" for Le Puy-en-Velay, "Charleville" for
 * Charleville-Mézières. People call villages by their full names.
 */
function shortName({ kind, name, population }: Named): string | undefined {
  if (kind !== 'commune') return undefined
  const words = wordsOfName(name)
  const [first = '', second, third] = nameKey(words).split(' ')
  // "Saint-Ouen" means Saint-Ouen-sur-Seine.
  if (SAINTS.has(first) && BETWEEN_NAMES.has(third ?? ''))
    return population >= CITY ? `${first} ${second}` : undefined
  if (second === undefined || first.length < 3 || OF_MANY_NAMES.has(first)) return undefined
  if (population >= LARGE_CITY) return first
  const cut = BETWEEN_NAMES.has(second)
  // To most people, "lion" means Lyon, not Le Lion-d'Angers; "le puy" is recognised by its article.
  if (cut && population >= (words[0] === first ? CITY : LARGE_TOWN)) return first
  return first.length > 4 && population >= (cut ? TOWN : LARGE_TOWN) ? first : undefined
}

const LARGE_TOWN = 8_000
const LARGE_CITY = 50_000
const CITY = 20_000
/**
 * If the short name of a town is also the full name of a village, it means the town if the town has this many times
 * the population of the village.
 */
const MORE_PEOPLE = 10
/**
 * The full name of a town means a longer name only if that is a city of this size: Clermont means
 * Clermont-Ferrand, but Le Blanc does not mean Le Blanc-Mesnil.
 */
const METROPOLIS = 100_000
const SAINTS = new Set(['st', 'ste'])
const BETWEEN_NAMES = new Set('en sur sous les lez le la l de du des d aux'.split(' '))
/** Words that many names begin with, so that they are not a short name by themselves. */
const OF_MANY_NAMES = new Set(
  `st ste mont bourg pont port bois grand grande petit petite haut haute bas basse val ville chateau roche fort trois deux
  neuf belle beau fontaine riviere pointe baie case morne anse bras trou plan pays champs notre vieux bon bonne terre`.split(
    /\s+/
  )
)

function indexPostcodes(peopled: readonly Named[]): ReadonlyMap<string, readonly Named[]> {
  const byPostcode = new Map<string, Named[]>()
  for (const each of peopled) {
    if (each.whole || each.kind !== 'commune') continue
    for (const postcode of each.postcodes) put(byPostcode, postcode, each)
  }
  for (const each of peopled) {
    const postcode = postcodeOfArrondissement(each)
    if (postcode !== undefined) byPostcode.set(postcode, [each])
  }
  const sixteenth = byPostcode.get('75016')
  // 75116 is the northern half of the sixteenth arrondissement, the only one with two postcodes.
  if (sixteenth && byPostcode.has('75116')) byPostcode.set('75116', sixteenth)
  return byPostcode
}

/** Whether this is the INSEE code of a municipal arrondissement of Paris, Lyon or Marseille. */
export const isArrondissement = (code: string): boolean => ARRONDISSEMENT.test(code)

const ARRONDISSEMENT = /^(751|6938|132)(\d+)$/

/** The postcode of an arrondissement: 75011 means the eleventh, although lists give it to the whole of Paris. */
function postcodeOfArrondissement({ kind, code }: Named): string | undefined {
  const [, before, number] = (kind === 'commune' && ARRONDISSEMENT.exec(code)) || []
  return before && number && `${FIRST_POSTCODE[before]}${number.padStart(2, '0')}`
}

const FIRST_POSTCODE: Readonly<Record<string, string>> = { 751: '750', 6938: '690', 132: '130' }

const AREAS_NAMED: readonly Named[] = AREAS.map(({ code, name, codes, of }) => ({
  ...{ kind: 'area' as const, code, name, population: 0, region: null, epci: null, postcodes: [] },
  ...{
    department: of === 'department' && codes.length === 1 ? (codes[0] ?? null) : null,
    centre: null,
    whole: null
  }
}))

/** The words of town names. Each counts as one place per 2 000 inhabitants of the towns whose names contain it. */
export function* wordsOfNames(all: readonly Named[]): Iterable<KnownWord> {
  for (const { kind, name, population } of [...all, ...quartersOf(all)]) {
    const places = 1 + Math.round(population / 2_000)
    for (const word of new Set(wordsOfName(name))) {
      if (word.length > 2 && !/\d/.test(word)) {
        yield { word, places: kind === 'commune' ? places : 1, cities: kind === 'commune' ? places : 1 }
      }
    }
  }
}
