import t from 'tap'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'
import { opensLike } from './opens.ts'

t.test('hours after "sauf" replace those of the usual week', async (t) => {
  opensLike(t, {
    'Jeudi 9h-12h sauf le 3e jeudi 14h-17h': 'Th 09:00-12:00; Th[3] 14:00-17:00',
    'Vendredi 14h-18h, sauf le dernier vendredi du mois : 10h-12h': 'Fr 14:00-18:00; Fr[-1] 10:00-12:00',
    'Lundi 13h-17h (sauf 2e lundi : 16h-19h)': 'Mo 13:00-17:00; Mo[2] 16:00-19:00',
    'Mardi au jeudi 9h-18h sauf vacances 10h-15h': 'Tu-Th 09:00-18:00; SH Tu-Th 10:00-15:00',
    'Le 2e mardi du mois 14h-18h, les autres mardis 10h-12h': 'Tu 10:00-12:00; Tu[2] 14:00-18:00'
  })
  t.equal(
    readHours('Jeudi 9h-12h sauf le 3e jeudi 14h-17h').osm,
    'Th 09:00-12:00; Th[3] 14:00-17:00',
    'a comma would add the afternoon'
  )
})

t.test('the hours right after a period are those of the period', async (t) => {
  opensLike(t, {
    'Mardi au samedi 10h-19h pendant les vacances 10h-17h': 'Tu-Sa 10:00-19:00; SH Tu-Sa 10:00-17:00',
    'Mardi au samedi 10h-19h (11h-17h pendant les vacances scolaires)':
      'Tu-Sa 10:00-19:00; SH Tu-Sa 11:00-17:00',
    'Jeudi 14h-16h (semaine impaire), 9h-11h (semaine paire)':
      'week 1-53/2 Th 14:00-16:00; week 2-52/2 Th 09:00-11:00'
  })
})

t.test(
  'an exception before its days, or in brackets behind its hours, is read as an exception',
  async (t) => {
    opensLike(t, {
      'Accès libre sauf jeudi après-midi : mercredi au vendredi 10h-12h et 14h-16h':
        'We,Fr 10:00-12:00,14:00-16:00; Th 10:00-12:00',
      "Toute l'année sauf octobre, jeudi 10h-12h": 'Th 10:00-12:00; Oct off',
      'Vendredi 9h-11h (premier vendredi du mois : fermé)': 'Fr 09:00-11:00; Fr[1] off',
      'Vendredi 9h-11h (vac. scol. : fermé)': 'Fr 09:00-11:00; SH off',
      'Dim 10h-12h sf vac. scol.': 'Su 10:00-12:00; SH off',
      'Jeudi 9h-12h. Pas de permanence en octobre ni en novembre': 'Th 09:00-12:00; Oct,Nov off',
      'Les jours ouvrés de 8h à 16h': 'Mo-Fr 08:00-16:00; PH off'
    })
  }
)

t.test('beside names of days, a capital letter is a day too', async (t) => {
  opensLike(t, {
    'Me 13h-16h, S. 9h-11h': 'We 13:00-16:00; Sa 09:00-11:00',
    'Mardi 9h-11h / V 15h-18h': 'Tu 09:00-11:00; Fr 15:00-18:00',
    'L, Ma, J : 10h-12h': 'Mo,Tu,Th 10:00-12:00'
  })
  t.equal(readHours('Lundi 9h-12h salle D 14h-17h').osm?.includes('Su'), false, 'the name of a room')
})

t.test(
  'in OpenStreetMap notation, an afternoon of the same days does not remove their morning',
  async (t) => {
    const reading = readHours('Th 10:00-12:00; Th 14:00-16:00; Fr 10:00-12:00')
    t.match(reading, { osm: 'Th 10:00-12:00,14:00-16:00; Fr 10:00-12:00', confidence: 'partial' })
    t.equal(readHours('Tu-Th 24:00-10:00').osm, null, 'no day begins at 24:00')
  }
)
