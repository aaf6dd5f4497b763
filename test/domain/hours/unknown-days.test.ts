import t from 'tap'
import { readDayColumns } from '../../../src/domain/hours/read/read-columns.ts'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'

t.test('a day that is named, but whose hours were not read, is unknown and not closed', async (t) => {
  const texts: Readonly<Record<string, string>> = {
    'Vendredi 14h-16h ; mercredi 18h-15h': 'Fr 14:00-16:00; We unknown "mercredi"',
    'Lundi et mardi 9h-11h ; ouvert 1 dim./2': 'Mo,Tu 09:00-11:00; Su unknown "1 dim./2"',
    'Jeudi 9h-11h ; le week-end selon programmation':
      'Th 09:00-11:00; Sa,Su unknown "le week-end selon programmation"'
  }
  for (const [text, osm] of Object.entries(texts))
    t.match(readHours(text), { osm, confidence: 'partial' }, text)
})

t.test('days that the text closes, and words that name no single day, stay closed', async (t) => {
  for (const text of [
    'Mardi 9h-11h. Fermé le lundi. Ateliers certains jours',
    'Accueil téléphonique le jeudi 9h-17h. Sur place : mardi 9h-11h',
    'Mardi 9h-11h. Congés 3 semaines en été'
  ])
    t.notMatch(readHours(text).osm, /(?:Mo|Th|We|Fr|Sa|Su)\S* unknown/, text)
})

t.test('a column whose cell gives no hours is unknown; a closed or empty one is closed', async (t) => {
  const osm = (Fr: string, remark: string | null = null) =>
    readDayColumns({ Mo: '9h-12h', Th: 'Fermé', Fr }, remark).osm
  t.equal(osm('après 17h'), 'Mo 09:00-12:00; Fr unknown "après 17h"')
  t.equal(osm('la journée'), 'Mo 09:00-12:00; Fr unknown "la journée"')
  t.equal(osm('14hé16h'), 'Mo 09:00-12:00; Fr unknown "14hé16h"')
  for (const cell of ['Fermé', '-', '00:00 - 00:00']) t.equal(osm(cell), 'Mo 09:00-12:00', cell)
})

t.test('a remark beside columns that opens another day makes it unknown', async (t) => {
  const osm = (remark: string) => readDayColumns({ Mo: '9h-12h', Tu: '9h-12h' }, remark).osm
  t.match(osm('Ouvert le 2e samedi du mois de 10h à 12h'), /^Mo,Tu 09:00-12:00; Sa unknown "Ouvert le 2e/)
  t.match(osm('Ouverture les vendredis des semaines paires'), /; Fr unknown /)
  t.equal(osm('Permanence à Langogne le jeudi de 9h à 12h'), 'Mo,Tu 09:00-12:00', 'another place')
  t.notMatch(osm('Fermé le premier vendredi du mois'), /Fr unknown/)
})
