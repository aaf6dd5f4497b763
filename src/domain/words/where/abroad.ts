import { BEFORE_A_PLACE } from '../spoken.ts'
import type { Token } from '../tokens.ts'
import type { Gazetteer } from './gazetteer.ts'

/**
 * Cities and small states near the border, and large cities abroad, that people ask for and that no French commune is
 * called: Rome and Montréal are communes of France too. Countries are left out, because words such as "retraite
 * Algérie" or "frontalier Suisse" ask for help in France.
 */
const TABLE = `
Aix-la-Chapelle, Alger, Alicante, Amsterdam, Andorre, Andorre-la-Vieille, Annaba, Antananarivo, Anvers, Aoste, Arlon, Athènes,
Bâle, Bamako, Barcelone, Berlin, Berne, Bilbao, Bruges, Bruxelles, Bucarest, Budapest, Casablanca, Charleroi, Courtrai, Dakar,
Dublin, Düsseldorf, Édimbourg, Esch-sur-Alzette, Fès, Figueras, Francfort, Gand, Gênes, Genève, Gérone, Hambourg, Istanbul, Jersey,
Karlsruhe, Kiev, Kinshasa, La Chaux-de-Fonds, Lausanne, Lisbonne, Londres, Luxembourg, Madrid, Marrakech, Martigny, Milan,
Monaco, Monte-Carlo, Montreux, Moscou, Mouscron, Munich, Namur, Naples, Neuchâtel, New York, Nyon, Oran, Pampelune, Porto,
Prague, Québec, Rabat, Saint-Hélier, Saint-Sébastien Espagne, Sarrebruck, Séville, Sion, Stuttgart, Tanger, Tournai, Tunis, Turin, Varsovie,
Venise, Vevey, Vintimille, Yverdon, Zurich
`

/** Words of a question that name a place outside of France. */
export type FoundAbroad = { readonly at: number; readonly length: number; readonly name: string }

const plain = (name: string): string =>
  name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('-', ' ')

const ABROAD: ReadonlyMap<string, string> = new Map(
  TABLE.split(',').map((name) => [plain(name.trim()), name.trim()])
)

const LONGEST = 4

/**
 * The place abroad at the beginning or at the end of the question, where a town stands: "Bruxelles ordinateur", "France
 * services à Genève". Undefined if there is none, or if a place of France has this name.
 */
export function findAbroad(tokens: readonly Token[], gazetteer: Gazetteer): FoundAbroad | undefined {
  const words = tokens.map(({ text, literal }) => (literal ? '' : text))
  for (let length = Math.min(LONGEST, words.length); length > 0; length--) {
    for (const at of [words.length - length, 0]) {
      const said = words.slice(at, at + length)
      const name = ABROAD.get(said.join(' '))
      if (name !== undefined && gazetteer.named(said).length === 0 && !isOfName(words, at))
        return { at, length, name }
    }
  }
  return undefined
}

/** "Consulat de Genève" and "Le Bruxelles" are names of places in France; "près de Genève" is not. */
const isOfName = (words: readonly string[], at: number): boolean => {
  const [near = '', before = ''] = [words[at - 2], words[at - 1]]
  return NAMING.has(before) && !BEFORE_A_PLACE.has(near)
}

const NAMING = new Set(['de', 'd', 'du', 'des', 'le', 'la', 'les', 'l'])
