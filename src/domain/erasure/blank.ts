import { OMITTED } from './screen.ts'

/** What a place needs to be read at all, and says nothing about it. */
const KEPT: ReadonlySet<string> = new Set(['country', 'timezone'])

/** Parts that are unknown as a whole. */
const WHOLE: ReadonlySet<string> = new Set(['location', 'person'])

/** The document of a place of which everything was erased: as any other, with nothing in it. */
export function blank(document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { rna: _rna, ...rest } = blankOf(document)
  const named = 'display_name' in document ? { name: OMITTED, display_name: OMITTED } : { name: OMITTED }
  return { ...rest, ...named }
}

const blankOf = (document: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(document).map(([key, value]) => [key, blankValue(key, value)]))

function blankValue(key: string, value: unknown): unknown {
  if (key === 'wheelchair') return 'unknown'
  if (key === 'confidence') return 'none'
  if (key === 'score') return 0
  if (KEPT.has(key)) return value
  if (Array.isArray(value)) return []
  if (typeof value !== 'object' || value === null || WHOLE.has(key)) return null
  return blankOf(value as Readonly<Record<string, unknown>>)
}
