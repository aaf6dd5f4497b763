import type { Claim } from '../../domain/claims/claim.ts'
import type { ClaimActs, ClaimWriter } from '../../domain/claims/claim-ports.ts'
import type { MeantPlace } from '../../domain/moderation/moderation-ports.ts'
import { accountWriter } from '../accounts/account-writer.ts'
import { journalIn } from '../acts/journal.ts'
import type { Act } from '../db/acting.ts'
import type { Database } from '../db/database.ts'
import { editWriter } from '../edits/edit-writer.ts'
import { placeMeant } from '../moderation/moderation.sql.ts'
import { outboxIn } from '../outbox/outbox-store.ts'
import type { Prisma } from '../prisma-client/client.ts'
import { publishingIn } from '../writing/publishing.ts'
import { toClaim, toColumns } from './claim-row.ts'
import {
  claimLock,
  claimsGrantedBy,
  claimsHeld,
  claimsLock,
  claimsOfAccount,
  managerEnd,
  placeManagers
} from './claims.sql.ts'
import { evidenceOf, placesOn } from './evidence.ts'

export const claimActs = ({ act }: Pick<Database, 'act'>): ClaimActs => ({
  run: (work) => act((own) => work(claimWriter(own)))
})

function claimWriter(own: Act): ClaimWriter {
  const { client, tables } = own
  const { countAlone, attempts, addAttempt, find, grant, note } = accountWriter(own)
  const findClaim = async (id: string): Promise<Claim | null> => {
    const row = await tables.claim.findUnique({ where: { id } })
    return row && toClaim(row)
  }
  const all = async (ids: readonly { readonly id: string }[]) => {
    const found = await Promise.all(ids.map(({ id }) => findClaim(id)))
    return found.flatMap((claim) => claim ?? [])
  }
  return {
    ...{ countAlone, attempts, addAttempt, find, grant, note, findClaim },
    edits: publishingIn(own, (writing) => editWriter(own, writing)),
    journal: journalIn(own),
    outbox: outboxIn(own),
    meant: async (place) => (await client.query<MeantPlace>(placeMeant(place))).rows[0] ?? null,
    lockPlace: async (place) => {
      await client.query(claimsLock(place))
    },
    lockClaim: async (id) => {
      await client.query(claimLock(id))
      return findClaim(id)
    },
    claimsOf: async (place, account) =>
      all((await client.query<{ id: string }>(claimsOfAccount(place, account))).rows),
    grantedBy: async (place, account) =>
      all((await client.query<{ id: string }>(claimsGrantedBy(place, account))).rows),
    claimsHeld: async (place) => all((await client.query<{ id: string }>(claimsHeld(place))).rows),
    isContestedByPlace: async (subjectId) =>
      (await tables.act.count({
        where: { subjectKind: 'claim', subjectId, kind: 'contested', actorKind: 'anonymous' }
      })) > 0,
    managers: async (place, now) => {
      const { rows } = await client.query<{ account: string; owns: boolean }>(placeManagers(place, now))
      return rows.map(({ account, owns }) => ({ account, rank: owns ? 'owner' : 'editor' }))
    },
    evidence: (place, before) => evidenceOf(client, place, before),
    placesOn: (domain, most) => placesOn(client, domain, most),
    add: async (claim) => {
      await tables.claim.create({ data: toColumns(claim) as Prisma.ClaimUncheckedCreateInput })
    },
    change: async (id, changes) => {
      await tables.claim.update({
        where: { id },
        data: toColumns(changes) as Prisma.ClaimUncheckedUpdateInput
      })
    },
    endManager: async (place, account, by, now) =>
      (await client.query(managerEnd(place, account, by, now))).rowCount ?? 0
  }
}
