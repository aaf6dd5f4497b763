import type { PoolClient } from 'pg'
import { dataVersionRaise } from '../../src/store/db/data-version.sql.ts'
import type { Database } from '../../src/store/db/database.ts'
import { inTransaction } from '../../src/store/db/transaction.ts'
import { loadTermIds } from '../../src/store/vocabularies/term-ids.ts'
import { keywordsFrom } from '../../src/store/writing/keywords.ts'
import { loadOffering } from '../../src/store/writing/offering.ts'
import { toPlaceRow } from '../../src/store/writing/place-row.ts'
import { placePut, placeWithdraw } from '../../src/store/writing/place-write.sql.ts'
import { changesPublish } from '../../src/store/writing/publishing.sql.ts'
import type { AnsweredPlace, Api } from './app.ts'
import { type TestPlace, TODAY } from './places.ts'

export type ChangeItem = {
  readonly kind: string
  readonly id: string
  readonly survivor?: string
  readonly fields?: readonly string[]
  readonly at: string
  readonly place?: AnsweredPlace | null
}

export type Changes = {
  readonly items: readonly ChangeItem[]
  readonly next: string | null
  readonly cursor: string
}

type Step = (client: PoolClient) => Promise<unknown>

/** A writer like an import: works, pauses, takes its version in its last statement, and commits later. */
export async function write(
  { batch }: Pick<Database, 'batch'>,
  work: Step,
  pauses: {
    readonly beforePublishing?: () => Promise<unknown>
    readonly beforeCommit?: () => Promise<unknown>
  } = {}
): Promise<void> {
  await inTransaction(batch, async (client) => {
    await work(client)
    await pauses.beforePublishing?.()
    await client.query(changesPublish())
    await pauses.beforeCommit?.()
  })
}

export const putting =
  (places: readonly TestPlace[]): Step =>
  async (client) => {
    const termIds = await loadTermIds(client)
    const keywords = keywordsFrom(client, { termIds, today: TODAY })
    await keywords.learn(places.map(({ content }) => content))
    const offering = await loadOffering(client)
    const rows = places.map(({ content, ...context }) =>
      toPlaceRow(content, {
        ...context,
        declarations: [],
        offering,
        termIds,
        keywords: keywords.of(content),
        schedule: 0,
        today: TODAY
      })
    )
    await client.query(
      placePut({ rows: JSON.stringify(rows), known: places.map(({ id }) => id), labels: [] })
    )
  }

export const withdrawing =
  (ids: readonly string[]): Step =>
  (client) =>
    client.query(placeWithdraw(ids, new Date().toISOString()))

export async function merge(
  database: Pick<Database, 'batch'>,
  loser: string,
  survivor: string
): Promise<void> {
  await inTransaction(database.batch, async (client) => {
    await client.query(`UPDATE place SET status = 'merged', merged_into = $2 WHERE id = $1`, [
      loser,
      survivor
    ])
    const { rows } = await client.query(dataVersionRaise())
    await client.query(
      `INSERT INTO change (version, kind, place_id, survivor) VALUES ($1, 'merged', $2, $3)`,
      [rows[0]?.version, loser, survivor]
    )
  })
}

/** A copy of the directory made only from the feed of changes. */
export type Mirror = {
  readonly places: Map<string, AnsweredPlace>
  /** Applies new changes, in pages of `limit`; returns their number. */
  readonly follow: (limit: number) => Promise<number>
}

export function mirrorOf({ get }: Api): Mirror {
  const places = new Map<string, AnsweredPlace>()
  let cursor: string | undefined
  const take = ({ kind, id, place }: ChangeItem) => {
    const gone = kind === 'withdrawn' || kind === 'merged' || !place
    if (gone) places.delete(id)
    else places.set(id, place)
  }
  return {
    places,
    follow: async (limit) => {
      const since = cursor === undefined ? '' : `&since=${cursor}`
      let taken = 0
      for (let next: string | null = `/v1/changes?include=place&limit=${limit}${since}`; next !== null; ) {
        const page: Changes = await get<Changes>(next)
        page.items.forEach(take)
        taken += page.items.length
        ;({ cursor, next } = page)
      }
      return taken
    }
  }
}
