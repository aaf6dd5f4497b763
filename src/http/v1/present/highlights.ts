import { escapeHtml } from '../../../domain/escape-html.ts'
import type { Language } from '../../../domain/language.ts'
import { readPlace } from '../../../domain/places/place.ts'
import { type Highlight, highlight, type Piece, wordsToStem } from '../../../domain/search/highlight.ts'
import type { Stemmer } from '../../../domain/search/ports.ts'
import type { SearchAnswer } from '../../../domain/search/search-places.ts'

type Highlights = readonly ReturnType<typeof present>[]

/** The highlights by place id; empty if the question has no words. */
export async function highlightsOf(
  stems: Stemmer,
  { items, words }: SearchAnswer,
  lang: Language
): Promise<ReadonlyMap<string, Highlights>> {
  if (!words) return new Map()
  const places = items.map(readPlace)
  const stemOf = await stems(wordsToStem(places, words))
  return new Map(places.map((place) => [place.id, highlight(place, words, { stemOf, lang }).map(present)]))
}

const present = ({ field, code, pieces, cut }: Highlight) => ({
  field,
  code,
  pieces,
  html: pieces.map(toHtml).join(''),
  cut
})

const toHtml = ({ text, match }: Piece): string =>
  match ? `<mark>${escapeHtml(text)}</mark>` : escapeHtml(text)
