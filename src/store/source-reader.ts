import type { Run, Source, SourceReader } from '../domain/source.ts'
import type { Database } from './database.ts'
import { sources } from './queries/sources.sql.ts'

type Row = Omit<Source, 'lastRun' | 'freshOn'> & {
  readonly last_run: Run | null
  readonly fresh_on: string | null
}

export function sourceReader({ pool, prisma }: Pick<Database, 'pool' | 'prisma'>): SourceReader {
  const read = async (slug: string | null): Promise<readonly Source[]> => {
    const { rows } = await pool.query<Row>(sources(slug))
    return rows.map(({ last_run, fresh_on, ...source }) => ({
      ...source,
      lastRun: last_run,
      freshOn: fresh_on
    }))
  }
  return {
    all: () => read(null),
    find: async (slug) => (await read(slug))[0] ?? null,
    slugs: async () => (await prisma.source.findMany({ select: { slug: true } })).map(({ slug }) => slug)
  }
}
