import t from 'tap'
import { readDayColumns } from '../../../src/domain/hours/read/read-columns.ts'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'
import { certainlyOpensLike, NEVER, opensLike } from './opens.ts'

t.test('a loosely written value is mended and never read as French', async (t) => {
  opensLike(t, {
    'We 14:00-17:30': 'We 14:00-17:30',
    'Tu-Fr 9:00-12:30; Sa 9:30-12:00': 'Tu-Fr 09:00-12:30; Sa 09:30-12:00',
    'Mo – Th : 8h30-12h, 13h30 - 17h ; Fr 8h30-12h': 'Mo-Th 08:30-12:00,13:30-17:00; Fr 08:30-12:00',
    'tu, th 10.00-12.00/14.00-18.00, sa 10:00-12:00': 'Tu,Th 10:00-12:00,14:00-18:00; Sa 10:00-12:00',
    'Mo,We 9:00-12:00 ; We,Fr 14:00-16:00': 'Mo 09:00-12:00; We 09:00-12:00,14:00-16:00; Fr 14:00-16:00',
    'Mo-Fr 9:00-17:00; We 9:00-12:00': 'Mo,Tu,Th,Fr 09:00-17:00; We 09:00-12:00',
    'WE 10h-12h': 'Sa,Su 10:00-12:00'
  })
  for (const text of ['We 10h-12h', 'Mo-Fr 9h-12h sauf mercredi', 'Mo 09:00-12:00-14:00; We 14:00-17:00'])
    t.equal(readHours(text).osm, null, text)
  const sun = 'sunrise-sunset open "jardin"; PH off'
  t.same([readHours(sun).osm, readHours(sun).confidence], [sun, 'exact'])
})

t.test('holidays in a list of days are more days; a day during holidays is fewer', async (t) => {
  opensLike(t, {
    'Samedi et jours fériés 14h-18h': 'Sa,PH 14:00-18:00',
    'Vendredi, samedi, dimanche et jours fériés : 10h-18h': 'Fr-Su,PH 10:00-18:00',
    'Jours fériés et dimanche 15h-18h': 'Su,PH 15:00-18:00',
    'Mardi 16h-18h, samedi et vacances scolaires de 10h à 12h': 'Tu 16:00-18:00; Sa,SH 10:00-12:00',
    'le jeudi pendant les vacances scolaires 10h-12h': 'SH Th 10:00-12:00',
    'Jours fériés : 14h-17h': 'PH 14:00-17:00',
    'Du mardi au samedi 10h-18h ; dimanche et jours fériés : fermé': 'Tu-Sa 10:00-18:00; PH off'
  })
})

t.test('hours past midnight do not cut the next day', async (t) => {
  t.equal(readHours('Samedi 19h-2h, dimanche 10h-12h').osm, 'Sa 19:00-02:00, Su 10:00-12:00')
  t.equal(readHours('Jeudi 20h-1h ; samedi 10h-12h').osm, 'Th 20:00-01:00; Sa 10:00-12:00')
})

t.test('a closing said first ends before the hours that follow', async (t) => {
  opensLike(t, {
    'Fermé en octobre. Du mardi au vendredi 9h-12h': 'Tu-Fr 09:00-12:00; Oct off',
    'Fermeture annuelle du 6 au 20 octobre. Mardi 14h-18h': 'Tu 14:00-18:00; Oct 06-20 off',
    'Vacances scolaires : fermé. Sinon mercredi 14h-17h': 'We 14:00-17:00; SH off',
    'Fermé le lundi. Du mardi au samedi 10h-12h': 'Tu-Sa 10:00-12:00',
    'Mardi 9h-12h. Dimanche : fermé. Fermé du 13 au 19 octobre': 'Tu 09:00-12:00; Oct 13-19 off',
    'Vacances : du lundi au vendredi 10h-12h ; fermé en octobre': 'SH Mo-Fr 10:00-12:00; Oct off',
    'lundi 9h-12h ; fermé les autres jours': 'Mo 09:00-12:00',
    'mardi 9h-12h, fermé entre le 15/10 et le 25/10': 'Tu 09:00-12:00; Oct 15-25 off',
    'Lundi au samedi 9h-19h. Dimanche 9h-12h sauf octobre': 'Mo-Sa 09:00-19:00; Su 09:00-12:00; Oct Su off',
    'Mardi 9h-12h, jeudi 14h-18h, sauf en octobre': 'Tu 09:00-12:00; Th 14:00-18:00; Oct off'
  })
})

