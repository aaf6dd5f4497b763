import t from 'tap'
import { readDayColumns } from '../../../src/domain/hours/read/read-columns.ts'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'

const ROUNDS = [
  'Lundi 9h-12h à Pontorson, jeudi 14h-17h à Ducey',
  'Mardi : Mayenne 9h-12h, vendredi : Ernée 14h-17h',
  'mercredi 9h-12h (Vitré), samedi 10h-12h (Fougères)',
  'Lundi 9h-12h mairie de Callac, mardi 9h-12h salle des fêtes de Plourac’h'
]
const ONE_PLACE = [
  'Lundi 9h-12h (Vitré), mardi 14h-17h',
  'Lundi 9h-12h atelier tablette, mardi 14h-17h initiation',
  'Lundi 9h-12h : Accès libre, mardi 14h-17h : Atelier numérique'
]

t.test('hours in several places are certain on no day, because the record has one address', async (t) => {
  for (const text of ROUNDS) {
    const { osm, confidence } = readHours(text)
    t.equal(confidence, 'partial', text)
    t.ok(
      osm?.split(';').every((rule) => rule.includes('unknown')),
      `${text} → ${osm}`
    )
  }
})

t.test('one place or an activity beside hours leaves them certain', async (t) => {
  for (const text of ONE_PLACE) t.notMatch(readHours(text).osm, /unknown/, text)
})

t.test('a remark about other places does not touch the hours in the columns', async (t) => {
  const remark = 'Lundi 14h-17h à Pontorson, jeudi 14h-17h à Ducey'
  t.match(readDayColumns({ Mo: '9h-12h', Th: '9h-12h' }, remark), { osm: 'Mo,Th 09:00-12:00' })
})
