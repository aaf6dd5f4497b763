import { rememberedFor } from '../../domain/concurrency/remembered.ts'
import type { Database } from '../db/database.ts'
import { facetNames } from './facet-names.sql.ts'

/** Returns the name of a département, a région or a source; undefined if the code is unknown. */
export type NameOf = (facet: string, code: string) => string | undefined

/** How long names are cached. They change only with a release or a new source. */
const KEPT_MS = 60_000

export const facetNamer = ({ pool }: Pick<Database, 'pool'>): (() => Promise<NameOf>) =>
  rememberedFor(KEPT_MS, async () => {
    const { rows } = await pool.query<{ facet: string; code: string; name: string }>(facetNames())
    const names = new Map(rows.map(({ facet, code, name }) => [`${facet} ${code}`, name]))
    return (facet, code) => names.get(`${facet} ${code}`)
  })
