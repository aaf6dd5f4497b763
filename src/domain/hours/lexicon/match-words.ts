import { LEXICON } from './hours-lexicon.ts'
import type { Meaning } from './meaning.ts'

type Node = { readonly next: Map<string, Node>; meaning: Meaning | null }

const leaf = (): Node => ({ next: new Map(), meaning: null })

const ROOT = leaf()
for (const [phrase, meaning] of LEXICON) {
  let node = ROOT
  for (const word of phrase.replaceAll(',', ' ,').split(/[ '-]/)) {
    const next = node.next.get(word) ?? leaf()
    node.next.set(word, next)
    node = next
  }
  // The first entry wins, so the order of the lexicon is the order of preference.
  node.meaning ??= meaning
}

// A comma ends a group of words, except in groups that the lexicon lists with a comma.
const ATOM = /[a-z]+|\d+|,/y
const GAP = /[ '\-./]{0,3}/y

const atomAt = (text: string, position: number): string | null => {
  ATOM.lastIndex = position
  return ATOM.exec(text)?.[0] ?? null
}

const gapAt = (text: string, position: number): number => {
  GAP.lastIndex = position
  return GAP.exec(text)?.[0].length ?? 0
}

/** The longest known group of words that starts here. Its words may be joined by dashes or slashes. */
export function matchWords(text: string, position: number): { meaning: Meaning; end: number } | null {
  let node = ROOT
  let end = position
  let found: { meaning: Meaning; end: number } | null = null
  for (let from = position; ; from = end + gapAt(text, end)) {
    const atom = atomAt(text, from)
    const next = atom === null ? undefined : node.next.get(atom)
    if (atom === null || next === undefined) return found
    node = next
    end = from + atom.length
    if (node.meaning) found = { meaning: node.meaning, end }
  }
}
