import t from 'tap'
import { certainlyOpensLike, NEVER, opensLike } from './opens.ts'

t.test('a lunch break closes nothing beside a morning and an afternoon', async (t) => {
  opensLike(t, {
    'Fermé le midi. Mardi au jeudi 9h-12h 14h-17h': 'Tu-Th 09:00-12:00,14:00-17:00',
    'Mardi 8h30-12h et 13h30-17h. Fermé entre midi et deux': 'Tu 08:30-12:00,13:30-17:00',
    'Jeudi 9h-17h (fermé entre 12h et 14h), samedi 9h-17h': 'Th 09:00-12:00,14:00-17:00; Sa 09:00-17:00',
    'Vendredi de 9h à 17h, fermé de 12h à 13h30': 'Fr 09:00-12:00,13:30-17:00'
  })
  certainlyOpensLike(t, {
    'Mardi 9h-17h, fermé le midi': NEVER,
    'Mardi 9h-17h, jeudi 10h-18h, fermé de 12h à 14h': NEVER,
    'Fermé. Jeudi 9h-12h': NEVER
  })
})

t.test('a place that closes earlier in a period or on a day is not closed then', async (t) => {
  opensLike(t, {
    'mardi au samedi 9h-19h, fermeture à 18h pendant les vacances scolaires':
      'Tu-Sa 09:00-19:00; SH Tu-Sa 09:00-18:00',
    'lundi au jeudi 10h-18h. Fermeture à 16h en octobre': 'Mo-Th 10:00-18:00; Oct Mo-Th 10:00-16:00',
    'lundi au vendredi 9h-18h, fermeture à 16h30 le jeudi': 'Mo-We,Fr 09:00-18:00; Th 09:00-16:30'
  })
  certainlyOpensLike(t, {
    'mardi 9h-19h, jeudi 9h-20h, fermeture à 18h pendant les vacances scolaires': NEVER,
    'lundi au jeudi 9h-18h, vendredi fermeture à 17h': NEVER
  })
})

t.test('a closed morning or afternoon beside the other half closes only itself', async (t) => {
  opensLike(t, {
    'Jeudi\tFermé\t14:00-17:00': 'Th 14:00-17:00',
    'Mardi\t9:00-12:00\tFermé\nJeudi\tFermé\t14:00-17:00\nVendredi\tFermé\tFermé':
      'Tu 09:00-12:00; Th 14:00-17:00',
    'Mardi : 9h-12h / fermé\nJeudi : fermé / 14h-17h': 'Tu 09:00-12:00; Th 14:00-17:00',
    'Jeudi 9h-12h 14h-17h ; sauf jeudi PM': 'Th 09:00-12:00'
  })
  // In French, "AM" may be the afternoon.
  certainlyOpensLike(t, { 'Lu-Ve : 9h-12h 14h-17h ; Je : fermé AM': 'Mo-We,Fr 09:00-12:00,14:00-17:00' })
})

t.test('the eve of a holiday is another day than the holiday', async (t) => {
  certainlyOpensLike(t, {
    'mardi au samedi 9h-17h sauf veilles de fêtes': NEVER,
    'mardi au samedi 9h-17h, fermé la veille des jours fériés': NEVER
  })
})

t.test('four school days and the periods of the school year are read', async (t) => {
  opensLike(t, {
    'L M J V 9h-17h': 'Mo,Tu,Th,Fr 09:00-17:00',
    'L-M-J-V 8h30-12h ; S 10h-12h': 'Mo,Tu,Th,Fr 08:30-12:00; Sa 10:00-12:00',
    'Période scolaire : L, M, J et V 9h-12h ; vacances scolaires : L M J V 10h-12h':
      'Mo,Tu,Th,Fr 09:00-12:00; SH off; SH Mo,Tu,Th,Fr 10:00-12:00',
    "d'octobre à avril : jeudi 9h-12h": 'Oct-Apr Th 09:00-12:00'
  })
})
