import type { ClaimReader, SeenClaim } from '../../domain/claims/claim-ports.ts'
import type { Database } from '../db/database.ts'
import type { Sql } from '../db/sql.ts'
import { claimQueue, claimSeen, claimsOnPlace, claimsSeenOf, placeManagers } from './claims.sql.ts'
import { evidenceOf } from './evidence.ts'

export function claimReader({ pool }: Pick<Database, 'pool'>, clock: () => number): ClaimReader {
  const now = () => new Date(clock())
  const seen = async (statement: Sql) => (await pool.query<SeenClaim>(statement)).rows
  return {
    find: async (id) => (await seen(claimSeen(id, now())))[0] ?? null,
    ofAccount: (account) => seen(claimsSeenOf(account, now())),
    ofPlace: (place) => seen(claimsOnPlace(place, now())),
    queue: async (filter, limit) => {
      const { rows } = await pool.query<SeenClaim & { readonly total: number }>(
        claimQueue(filter, limit, now())
      )
      return { claims: rows, total: rows[0]?.total ?? 0 }
    },
    evidence: (place, before) => evidenceOf(pool, place, before),
    hasOwner: async (place, at) =>
      (await pool.query<{ owns: boolean }>(placeManagers(place, at))).rows.some(({ owns }) => owns)
  }
}
