import type { HideDeps, PersonToHide } from '../../domain/contributions/hide-person.ts'
import { correctionPublishing } from '../corrections/correction-store.ts'
import type { Database } from '../db/database.ts'
import { personsToHide } from './contributions.sql.ts'

export const personHiding = (database: Pick<Database, 'batch'>): HideDeps => ({
  waiting: async () => (await database.batch.query<PersonToHide>(personsToHide())).rows,
  publishing: correctionPublishing(database)
})
