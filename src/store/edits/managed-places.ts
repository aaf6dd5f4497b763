import type { ManagedPlace, ManagedPlaces } from '../../domain/edits/managed-places.ts'
import type { Database } from '../db/database.ts'
import { placesManaged } from './edits.sql.ts'

type Row = Omit<ManagedPlace, 'waiting'> & {
  readonly waiting: readonly (Omit<ManagedPlace['waiting'][number], 'at'> & { readonly at: string })[]
}

export const managedPlaces =
  ({ pool }: Pick<Database, 'pool'>): ManagedPlaces =>
  async (account) =>
    (await pool.query<Row>(placesManaged(account))).rows.map(({ waiting, ...place }) => ({
      ...place,
      waiting: waiting.map((each) => ({ ...each, at: new Date(each.at) }))
    }))
