import type { Point } from '../geo/geo.ts'
import { namesMeant } from './read-name.ts'
import { type Mode, readWords } from './read-words.ts'
import type { Knowledge } from './walk.ts'
import type { Words } from './words.ts'

/** What a question means, judged by its words alone. */
export type Understood = {
  readonly words: Words
  /** Names that the question may mean instead, if places with these names exist. */
  readonly names: readonly string[]
}

/** Cache that is replaced together with the vocabulary, so that no question is read with outdated words. */
type Memory = {
  readonly get: (question: string) => Understood | undefined
  readonly set: (question: string, understood: Understood) => unknown
}

/** Rounds to about 5 km, so that users in the same town share cached readings. */
const rounded = ({ lat, lon }: Point): Point => ({
  lat: Math.round(lat * 20) / 20,
  lon: Math.round(lon * 20) / 20
})

/**
 * Knowledge of words, with a cache of questions. People often ask the same, and reading a question takes a tenth of
 * the time of an answer.
 */
export type Reader = Knowledge & { readonly memory: Memory }

export function understand(
  q: string,
  reader: Reader,
  mode: Mode = 'asked',
  near: Point | null = null
): Understood {
  const around = near && rounded(near)
  const question = `${mode} ${around ? `${around.lat} ${around.lon} ` : ''}${q}`
  const before = reader.memory.get(question)
  if (before) return before
  const words = readWords(q, reader, mode, { near: around })
  const understood = { words, names: mode === 'asked' ? namesMeant(q, words, reader.lexicon) : [] }
  reader.memory.set(question, understood)
  return understood
}
