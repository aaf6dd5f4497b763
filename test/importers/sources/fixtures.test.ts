import { readFile, writeFile } from 'node:fs/promises'
import t from 'tap'
import { sourceBy, tryFile } from '../../../scripts/real-files.ts'
import { SOURCES } from '../../../src/importers/sources/sources.ts'

/**
 * The files, each with the source that reads it. The expected places and the rest of the report are in
 * `<name>.expected.json`.
 */
const FIXTURES: readonly (readonly [slug: string, file: string])[] = [
  ['france-services', 'layout-2022.csv'],
  ['france-services', 'layout-2024.csv'],
  ['fablabs', 'labs.json'],
  ['netpublic', 'normandie.csv'],
  ['netpublic', 'auvergne.csv'],
  ['netpublic', 'default.csv'],
  ['dila', 'services.json'],
  ['aidants-connect', 'structures.csv'],
  ['tiers-lieux', 'cget.csv'],
  ['data-inclusion', 'structures.json'],
  ['hinaura', 'form.json'],
  ['acceslibre', 'template.csv'],
  ['acceslibre', 'short.csv']
]

t.test('every built-in source has an example, except mednum, which has a test of its own', async (t) => {
  const exemplified = FIXTURES.map(([slug]) => slug)
  t.same(
    SOURCES.map(({ source }) => source).filter((slug) => !exemplified.includes(slug)),
    ['mednum']
  )
})

for (const [slug, file] of FIXTURES) {
  t.test(`${slug} reads ${file} as expected, and reports the rest`, async (t) => {
    const folder = new URL(`../../fixtures/${slug}/`, import.meta.url)
    const { rows, mapped, rejected, unmapped, repairs } = await tryFile(
      new URL(file, folder).pathname,
      await sourceBy(slug)
    )
    const found = {
      rows,
      places: mapped.map(({ content, ...record }) => known({ ...record, ...content })),
      rejected: Object.fromEntries(rejected),
      told: unmapped.map(({ field, value, reason, count }) => known({ field, value, reason, count })),
      repaired: repairs.map(({ field, reason, count }) => `${count} × ${field}: ${reason}`)
    }
    const expected = new URL(file.replace(/\.\w+$/, '.expected.json'), folder)
    if (process.env.WRITE_EXPECTED) await writeFile(expected, `${JSON.stringify(found, null, 2)}\n`)
    t.same(found, JSON.parse(await readFile(expected, 'utf8')))
  })
}

/** Removes unknown values, so that expectations are easier to read and new properties do not change them. */
function known(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(known)
  if (typeof value !== 'object' || value === null) return value
  const parts = Object.entries(value)
    .map(([name, part]) => [name, known(part)] as const)
    .filter(([, part]) => !isEmpty(part))
  return Object.fromEntries(parts)
}

const isEmpty = (part: unknown): boolean =>
  part === null ||
  part === 'unknown' ||
  (typeof part === 'object' && part !== null && Object.keys(part).length === 0)
