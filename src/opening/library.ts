import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createContext, runInContext } from 'node:vm'
import type OpeningHours from 'opening_hours'

/*
 * The library uses the local time of the process, because it asks a `Date` for its local hour. Therefore it runs in
 * a separate realm in which local time is UTC, whatever the time zone of the process, and it receives the local
 * time of the place as if it were UTC. Setting the time zone of the process instead would affect all other code,
 * and in every zone with daylight saving time, one hour of the year does not exist.
 */

const require = createRequire(import.meta.url)
const LIBRARY = 'opening_hours'

const LOCAL_IS_UTC = `{
  const Real = Date
  const prototype = Real.prototype
  for (const part of ['FullYear', 'Month', 'Date', 'Day', 'Hours', 'Minutes', 'Seconds', 'Milliseconds']) {
    prototype['get' + part] = prototype['getUTC' + part]
    if (part !== 'Day') prototype['set' + part] = prototype['setUTC' + part]
  }
  prototype.getTimezoneOffset = () => 0
  const Local = function (...parts) { return parts.length > 1 ? new Real(Real.UTC(...parts)) : new Real(...parts) }
  Object.assign(Local, { prototype, UTC: Real.UTC, now: Real.now, parse: Real.parse })
  prototype.constructor = Local
  globalThis.Date = Local
}`

type Value = InstanceType<typeof OpeningHours>
type Realm = {
  readonly Library: new (value: string, place: object, options: { mode: number }) => Value
  readonly LocalDate: new (wall: number) => Date
  readonly definitions: { current: Definitions }
}

/** Holidays in the library's format. */
export type Definitions = {
  readonly PH: readonly object[]
  readonly SH?: readonly object[]
}

let opened: Realm | undefined

function realm(): Realm {
  if (opened) return opened
  const module: { exports: unknown } = { exports: {} }
  const definitions: Realm['definitions'] = { current: { PH: [] } }
  const context = createContext({ module, exports: module.exports, require, definitions })
  runInContext(LOCAL_IS_UTC, context)
  // The library looks up the holidays of a state in a plain object, by the name of the state. To supply our
  // holidays, every object of this realm gets a property with the name of our invented state.
  runInContext(
    `Object.defineProperty(Object.prototype, '${STATE}', { get: () => definitions.current })`,
    context
  )
  const path = require.resolve(LIBRARY)
  runInContext(readFileSync(path, 'utf8'), context, { filename: path })
  opened = {
    Library: module.exports as Realm['Library'],
    LocalDate: runInContext('Date', context),
    definitions
  }
  return opened
}

/** An invented state of France. The library prefers the holidays of a state to those of its country. */
const STATE = 'annuaire'
/** The library's mode for time ranges, as opposed to points in time. */
const TIME_RANGES = 0

/** Parses opening hours. Throws if the library cannot parse the value. */
export function parseValue(value: string, holidays: Definitions): Value {
  const { Library, definitions } = realm()
  definitions.current = holidays
  return new Library(value, { address: { country_code: 'fr', state: STATE } }, { mode: TIME_RANGES })
}

export const localDate = (wall: number): Date => new (realm().LocalDate)(wall)
