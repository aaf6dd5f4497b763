import type { Listed } from './directories.ts'
import { libraries } from './libraries.ts'

/** How many names and streets per thousand contain a word, for words that occur in at least one of a thousand. */
export function wordShares(lists: readonly (readonly Listed[])[]): Readonly<Record<string, number>> {
  const listed = lists.flat().filter(({ record }) => record.directory !== 'acceslibre')
  const records = [...listed, ...libraries().right].map(({ record }) => record)
  const counts = new Map<string, number>()
  for (const { name, street } of records) {
    for (const word of new Set([...name.all, ...(street?.words ?? [])])) {
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
  }
  const shares = [...counts].map(([word, count]) => [word, (1_000 * count) / records.length] as const)
  return Object.fromEntries(
    shares.filter(([, share]) => share >= 1).toSorted(([one], [other]) => (one < other ? -1 : 1))
  )
}
