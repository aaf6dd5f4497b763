import t from 'tap'
import { readOsm } from '../../../src/domain/hours/read/read-osm.ts'
import { opens } from './opens.ts'

t.test('each meaning has one notation', async (t) => {
  const values: Readonly<Record<string, string>> = {
    'Mo 09:00-12:00; Tu 09:00-12:00': 'Mo,Tu 09:00-12:00',
    'Mo, Tu, We 09:00-12:00;': 'Mo-We 09:00-12:00',
    'Sa 10:00-12:00; Mo-Fr 09:00-12:00, 14:00-18:00': 'Mo-Fr 09:00-12:00,14:00-18:00; Sa 10:00-12:00',
    'Mo-Fr 09:00-12:00,14:00-18:00; Tu 09:00-12:00; Th closed; PH off':
      'Mo,We,Fr 09:00-12:00,14:00-18:00; Tu 09:00-12:00; PH off',
    'Mo 09:00-12:00, Mo 14:00-18:00': 'Mo 09:00-12:00,14:00-18:00',
    'Mo-Su 00:00-24:00': '24/7',
    'Fr 18:00-02:00': 'Fr 18:00-02:00',
    'week 1-53/2 We 14:00-17:00': 'week 1-53/2 We 14:00-17:00',
    'Tu 09:00-12:00 "sur rendez-vous" || "a,  b; c"': 'Tu 09:00-12:00 "sur rendez-vous" || "a,  b; c"',
    'Mo,We[1,3] 10:00-12:00': 'Mo,We[1,3] 10:00-12:00',
    'Sep-Jun Mo-Fr 09:00-12:00; Jul 14-Aug 31 off': 'Sep-Jun Mo-Fr 09:00-12:00; Jul 14-Aug 31 off',
    '24/7': '24/7',
    'Mo-Su,PH 10:00+': 'Mo-Su,PH 10:00+'
  }
  for (const [value, osm] of Object.entries(values)) {
    t.same(readOsm(value), { raw: value, osm, confidence: 'exact', leftover: null }, value)
    t.equal(opens(osm), opens(value), 'it opens at the same minutes')
    t.equal(readOsm(osm).osm, osm, 'read again, it stays as it is')
  }
})

t.test('contradictions are reported', async (t) => {
  t.equal(readOsm('Mo 09:00-12:00,11:00-14:00').confidence, 'partial')
  t.equal(
    readOsm('Mo-Fr 09:00-12:00; 14:00-17:00').confidence,
    'partial',
    'an afternoon that replaces everything'
  )
  t.equal(readOsm('Mo 00:00-00:00').osm, null)
})

t.test('anything else is refused', async (t) => {
  const prose = [
    'Lundi : 9h-12h',
    'Mo-Fr 9h-12h30',
    'Mo 08:30',
    'Mo 09:00-12:00-14:00',
    'Mo 09:00-25:90',
    '24h/24',
    ''
  ]
  for (const value of [...prose, 'Mo 09:0030-12:00', 'sur rendez-vous'])
    t.equal(readOsm(value).osm, null, value)
  // With an ambiguous pattern, these would take exponential time.
  for (const value of ['Mo,', '10:00-11:00,', 'Mo 10:00-11:00, ', 'Jan 1 ']) {
    t.equal(readOsm(`${value.repeat(100)}X`).osm, null)
  }
})
