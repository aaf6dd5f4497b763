import { MANAGER_ANSWERS_MS } from '../../domain/claims/periods.ts'
import type { ManagedPlace, ManagedPlaces } from '../../domain/edits/managed-places.ts'
import type { Database } from '../db/database.ts'
import { placesManaged } from './edits.sql.ts'

type Row = Omit<ManagedPlace, 'waiting' | 'claims'> & {
  readonly claims: readonly { readonly id: string; readonly at: string }[]
  readonly waiting: readonly (Omit<ManagedPlace['waiting'][number], 'at'> & { readonly at: string })[]
}

export const managedPlaces =
  ({ pool }: Pick<Database, 'pool'>): ManagedPlaces =>
  async (account) =>
    (await pool.query<Row>(placesManaged(account))).rows.map(({ waiting, claims, ...place }) => ({
      ...place,
      claims: claims.map(({ id, at }) => ({
        ...{ id, at: new Date(at), answerBy: new Date(Date.parse(at) + MANAGER_ANSWERS_MS) }
      })),
      waiting: waiting.map((each) => ({ ...each, at: new Date(each.at) }))
    }))