t.test('brackets belong to the segment in which they stand', async (t) => {
  opensLike(t, {
    'Du lundi au vendredi 9h-12h 14h-18h (17h le vendredi)':
      'Mo-Th 09:00-12:00,14:00-18:00; Fr 09:00-12:00,14:00-17:00',
    'Mardi et jeudi 14h-19h (18h pendant les vacances scolaires)': 'Tu,Th 14:00-19:00; SH Tu,Th 14:00-18:00',
    'Samedi (1er samedi du mois uniquement) : 9h-12h': 'Sa[1] 09:00-12:00',
    'Samedi 9h-12h (3e samedi du mois)': 'Sa[3] 09:00-12:00',
    'Mardi 9h-12h ; (semaines paires) jeudi 14h-17h': 'Tu 09:00-12:00; week 2-52/2 Th 14:00-17:00',
    'Jeudi : fermé le matin / 14h-18h Vendredi : 9h-12h': 'Th 14:00-18:00; Fr 09:00-12:00'
  })
  certainlyOpensLike(t, {
    '10h-12h et 14h-18h (19h le jeudi)': NEVER,
    'Lundi et mardi 9h-12h (fermeture variable), jeudi 9h-12h': 'Th 09:00-12:00'
  })
})

t.test('words that may take hours away make the days they touch uncertain', async (t) => {
  certainlyOpensLike(t, {
    'Jeudi 9h-12h (2ème semaine du mois)': NEVER,
    'Lundi 9h-12h, mardi 14h-17h. Variable selon les animations': NEVER,
    'lundi 9h-12h : réservé aux adhérents ; mardi 9h-12h': 'Tu 09:00-12:00',
    'Uniquement sur rendez-vous, lundi 9h-12h, jeudi 14h-17h': NEVER,
    'Vendredi 9h-17h et sur RDV le matin (fermé le mardi matin)': NEVER,
    'Lundi 10h-12h et jeudi 14h-16h une semaine sur deux': NEVER,
    'Lundi au vendredi 9h-12h sauf exceptions': NEVER,
    'Mardi 9h-12h et d': NEVER,
    'Mardi 9h-12h et de': NEVER,
    'mardi 9h-12h, fermé le mardi 14 octobre': NEVER,
    'lundi 9h-17h ; lundi 9h-12h': 'Mo 09:00-12:00',
    'samedi et dimanche 9h-12h et 14h-18h ; dimanche 14h-18h': 'Sa 09:00-12:00,14:00-18:00; Su 14:00-18:00',
    'mardi 9h-12h ; horaires modifiés pendant les vacances': NEVER,
    'mercredi : la journée / jeudi : 17h-21h': 'Th 17:00-21:00',
    'lundi au vendredi 9h-18h, fermé le jeudi matin': 'Mo-We,Fr 09:00-18:00; Th 14:00-18:00'
  })
  const remark = readDayColumns({ Mo: '9h-12h', Tu: '9h-12h' }, 'semaines 3, 4, 7 et 8')
  t.match(remark, { confidence: 'partial', osm: /^Mo,Tu 09:00-12:00 unknown / })
  const market = readDayColumns({ Mo: '9h-12h', Tu: '9h-12h' }, 'Permanence au marché de Lens le mardi à 9h')
  t.equal(market.osm, 'Mo,Tu 09:00-12:00', 'hours elsewhere take none away')
  t.equal(readHours('10:00-12:00').confidence, 'partial', 'no day is named')
})

t.test(
  'a day with one wrong letter is read; a word that could be two days voids its own hours only',
  async (t) => {
    certainlyOpensLike(t, {
      'Merdredi 14h-18h ; samedi 9h-12h ; dimanche 15h-17h': 'Sa 09:00-12:00; Su 15:00-17:00',
      'Atelier : 17h-19h, mardi 9h-12h': 'Tu 09:00-12:00'
    })
    opensLike(t, {
      '9h-12h lundi, 14h-17h mardi': 'Mo 09:00-12:00; Tu 14:00-17:00',
      'Ludni 9h-12h, mecredi 14h-17h': 'Mo 09:00-12:00; We 14:00-17:00',
      'du mardie au vandredi 9h-12h': 'Tu-Fr 09:00-12:00',
      'Jeudi : 14H - 17HVendredi : 9H30 - 12H': 'Th 14:00-17:00; Fr 09:30-12:00'
    })
    certainlyOpensLike(t, { 'mundi, jeudi 9h-12h': 'Th 09:00-12:00' })
  }
)

