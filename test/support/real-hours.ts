import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const FILE = join(
  process.env.ANNUAIRE_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)),
  'opening-hours/fr-mednum-osm-values.json'
)

/** Distinct OpenStreetMap values from real directories; null if their file is missing. */
export async function realHours(): Promise<readonly string[] | null> {
  if (!existsSync(FILE)) return null
  const rows: readonly { readonly value: string }[] = JSON.parse(await readFile(FILE, 'utf8'))
  return [...new Set(rows.map(({ value }) => value))]
}
