import { type SchoolCalendar, type SchoolCalendars, withLater } from '../../domain/opening/school-calendar.ts'
import { dataVersionRaise } from '../db/data-version.sql.ts'
import type { Database } from '../db/database.ts'
import { writersLock } from '../db/locks.sql.ts'
import type { Runner } from '../db/sql.ts'
import { inTransaction } from '../db/transaction.ts'
import { schoolSchedulesReset } from './refresh-openings.sql.ts'
import { schoolCalendars, schoolCalendarsKeep } from './school-calendars.sql.ts'

export const readSchoolCalendars = async (runner: Runner): Promise<SchoolCalendars> =>
  withLater((await runner.query<SchoolCalendar>(schoolCalendars())).rows)

/**
 * Stores school calendars and resets the openings that depend on them. Until these openings are computed again, the
 * state of the places concerned is unknown.
 */
export async function keepSchoolCalendars(
  { batch }: Pick<Database, 'batch'>,
  calendars: readonly SchoolCalendar[]
): Promise<void> {
  await inTransaction(batch, async (client) => {
    // Waits for writers of places: they compute openings with the calendars that they read when they started.
    await client.query(writersLock())
    await client.query(schoolCalendarsKeep(calendars))
    await client.query(schoolSchedulesReset())
    await client.query(dataVersionRaise())
  })
}