t.test('hours by telephone are not opening hours', async (t) => {
  certainlyOpensLike(t, {
    'Par téléphone du mardi au vendredi 9h-12h ; sur place le jeudi 14h-16h': 'Th 14:00-16:00',
    'Accueil téléphonique : lundi 9h-12h. Accueil physique : mardi 9h-12h': 'Tu 09:00-12:00',
    'Mardi 9h-12h ; permanence téléphonique le jeudi 9h-12h': 'Tu 09:00-12:00'
  })
  opensLike(t, { 'Accueil physique et téléphonique : lundi 9h-12h': 'Mo 09:00-12:00' })
})

t.test('idem, halves of days, one-letter days, and counts of days', async (t) => {
  opensLike(t, {
    'mardi 14h-18h ; mercredi idem ; vendredi 9h-12h': 'Tu,We 14:00-18:00; Fr 09:00-12:00',
    'Lundi : matin 9h-12h ; après-midi 14h-17h': 'Mo 09:00-12:00,14:00-17:00',
    'Matin : 9h-12h du mardi au vendredi ; après-midi : 14h-17h le mardi':
      'Tu 09:00-12:00,14:00-17:00; We-Fr 09:00-12:00',
    'lundi au jeudi 9h-12h et vendredi 9h-11h ; après-midi : sur RDV':
      'Mo-Th 09:00-12:00; Fr 09:00-11:00 || Mo-Fr "après-midi sur rendez-vous"',
    'Lundi : 9h-12h Après-midi : fermé Mardi : 9h-12h': 'Mo,Tu 09:00-12:00',
    'L-J 8h30-12h': 'Mo-Th 08:30-12:00',
    'LMMJV 9h-12h': 'Mo-Fr 09:00-12:00',
    'L: 9h-12h M: 9h-12h M: 14h-17h J: fermé V: 9h-12h': 'Mo,Tu,Fr 09:00-12:00; We 14:00-17:00',
    'ma je sa 10h-12h': 'Tu,Th,Sa 10:00-12:00',
    'les 2 premiers mardis du mois 14h-16h': 'Tu[1,2] 14:00-16:00',
    'les deux derniers jeudis du mois 9h-12h': 'Th[-2,-1] 09:00-12:00',
    '24h sur 24': '24/7'
  })
  t.not(readHours('L, M, J : 9h-12h').confidence, 'exact', 'M is Tuesday or Wednesday')
})

t.test(
  'a date with a year is that day; a weekday with a date and no year is of one unknown year',
  async (t) => {
    opensLike(t, {
      'exceptionnellement ouvert le dimanche 12 octobre 2025 de 10h à 18h': '2025 Oct 12 10:00-18:00',
      'mardi 9h-12h, fermeture exceptionnelle le 14 octobre 2025': 'Tu 09:00-12:00; 2025 Oct 14 off',
      'Mardi 9h-12h. Fermé du 24 octobre 2025 au 2 janvier 2026':
        'Tu 09:00-12:00; 2025 Oct 24-2026 Jan 02 off',
      'du 15/09 au 15/06 : mercredi 14h-17h': 'Sep 15-Jun 15 We 14:00-17:00'
    })
  }
)

t.test('the last admission is before the end of the hours and does not change it', async (t) => {
  opensLike(t, {
    'jeudi 9h-17h (dernier accueil 16h30)': 'Th 09:00-17:00',
    'Dernière entrée 30 minutes avant la fermeture. Mardi 9h-12h': 'Tu 09:00-12:00',
    'mardi et jeudi 9h-17h, dernier accueil à 16h30 ; samedi 9h-12h': 'Tu,Th 09:00-17:00; Sa 09:00-12:00'
  })
  certainlyOpensLike(t, { 'mardi 9h-17h, dernières inscriptions en juin': NEVER })
})
