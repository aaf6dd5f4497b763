import type { Report } from '../../importers/run/report.ts'
import type { Source } from '../../importers/source.ts'
import type { Database } from '../../store/db/database.ts'
import { type ImportCommand, importFrom } from './import-from.ts'

/** A source whose file has a URL. */
export type Fetchable = Source & { readonly url: string }

export const isFetchable = (source: Source): source is Fetchable => source.url !== null

export type Outcome = { readonly source: string } & (
  | { readonly report: Report }
  | { readonly error: Error; readonly duration_ms: number }
)

/**
 * Imports the sources one after another, because they write to the same database. If one fails, the error is
 * recorded and the next one starts.
 */
export async function syncSources(
  database: Pick<Database, 'batch' | 'kind'>,
  sources: readonly Fetchable[],
  command: ImportCommand,
  onProgress?: (source: string, read: number) => void
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = []
  for (const source of sources) {
    const started = performance.now()
    try {
      const report = await importFrom(database, source, source.url, command, {
        onProgress: (read) => onProgress?.(source.source, read)
      })
      outcomes.push({ source: source.source, report })
    } catch (thrown) {
      const error = thrown instanceof Error ? thrown : new Error(String(thrown))
      outcomes.push({ source: source.source, error, duration_ms: performance.now() - started })
    }
  }
  return outcomes
}

export const hasFailed = (outcome: Outcome): boolean => 'error' in outcome
