import type { Run, Source, SourceReader } from '../../domain/imports/source.ts'
import type { Database } from '../db/database.ts'
import { sourceAges, sources } from './sources.sql.ts'

type Row = Omit<Source, 'lastRun' | 'lastSuccess' | 'freshOn'> & {
  readonly last_run: Run | null
  readonly last_success: Run | null
  readonly fresh_on: string | null
}

export function sourceReader({ pool, prisma }: Pick<Database, 'pool' | 'prisma'>): SourceReader {
  const read = async (slug: string | null): Promise<readonly Source[]> => {
    const { rows } = await pool.query<Row>(sources(slug))
    return rows.map(({ last_run, last_success, fresh_on, ...source }) => ({
      ...source,
      lastRun: last_run,
      lastSuccess: last_success,
      freshOn: fresh_on
    }))
  }
  return {
    all: () => read(null),
    find: async (slug) => (await read(slug))[0] ?? null,
    ages: async () => {
      const { rows } = await pool.query<{ source: string; seconds: number }>(sourceAges())
      return new Map(rows.map(({ source, seconds }) => [source, seconds]))
    },
    slugs: async () => (await prisma.source.findMany({ select: { slug: true } })).map(({ slug }) => slug)
  }
}
