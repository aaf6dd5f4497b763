import t from 'tap'
import { readDeclaredHours } from '../../../src/importers/declared/hours.ts'
import type { Hours } from '../../../src/importers/declared/mapping-schema.ts'
import { readRow } from '../../../src/importers/row.ts'

function read(hours: Hours, raw: Readonly<Record<string, unknown>>) {
  const row = readRow(raw)
  const { osm } = readDeclaredHours(row, hours, 'Europe/Paris')
  return { osm, findings: row.finish() }
}

t.test('all times of a day are read if JSON holds them as a list', async (t) => {
  const two = ['08:30-12:00', '13:30-18:00']
  t.match(read({ days: { Tu: 'mardi' } }, { mardi: two }), {
    osm: 'Tu 08:30-12:00,13:30-18:00',
    findings: []
  })
  t.match(
    read(
      { half_days: { Tu: { morning: 'am', afternoon: 'pm' } } },
      { am: ['8h-9h', '10h-12h'], pm: '14h-18h' }
    ),
    { osm: 'Tu 08:00-09:00,10:00-12:00,14:00-18:00' }
  )
  const ends = { opens_closes: { Tu: { opens: 'de', closes: 'a' } } }
  t.match(read(ends, { de: ['08:30', '13:30'], a: ['12:00', '18:00'] }), {
    osm: 'Tu 08:30-12:00,13:30-18:00'
  })
  t.equal(read(ends, { de: ['08:30', '13:30'], a: ['12:00'] }).osm, null, 'no time is put beside a wrong one')
  t.match(read({ text: 'horaires' }, { horaires: ['lundi 9h-12h', 'mardi 14h-18h'] }), {
    osm: 'Mo 09:00-12:00; Tu 14:00-18:00'
  })
  t.match(read({ osm: 'horaires' }, { horaires: ['Mo 09:00-12:00', 'Tu 14:00-18:00'] }), {
    osm: 'Mo 09:00-12:00; Tu 14:00-18:00'
  })
})
