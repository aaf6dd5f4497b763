import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { FILES, SHARED, sourceBy, type Tried, tryFile } from './real-files.ts'

/**
 * Prints the result of reading each published file. `npx tsx scripts/try-sources.ts` prints a table; with a part of
 * a file name, it prints everything in this file that could not be mapped. It reads the folder in
 * ANNUAIRE_SHARED_DATA and writes nothing.
 */
const wanted = process.argv[2]
const sum = (counts: Iterable<number>): number => [...counts].reduce((total, count) => total + count, 0)
const share = (tried: Tried, test: (record: Tried['mapped'][number]) => unknown): number =>
  tried.mapped.filter(test).length

const table = []
for (const [file, by] of FILES.filter(([file]) => wanted === undefined || file.includes(wanted))) {
  const path = join(SHARED, file)
  if (!existsSync(path)) continue
  const tried = await tryFile(path, await sourceBy(by))
  const of = (kind: string) => tried.unmapped.filter((tally) => tally.kind === kind)
  table.push({
    file,
    by,
    rows: tried.rows,
    mapped: tried.mapped.length,
    rejected: sum(tried.rejected.values()),
    'columns unmapped': of('unmapped-column').length,
    'values unmapped': sum(of('unmapped-value').map(({ count }) => count)),
    unreadable: sum(of('unreadable').map(({ count }) => count)),
    commune: share(tried, ({ content }) => content.address.commune),
    position: share(tried, ({ content }) => content.location),
    'hours exact': share(tried, ({ content }) => content.opening_hours.confidence === 'exact'),
    'hours partial': share(tried, ({ content }) => content.opening_hours.confidence === 'partial')
  })
  if (wanted === undefined) continue
  console.log([...tried.rejected])
  for (const { count, kind, field, value, reason } of tried.unmapped.slice(0, 60)) {
    console.log(count, kind, field.slice(0, 70), JSON.stringify(value)?.slice(0, 100), reason)
  }
  for (const { count, field, reason } of tried.repairs.slice(0, 20))
    console.log(count, field.slice(0, 50), reason)
  console.dir(tried.mapped[Number(process.argv[3] ?? 0)], { depth: 5 })
}
console.table(table)
