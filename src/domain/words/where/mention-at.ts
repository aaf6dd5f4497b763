import { GRAMMAR } from '../spoken.ts'
import type { Token } from '../tokens.ts'
import type { Gazetteer } from './gazetteer.ts'
import { type Mention, NONE, numberMention } from './mentions.ts'

/** The number, or the name of an area other than a commune, that begins at a token; undefined if there is none. */
export function mentionAt(tokens: readonly Token[], from: number, gazetteer: Gazetteer): Mention | undefined {
  let at = from
  while (at < tokens.length && GRAMMAR.has(tokens[at]?.text ?? '')) at++
  const token = tokens[at]
  if (!token || token.literal) return undefined
  const number = numberMention(token, gazetteer)
  if (number) return number
  for (let length = Math.min(LONGEST_AREA, tokens.length - at); length > 0; length--) {
    const words = tokens.slice(at, at + length).map(({ text }) => text)
    const areas = gazetteer.named(words).filter(({ kind }) => kind !== 'commune')
    if (areas.length > 0) return { ...NONE, by: 'name', named: areas }
  }
  return undefined
}

/** Maximum number of words in a name: "Seine Saint-Denis", "Territoire de Belfort", "Provence-Alpes-Côte d'Azur". */
const LONGEST_AREA = 6
