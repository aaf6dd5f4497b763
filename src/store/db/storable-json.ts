/** Matches NUL and half of a surrogate pair, which are valid in JSON but not in PostgreSQL text. */
const UNSTORABLE = /\\u(?:0000|d[89a-f])/i
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is what must go
const IN_TEXT = /\u0000|\p{Surrogate}/gu

/**
 * Converts a value to JSON text that PostgreSQL accepts. The text is checked first, because only about one value in
 * a million has to be rewritten.
 */
export function storableJson(value: unknown): string {
  const text = JSON.stringify(value)
  return UNSTORABLE.test(text) ? JSON.stringify(storable(value)) : text
}

function storable(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(IN_TEXT, '\ufffd')
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [storable(key), storable(each)]))
}
