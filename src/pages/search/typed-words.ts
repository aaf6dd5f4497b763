import { normaliseLabel } from '../../domain/vocabularies/read-label.ts'
import type { Typed } from './found.ts'

/**
 * Finds words of the API in the question, and returns them as the reader typed them, with accents; the API returns
 * them without accents.
 */
export function asTyped(q: string, typed: string): string {
  const runs = [...q.matchAll(/[\p{L}\p{N}\p{M}]+/gu)]
  for (let first = 0; first < runs.length; first++) {
    let said = ''
    for (let last = first; last < runs.length && said.length < typed.length; last++) {
      said = `${said} ${normaliseLabel(runs[last]?.[0] ?? '')}`.trim()
      if (said === typed)
        return q.slice(runs[first]?.index, (runs[last]?.index ?? 0) + (runs[last]?.[0].length ?? 0))
    }
  }
  return typed
}

/**
 * The question without the interpreted words. `undo` contains these words in quotation marks, in one or several
 * pieces.
 */
export function withoutWords({ typed, undo }: Typed): string {
  let rest = typed
  const kept = undo.replace(/"([^"]*)"/g, (quoted, words: string) => {
    if (rest !== words && !rest.startsWith(`${words} `)) return quoted
    rest = rest.slice(words.length).trimStart()
    return ''
  })
  return kept.replace(/\s+/g, ' ').trim()
}
