import t from 'tap'
import { readDayColumns } from '../../../src/domain/hours/read/read-columns.ts'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'
import { certainlyOpensLike, complaints, NEVER, opensLike } from './opens.ts'

t.test('an exception from a closing is open at the hours beside it', async (t) => {
  opensLike(t, {
    'Vendredi et samedi : fermé, sauf le 2e samedi du mois 14h-16h': 'Sa[2] 14:00-16:00',
    'Mardi au vendredi 9h-17h. Samedi fermé sauf 1er samedi du mois 10h-13h':
      'Tu-Fr 09:00-17:00; Sa[1] 10:00-13:00',
    'Fermé le dimanche sauf en octobre de 10h à 12h. Lundi au samedi 9h-18h':
      'Mo-Sa 09:00-18:00; Oct Su 10:00-12:00',
    'Lundi au jeudi 9h-17h. Fermé le mercredi (sauf vacances scolaires 10h-12h)':
      'Mo,Tu,Th 09:00-17:00; SH We 10:00-12:00',
    'Fermé en octobre sauf le jeudi 9h-12h. Lundi au vendredi 9h-17h':
      'Mo-Fr 09:00-17:00; Oct off; Oct Th 09:00-12:00',
    'Fermé tous les jours sauf le jeudi de 14h à 17h': 'Th 14:00-17:00',
    'Lundi : fermé sauf semaines paires 9h-11h ; mardi 14h-16h': 'Tu 14:00-16:00; week 2-52/2 Mo 09:00-11:00'
  })
  const column = readDayColumns({ Fr: '9h-12h', Sa: 'fermé sauf 1er samedi du mois 9h-12h' })
  t.same([column.osm, column.confidence], ['Fr 09:00-12:00; Sa[1] 09:00-12:00', 'exact'])
})

t.test('a closing with an exception for other days or for an appointment closes the rest only', async (t) => {
  opensLike(t, {
    'Jeudi : fermé sauf sur rendez-vous ; vendredi 9h-12h': 'Fr 09:00-12:00; Th "sur rendez-vous"',
    'Fermé du 6 au 20 octobre sauf le jeudi. Lundi au vendredi 9h-17h':
      'Mo-Fr 09:00-17:00; Oct 06-20 Mo-We,Fr off',
    "Lundi au jeudi 9h-12h, 14h-17h. Fermé l'après-midi sauf le lundi":
      'Mo 09:00-12:00,14:00-17:00; Tu-Th 09:00-12:00'
  })
})

t.test('without hours, an exception from a closing is unknown and the other days are not', async (t) => {
  certainlyOpensLike(t, {
    'Fermé le lundi, sauf jours fériés. Mardi au dimanche 10h-18h': 'Tu-Su 10:00-18:00',
    'Fermé les jours fériés sauf le 7 octobre. Mardi-dimanche 10h-18h':
      'Tu-Su 10:00-18:00; PH off; Oct 7 off',
    'Mardi au vendredi 9h-12h ; fermé le mercredi hors vacances scolaires': 'Tu,Th,Fr 09:00-12:00',
    'Dimanche : fermé (sauf événements), lundi au samedi 9h-12h': 'Mo-Sa 09:00-12:00',
    'Mardi fermé sauf le matin 9h-12h ; jeudi 9h-17h': 'Th 09:00-17:00',
    'Dimanche fermé, tous les jours sauf lundi 9h-12h': NEVER
  })
  for (const text of [
    'Fermé le lundi, sauf jours fériés. Mardi 9h-12h',
    'Fermé le lundi sauf le lundi de Pâques. Mardi 9h-12h'
  ]) {
    const { osm } = readHours(text)
    t.match(osm, / Mo unknown "sauf /, text)
    t.same(complaints(osm ?? ''), [], text)
  }
})
