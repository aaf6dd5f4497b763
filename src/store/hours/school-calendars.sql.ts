import type { SchoolCalendar } from '../../domain/opening/school-calendar.ts'
import { type Sql, sql } from '../db/sql.ts'

export const schoolCalendars = (): Sql => sql`
SELECT zone, holidays, known_from AS "knownFrom", known_until AS "knownUntil" FROM school_calendar`

export const schoolCalendarsKeep = (calendars: readonly SchoolCalendar[]): Sql => sql`
INSERT INTO school_calendar (zone, holidays, known_from, known_until)
SELECT zone, holidays, "knownFrom", "knownUntil"
FROM jsonb_to_recordset(${JSON.stringify(calendars)}::jsonb)
  AS g (zone text, holidays jsonb, "knownFrom" date, "knownUntil" date)
ON CONFLICT (zone) DO UPDATE SET (holidays, known_from, known_until, refreshed_at) =
  (excluded.holidays, excluded.known_from, excluded.known_until, now())`
