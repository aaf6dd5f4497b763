import type { Language } from '../../domain/language.ts'
import type { TerritoryKind } from '../../domain/territories/territory.ts'
import { ofTown } from './of-town.ts'

/*
 * The names of territories in a sentence: « en Bretagne », « dans l’Ain », « à La Réunion », « au Mans ». French has no
 * rule for the names of régions and départements, so each is in this table, as its own council writes it.
 */

/** What stands before a name: in it, and of it. */
type Article = { readonly in: string; readonly of: string }

const EN: Article = { in: 'en ', of: 'de ' }
const EN_LA: Article = { in: 'en ', of: 'de la ' }
const EN_L: Article = { in: 'en ', of: 'de l’' }
const EN_D: Article = { in: 'en ', of: 'd’' }
const LE: Article = { in: 'dans le ', of: 'du ' }
const LA: Article = { in: 'dans la ', of: 'de la ' }
const L: Article = { in: 'dans l’', of: 'de l’' }
const LES: Article = { in: 'dans les ', of: 'des ' }
const A: Article = { in: 'à ', of: 'de ' }

/** Collectivities overseas that are both a département and a région in the official lists, by either code. */
const OVERSEAS: readonly (readonly [Article, string])[] = [
  [EN_LA, '971 972 973 987 988'],
  [A, '974 975 976 977 978 986'],
  [LES, '984'],
  [{ in: 'sur l’', of: 'de l’' }, '989']
]

const DEPARTMENTS = byCode([
  [L, '01 02 03 10 11 12 27 34 36 60 61 89'],
  [EN_L, '07 09 38 91'],
  [LE, '14 15 18 25 29 30 32 39 45 46 56 59 62 63 67 68 69 81 83 90 94 95'],
  [LA, '26 42 50 51 55 58 72 80 86'],
  [LES, '04 05 06 08 13 22 40 64 65 66 78 79 88 92'],
  [EN_LA, '16 17 19 21 23 24 2A 2B 31 33 43 44 48 52 53 57 70 73 74 76 85 87 93'],
  // Two rivers joined by "et" have no article.
  [EN_D, '28 35 37'],
  [EN, '41 47 49 54 71 77 82 84'],
  [A, '75'],
  ...OVERSEAS
])

const REGIONS = byCode([
  [EN, '27 28 53 75 93 94'],
  [EN_D, '11 76 84'],
  [{ in: 'en ', of: 'du ' }, '24'],
  [LE, '44'],
  [LES, '32 52'],
  [EN_LA, '01 02 03'],
  [A, '04 06'],
  ...OVERSEAS
])

function byCode(lines: readonly (readonly [Article, string])[]): ReadonlyMap<string, Article> {
  return new Map(
    lines.flatMap(([article, codes]) => codes.split(' ').map((code) => [code, article] as const))
  )
}

type Named = { readonly kind: TerritoryKind; readonly code: string; readonly name: string }

const articleOf = ({ kind, code }: Named): Article | undefined =>
  kind === 'region' ? REGIONS.get(code) : kind === 'department' ? DEPARTMENTS.get(code) : undefined

/** The article that belongs to a name is small after a preposition: "sur l’île de Clipperton". */
const nameAfter = ({ code, name }: Named): string => (code === '989' ? name.replace(/^Île/, 'île') : name)

/** "en Bretagne", "dans l’Ain", "à La Réunion", "au Mans"; in English, "in Bretagne". */
export function inTerritory(territory: Named, lang: Language): string {
  if (lang === 'en') return `in ${territory.name}`
  const article = articleOf(territory)
  return article ? `${article.in}${nameAfter(territory)}` : atTown(territory.name)
}

/** "de Bretagne", "de l’Ain", "du Mans"; in English, "of Bretagne". */
export function ofTerritory(territory: Named, lang: Language): string {
  if (lang === 'en') return `of ${territory.name}`
  const article = articleOf(territory)
  return article ? `${article.of}${nameAfter(territory)}` : ofTown(territory.name)
}

/** "à Bayeux", "au Mans", "aux Abymes", "à La Rochelle": only Le and Les merge with the preposition. */
function atTown(town: string): string {
  const [, article, rest = town] = /^(Le|Les) (.+)$/.exec(town) ?? []
  if (article === undefined) return `à ${town}`
  return `${article === 'Le' ? 'au' : 'aux'} ${rest}`
}
