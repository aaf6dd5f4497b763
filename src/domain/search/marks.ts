/** The stem by which the search compares a word; null for a stop word, which the search leaves out. */
export type StemOf = (word: string) => string | null

/** A word of a text: its position in UTF-16 units, and its stem. */
type TextWord = { readonly from: number; readonly to: number; readonly stem: string | null }

/** The stems of consecutive words; null stands for a stop word in the question and matches any word. */
export type Phrase = readonly (string | null)[]

/** A section of a text, in UTF-16 units; `to` is exclusive. */
export type Mark = { readonly from: number; readonly to: number }

const WORD = /[\p{L}\p{N}\p{M}]+/gu

/** The words of texts, each once and normalised as in the search, to look up their stems. */
export const wordsIn = (texts: readonly string[]): readonly string[] => [
  ...new Set(texts.flatMap((text) => text.match(WORD) ?? []).map(asSearched))
]

const asSearched = (word: string): string => word.normalize('NFC').toLowerCase()

export const textWords = (text: string, stemOf: StemOf): readonly TextWord[] =>
  [...text.matchAll(WORD)].map(({ 0: word, index }) => ({
    from: index,
    to: index + word.length,
    stem: stemOf(asSearched(word))
  }))

/** A wording as a phrase, without the stop words at both ends; empty if it consists of stop words only. */
export function phraseOf(said: string, stemOf: StemOf): Phrase {
  const stems = textWords(said, stemOf).map(({ stem }) => stem)
  const first = stems.findIndex((stem) => stem !== null)
  return first === -1 ? [] : stems.slice(first, stems.findLastIndex((stem) => stem !== null) + 1)
}

/** The positions of phrases in a text, in order; overlapping ones are joined. */
export function marksOf(words: readonly TextWord[], phrases: readonly Phrase[]): readonly Mark[] {
  const found = phrases.flatMap((phrase) =>
    words.flatMap((word, at) => {
      const last = words[at + phrase.length - 1]
      return last && standsAt(words, at, phrase) ? [{ from: word.from, to: last.to }] : []
    })
  )
  const marks: Mark[] = []
  for (const next of found.toSorted((one, other) => one.from - other.from || other.to - one.to)) {
    const last = marks.at(-1)
    if (last && next.from < last.to) marks[marks.length - 1] = { ...last, to: Math.max(last.to, next.to) }
    else marks.push(next)
  }
  return marks
}

const standsAt = (words: readonly TextWord[], at: number, phrase: Phrase): boolean =>
  phrase.length > 0 && phrase.every((stem, offset) => stem === null || words[at + offset]?.stem === stem)
