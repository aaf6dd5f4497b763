import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import OpeningHours from 'opening_hours'
import { readDayColumns } from '../src/domain/hours/read/read-columns.ts'
import { readHours } from '../src/domain/hours/read/read-hours.ts'
import { readOsm } from '../src/domain/hours/read/read-osm.ts'
import { DAYS, type HoursReading } from '../src/domain/hours/reading.ts'

// Reads every French text with opening hours in the shared files, and reports how much was understood. For texts
// that come with an OpenStreetMap value, it also reports whether both are open at the same minutes.
// `--list=partial` prints the readings with this confidence.

const DATA = process.env.ANNUAIRE_SHARED_DATA ?? '../shared/data'
const LIST = process.argv.find((argument) => argument.startsWith('--list='))?.slice(7)
const ONLY = process.argv.find((argument) => argument.startsWith('--only='))?.slice(7)
const COMMONEST = 20

type Row = Record<string, string>
type Sample = { readonly reading: HoursReading; readonly text: string; readonly expected?: string }

const csv = async (path: string): Promise<readonly Row[]> =>
  parse(await readFile(join(DATA, path), 'utf8'), {
    columns: true,
    relax_quotes: true,
    relax_column_count: true
  })
const json = async (path: string): Promise<readonly Row[]> =>
  JSON.parse(await readFile(join(DATA, path), 'utf8'))

const text = (value: string | undefined): string => (typeof value === 'string' ? value.trim() : '')
const sample = (raw: string): Sample => ({ text: raw, reading: readHours(raw) })

/** Reads a text of the files named in `CELLS`, in which the cells of a row are joined with semicolons. */
function ofCells(raw: string): Sample {
  const cells = raw.split(/; |;$/)
  const days = Object.fromEntries(DAYS.map((day, index) => [day, cells[index] ?? null]))
  return { text: raw, reading: readDayColumns(days) }
}

const CELLS = ['france-services', 'hub-hinaura', 'hub-rhinocc']

const pairs = async (): Promise<readonly Sample[]> =>
  (await csv('opening-hours/fr-hours-raw-to-osm-pairs.csv')).map((row) => ({
    ...(CELLS.some((name) => row.source?.startsWith(name)) ? ofCells(row.raw ?? '') : sample(row.raw ?? '')),
    ...(row.osm && { expected: row.osm })
  }))

const corse = async (): Promise<readonly Sample[]> =>
  (await json('mednum/corse.json'))
    .map((row) => text(row.Horaires))
    .filter(Boolean)
    .map(sample)

const FRENCH = ['Lundi', 'Mardi', 'Mercredi', 'Jeudi', 'Vendredi', 'Samedi', 'Dimanche']

const columns = (row: Row, names: readonly string[], comment: string | null): readonly Sample[] => {
  const days = Object.fromEntries(DAYS.map((day, index) => [day, text(row[names[index] ?? '']) || null]))
  if (Object.values(days).every((cell) => cell === null)) return []
  const reading = readDayColumns(days, comment)
  return [{ text: reading.raw, reading }]
}

const hinaura = async (): Promise<readonly Sample[]> =>
  (await json('mednum/hinaura.json')).flatMap((row) => columns(row, FRENCH, null))

const SIILAB = ['Ouverture', 'Horaires équipement', 'Horaires médnum', 'Horaires démarches']

const siilab = async (): Promise<readonly Sample[]> =>
  (await csv('mednum/hub-siilab-hdf-2020.csv'))
    .flatMap((row) => SIILAB.map((name) => text(row[name])))
    .filter(Boolean)
    .map(sample)

const bfc = async (): Promise<readonly Sample[]> =>
  (await csv('mednum/hub-bfc-ternum-2020.csv'))
    .map((row) => text(row.horaires))
    .filter(Boolean)
    .map(sample)

const FRANCE_SERVICES = ['h_lundi', 'h_mardi', 'h_mercredi', 'h_jeudi', 'h_vendredi', 'h_samedi']

const franceServices = (withComment: boolean) => async (): Promise<readonly Sample[]> =>
  (await csv('public-services/france-services-20240801.csv')).flatMap((row) =>
    columns(row, FRANCE_SERVICES, withComment ? text(row.commentaire) || null : null)
  )

const PLACE = { lat: 48.85, lon: 2.35, address: { country_code: 'fr', state: 'Île-de-France' } }
const FROM = new Date(2025, 9, 6)
const TO = new Date(2025, 10, 3)

