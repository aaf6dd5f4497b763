import { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import type { Command } from 'commander'
import { type ReadCalendars, readSchoolCalendars } from '../domain/opening/read-school-calendars.ts'
import type { SchoolCalendars } from '../domain/opening/school-calendar.ts'
import { SCHOOL_ZONES } from '../domain/opening/school-zones.ts'
import { ImportRefused } from '../importers/refused.ts'
import { inputFrom } from '../importers/run/input.ts'
import { PROGRAM_VERSION } from '../program-version.ts'
import type { Database } from '../store/db/database.ts'
import { refreshOpenings } from '../store/hours/refresh-openings.ts'
import * as store from '../store/hours/school-calendars.ts'
import { print } from './shell/print.ts'
import { textTable } from './shell/text-table.ts'
import { withDatabase } from './shell/with-database.ts'

const MINISTRY =
  'https://data.education.gouv.fr/api/explore/v2.1/catalog/datasets/fr-en-calendrier-scolaire/exports/json'

/** Largest file that is accepted, in MB. The calendar since 2017 is 2 MB. */
const MAX_MEGABYTES = 50

export function registerHolidays(program: Command): void {
  const holidays = program
    .command('holidays')
    .description('show how far ahead the school holidays of each zone are known')
    .action(async () => {
      const calendars = await withDatabase(({ batch }) => store.readSchoolCalendars(batch))
      print(`${describeCalendars(calendars)}\n`)
    })
  holidays
    .command('refresh')
    .description("load the ministry's official calendar, and recompute the opening hours that depend on it")
    .argument('[from]', 'a file, a URL, or - for standard input', MINISTRY)
    .action(async (from: string) => {
      const file = await readJson(from)
      const { calendars, unknownZones } = await withDatabase((database) =>
        refreshHolidays(database, file, new Date())
      )
      print(`${describeCalendars(calendars)}\n`)
      for (const zone of unknownZones) print(`left out: unknown zone ${zone}\n`)
    })
}

async function readJson(from: string): Promise<unknown> {
  const input = inputFrom(from, {
    maxMegabytes: MAX_MEGABYTES,
    stdin: process.stdin,
    program: PROGRAM_VERSION,
    anew: true
  })
  const opened = await input.open(null)
  if (opened === null) throw new ImportRefused(`${input.origin} sent no data.`)
  try {
    return await json(Readable.from(opened.bytes))
  } catch (error) {
    throw error instanceof SyntaxError ? new ImportRefused(`${input.origin} is not JSON.`) : error
  } finally {
    await opened.close?.()
  }
}

type Refreshed = Pick<ReadCalendars, 'unknownZones'> & { readonly calendars: SchoolCalendars }

/** Stores the calendars of the ministry's file, and recomputes the opening hours that depend on them. */
export async function refreshHolidays(
  database: Pick<Database, 'batch'>,
  file: unknown,
  now: Date
): Promise<Refreshed> {
  const { calendars, unknownZones } = readSchoolCalendars(file)
  if (calendars.length === 0) throw new ImportRefused('The file contains no school holidays.')
  await store.keepSchoolCalendars(database, calendars)
  await refreshOpenings(database, now)
  return { calendars: await store.readSchoolCalendars(database.batch), unknownZones }
}

export const describeCalendars = (calendars: SchoolCalendars): string =>
  textTable([
    ['zone', 'known until', 'holidays'],
    ...SCHOOL_ZONES.map((zone) => {
      const calendar = calendars.get(zone)
      return [zone, calendar?.knownUntil ?? 'not known', calendar?.holidays.length ?? 0]
    })
  ])
