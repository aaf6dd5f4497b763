import { holidaysOf } from '../../domain/opening/schedule-key.ts'
import { type KnownOpenings, type Week, weekOf } from '../../domain/opening/week.ts'
import type { Database } from '../db/database.ts'
import { run } from '../db/prepared.ts'
import { scheduleOpenings } from './schedules.sql.ts'
import { NO_HOURS } from './schedules.ts'
import { readSchoolCalendars } from './school-calendars.ts'

/** The week of a schedule, starting today; null if the schedule is unknown or has no hours. */
export const weekReader =
  (database: Pick<Database, 'pool' | 'kind'>, clock: () => number) =>
  async (schedule: number | null): Promise<Week | null> => {
    if (schedule === null || schedule === NO_HOURS) return null
    const [known] = await run<KnownOpenings>(database, scheduleOpenings(schedule))
    if (!known) return null
    const mindsSchool = holidaysOf(known.calendar)?.school !== 'none'
    return weekOf(known, mindsSchool ? await readSchoolCalendars(database.pool) : new Map(), clock())
  }