/** The open and unknown minutes of four weeks that contain a school holiday and a public holiday. */
function minutes(value: string): string | null {
  try {
    return JSON.stringify(
      new OpeningHours(value, PLACE as never)
        .getOpenIntervals(FROM, TO)
        .map(([from, to, unknown]) => [from, to, unknown])
    )
  } catch {
    return null
  }
}

/** Repairs a value before the comparison: "09:0030" is a mistake of the tool that made the pairs. */
const mended = (osm: string): string =>
  osm.replace(/(\d\d:\d\d)(\d\d)/g, (_, clock: string, extra: string) => `${clock.slice(0, 3)}${extra}`)

/** Matches texts that state hours. Days without hours, addresses and sentences do not match. */
const STATES_HOURS = /\d ?[h:]|\d ?[-à/] ?\d|24\/7|^(?!.*(?:libre|librement)).*(?:rendez|rdv)/i

function report(name: string, samples: readonly Sample[]): void {
  const stating = samples.filter(({ text }) => STATES_HOURS.test(text))
  const count = (confidence: string) =>
    stating.filter(({ reading }) => reading.confidence === confidence).length
  const share = (n: number) => `${((100 * n) / (stating.length || 1)).toFixed(1)} %`
  const [exact, partial, none] = [count('exact'), count('partial'), count('none')]
  console.log(
    `${name}: ${samples.length} texts, ${stating.length} with hours; exact ${share(exact)}, partial ${share(partial)}, ` +
      `none ${share(none)}`
  )
  if (LIST) {
    for (const { text, reading } of samples.filter((one) => one.reading.confidence === LIST)) {
      console.log(`  ${text.replace(/\n/g, '⏎')}\n    -> ${reading.osm}  ## ${reading.leftover}`)
    }
    return
  }
  const leftovers = new Map<string, number>()
  for (const { reading } of stating) {
    if (reading.confidence !== 'exact') {
      const words = reading.leftover ?? ''
      leftovers.set(words, (leftovers.get(words) ?? 0) + 1)
    }
  }
  const commonest = [...leftovers].sort((a, b) => b[1] - a[1]).slice(0, COMMONEST)
  console.log(
    commonest.map(([words, times]) => `    ${times} × ${words.replace(/\n/g, '⏎').slice(0, 100)}`).join('\n')
  )
}

function compare(samples: readonly Sample[]): void {
  const tally = new Map<string, number>()
  for (const { text, reading, expected } of samples) {
    if (expected === undefined || reading.osm === null) continue
    const pair = readOsm(mended(expected))
    const wanted = pair.osm === null || pair.confidence !== 'exact' ? null : minutes(pair.osm)
    const verdict =
      wanted === null ? 'pair is no value' : wanted === minutes(reading.osm) ? 'same' : 'different'
    const key = `${reading.confidence}: ${verdict}`
    tally.set(key, (tally.get(key) ?? 0) + 1)
    if (verdict === 'different')
      console.log(`  ${reading.confidence} ${text}\n    pair ${expected}\n    read ${reading.osm}`)
  }
  console.log(tally)
}

/** Prints the library's warnings about our values. An exact reading must be parsed without warnings. */
function warnings(samples: readonly Sample[]): void {
  for (const { reading, text } of samples) {
    if (reading.osm === null) continue
    try {
      const warnings = new OpeningHours(reading.osm, PLACE as never).getWarnings()
      if (warnings.length > 0)
        console.log(`  WARNED ${reading.confidence} ${text}\n    ${reading.osm}\n    ${warnings}`)
    } catch (error) {
      console.log(`  REFUSED ${reading.confidence} ${text}\n    ${reading.osm}\n    ${error}`)
    }
  }
}

const SOURCES: Readonly<Record<string, () => Promise<readonly Sample[]>>> = {
  pairs,
  corse,
  hinaura,
  siilab,
  bfc,
  'france-services cells': franceServices(false),
  'france-services cells and comments': franceServices(true)
}

if (!existsSync(DATA)) {
  console.log(`No shared data in ${DATA}: nothing to measure.`)
} else {
  for (const [name, load] of Object.entries(SOURCES)) {
    if (ONLY && ONLY !== name) continue
    const samples = await load()
    report(name, samples)
    if (name === 'pairs' && !LIST) compare(samples)
    warnings(samples)
  }
}
