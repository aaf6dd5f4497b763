import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import OpeningHours from 'opening_hours'
import t from 'tap'
import { RELEASED_CALENDARS } from '../../src/domain/opening/school-calendar.ts'
import { definitionsOf } from '../../src/opening/definitions.ts'
import { evaluate } from '../../src/opening/evaluate.ts'
import { parseValue } from '../../src/opening/library.ts'
import { BREST } from './plain-library.ts'

// Tests the values from the library's own tests. Whether the library rejects a value, accepts it, or warns about it
// must not depend on the realm in which it runs.

const FILE = join(
  process.env.ANNUAIRE_SHARED_DATA ?? fileURLToPath(new URL('../../../shared/data', import.meta.url)),
  'opening-hours/opening_hours.js-test-values.json'
)

type Listed = { readonly kind: string; readonly test: string; readonly value: string }
type Verdict = 'accepted' | 'warned' | 'refused'
type Value = { getWarnings(): readonly string[] }

const HOURS = 0
const HOURS_AND_MOMENTS = 2

function verdict(parse: () => Value): Verdict {
  try {
    return parse().getWarnings().length > 0 ? 'warned' : 'accepted'
  } catch {
    return 'refused'
  }
}

const HERE = { lat: '48', lon: '-4', address: { country_code: 'fr', state: BREST.state } }
const plain = (value: string, mode: number): Verdict =>
  verdict(() => new OpeningHours(value, HERE as never, mode as never))

const holidays = definitionsOf('metropole', RELEASED_CALENDARS.get('B'))
const ours = (value: string): Verdict => verdict(() => parseValue(value, holidays))

/** Matches failures because of a missing country, another mode or a wrong call, none of which occurs in our code. */
const NEED_A_FAULT_OF_THE_CALLER =
  /^Missing information|wrong mode|non-existing address|Wrong constructor call/

t.test('values of the library’s own tests', { skip: !existsSync(FILE) && 'no shared data' }, async (t) => {
  const listed: readonly Listed[] = JSON.parse(await readFile(FILE, 'utf8'))
  const named = (kind: string) => listed.filter((each) => each.kind === kind)
  const values = (some: readonly Listed[]) => some.map(({ value }) => value)

  t.same(
    values(listed.filter(({ value }) => ours(value) !== plain(value, HOURS))),
    [],
    'as the library itself'
  )

  t.same(
    values(
      named('addShouldFail').filter(
        ({ value, test }) => ours(value) !== 'refused' && !NEED_A_FAULT_OF_THE_CALLER.test(test)
      )
    ),
    // These values are listed as errors, but the installed version accepts them with a warning.
    ['12:00-14:00 ||', '14:00-16:00,', 'easter + 198 days'],
    'refused as listed'
  )
  t.same(
    values(named('addShouldWarn').filter(({ value }) => ours(value) === 'accepted')),
    values(named('addShouldWarn').filter(({ value }) => plain(value, HOURS) === 'accepted')),
    'with the listed warnings'
  )
  const passing = named('addTest').filter(({ value }) => plain(value, HOURS_AND_MOMENTS) !== 'refused')
  t.same(
    values(passing.filter(({ value, test }) => ours(value) === 'refused' && !/^Points in time/.test(test))),
    [],
    'accepted as listed, except points in time, which are not hours'
  )
})

t.test('no value makes the evaluation fail', { skip: !existsSync(FILE) && 'no shared data' }, async (t) => {
  const listed: readonly Listed[] = JSON.parse(await readFile(FILE, 'utf8'))
  const [from, to] = [Date.parse('2026-11-01T00:00Z'), Date.parse('2026-11-15T00:00Z')]
  for (const { value } of listed) {
    const openings = evaluate(
      { osm: value, zone: BREST.zone, calendar: 'metropole/B' },
      RELEASED_CALENDARS,
      from,
      to
    )
    if (ours(value) === 'refused') t.same(openings, [{ from, to, state: 'unknown' }], value)
    else
      t.ok(
        openings.every(
          (each, index) => each.from < each.to && each.from >= (openings[index - 1]?.to ?? from)
        ),
        value
      )
  }
})
