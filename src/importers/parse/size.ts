/** Objects, lists and numbers take at least this much memory each, however short they are as text. */
const VALUE_BYTES = 32

/** About how many bytes a value takes in memory. Its depth must be limited. */
export function sizeOf(value: unknown): number {
  if (typeof value === 'string') return VALUE_BYTES + value.length
  if (typeof value !== 'object' || value === null) return VALUE_BYTES
  let size = VALUE_BYTES
  for (const [name, each] of Object.entries(value)) size += name.length + sizeOf(each)
  return size
}
