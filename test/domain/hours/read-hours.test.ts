import t, { type Test } from 'tap'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'
import { complaints } from './opens.ts'

/** Checks that every word is understood: each text gives the value beside it, and no words are left over. */
function exact(test: Test, texts: Readonly<Record<string, string>>): void {
  for (const [text, osm] of Object.entries(texts)) {
    test.same(readHours(text), { raw: text, osm, confidence: 'exact', leftover: null }, text)
    test.same(complaints(osm), [], `the library has nothing to say about ${osm}`)
  }
}

/** Checks the value read from each text, and the words left over. */
function partial(
  test: Test,
  texts: Readonly<Record<string, readonly [osm: string, leftover: string]>>
): void {
  for (const [text, [osm, leftover]] of Object.entries(texts)) {
    test.same(readHours(text), { raw: text, osm, confidence: 'partial', leftover }, text)
    test.same(complaints(osm), [], `the library has nothing to say about ${osm}`)
  }
}

t.test('hours in all notations', async (t) => {
  const day = 'Mo 09:00-12:00,14:00-18:00'
  exact(
    t,
    Object.fromEntries(
      [
        'lundi 9h-12h 14h-18h',
        'LUNDI : 9H-12H / 14H-18H',
        'Lundi de 9h à 12h et de 14h à 18h',
        'le lundi de 9 h à 12 h puis de 14 h à 18 h',
        'lundi 9-12/14-18',
        'lundi 9h12h 14h18h',
        'lundi : 09:00 - 12:00 / 14:00 - 18:00',
        'lundi 09h00/12h00 - 14h00/18h00',
        'lundi 9h00–12h00 ; 14h00–18h00',
        'lundi de 9 heures à midi et de 14 heures à 18 heures',
        'lundi 9h,12/ 14h-18h',
        'lundi 9.00 à 12.00 et 14.00 à 18.00',
        'lundi 9 12 h et 14 18 h',
        'lundi 9h à 12h &amp; 14h à 18h',
        '<p>Lundi&nbsp;: 9h&nbsp;-&nbsp;12h<br>14h - 18h</p>',
        'lundi 9h&#150;12h &amp; 14h&ndash;18h',
        'lun. 9h-12h, 14h-18h'
      ].map((text) => [text, day])
    )
  )
  exact(t, {
    'lundi 8h45 à 12h15': 'Mo 08:45-12:15',
    'lundi 8 h 30 - 12 h 30, 13 h 30 H - 17 h': 'Mo 08:30-12:30,13:30-17:00',
    'mardi 08h30-12h00/13h30-1730': 'Tu 08:30-12:00,13:30-17:30',
    'mardi 12h3019h': 'Tu 12:30-19:00',
    'jeudi 8:45 - 10:00 / 10:30 - 11:30 / 13:30 - 14:30 / 15:00 - 16:15':
      'Th 08:45-10:00,10:30-11:30,13:30-14:30,15:00-16:15',
    'vendredi 18h à minuit': 'Fr 18:00-24:00',
    'vendredi 20h-2h': 'Fr 20:00-02:00',
    '24h/24 7j/7': '24/7'
  })
})

t.test('days, one by one, in lists and ranges', async (t) => {
  exact(t, {
    'Du lundi au vendredi 9h-12h': 'Mo-Fr 09:00-12:00',
    'lundi-vendredi 9h-12h': 'Mo-Fr 09:00-12:00',
    'Lundi, mardi et jeudi 9h-12h': 'Mo,Tu,Th 09:00-12:00',
    'lundi / mardi / mercredi / vendredi 9h-12h': 'Mo-We,Fr 09:00-12:00',
    'mardi - mercredi - vendredi 9h-12h - jeudi et samedi 10h-12h': 'Tu,We,Fr 09:00-12:00; Th,Sa 10:00-12:00',
    'tous les mardis de 9h à 12h': 'Tu 09:00-12:00',
    'tous les jours 9h-12h': 'Mo-Su 09:00-12:00',
    'en semaine 9h-12h, le week-end 10h-12h': 'Mo-Fr 09:00-12:00; Sa,Su 10:00-12:00',
    '9h-12h du lundi au samedi et 13h30-17h30 le mercredi':
      'Mo,Tu,Th-Sa 09:00-12:00; We 09:00-12:00,13:30-17:30',
    'lundi matin 9h-12h, mardi après-midi 14h-18h': 'Mo 09:00-12:00; Tu 14:00-18:00',
    'Mardi : 10h-12h\nSamedi : 14h-18h': 'Tu 10:00-12:00; Sa 14:00-18:00',
    'du lundi au vendredi 9h-12h et le mardi 14h-16h': 'Mo,We-Fr 09:00-12:00; Tu 09:00-12:00,14:00-16:00'
  })
})

t.test('exceptions remove hours or replace them', async (t) => {
  exact(t, {
    'tous les jours sauf lundi 9h-12h': 'Tu-Su 09:00-12:00',
    'lundi au vendredi 9h-12h et 14h-18h, sauf le mercredi après-midi':
      'Mo,Tu,Th,Fr 09:00-12:00,14:00-18:00; We 09:00-12:00',
    'du lundi au vendredi de 9h à 17h, sauf le mercredi, de 9h à 12h':
      'Mo,Tu,Th,Fr 09:00-17:00; We 09:00-12:00',
    'lundi au vendredi 9h-12h 14h-18h, fermé les mardi et jeudi après-midi':
      'Mo,We,Fr 09:00-12:00,14:00-18:00; Tu,Th 09:00-12:00',
    'Lundi : fermé Mardi : 9h-12h': 'Tu 09:00-12:00',
    'mardi 9h-12h / jeudi (fermé le matin) 14h-16h30': 'Tu 09:00-12:00; Th 14:00-16:30',
    'mardi 9h-12h, fermé les jours fériés': 'Tu 09:00-12:00; PH off',
    'Lundi 9h-12h hors premier lundi du mois': 'Mo 09:00-12:00; Mo[1] off',
    'jeudi 9h-17h, fermé le 3e jeudi du mois de 15h30 à 17h': 'Th 09:00-17:00; Th[3] 15:30-17:00 off',
    'tous les jours 9h-18h sauf dimanche et jours fériés': 'Mo-Sa 09:00-18:00; PH off',
    'tous les jours sauf dimanche et jours fériés : 9h30 à 19h': 'Mo-Sa 09:30-19:00; PH off',
    'lundi : 9h-12h (sur RDV l’après-midi de 14h à 17h)': 'Mo 09:00-12:00, Mo 14:00-17:00 "sur rendez-vous"',
    'mardi 14h-18h (sur rendez-vous 9h-12h)': 'Tu 14:00-18:00, Tu 09:00-12:00 "sur rendez-vous"',
    'mercredi : matin 9h/12h après-midi 14h/18h samedi : matin 10h/12h':
      'We 09:00-12:00,14:00-18:00; Sa 10:00-12:00',
    'lundi après-midi 14h-18h mardi matin 9h-12h après-midi 13h30-17h mercredi après-midi 15h-18h':
      'Mo 14:00-18:00; Tu 09:00-12:00,13:30-17:00; We 15:00-18:00',
    'lundi au vendredi sauf mercredi et vacances scolaires 9h-12h': 'Mo,Tu,Th,Fr 09:00-12:00; SH off',
    'mardi 9h-12h, fermé le dimanche et les jours fériés': 'Tu 09:00-12:00; PH off',
    'mardi 9h-12h, fermé du 24 au 31 décembre et du 1er au 15 août':
      'Tu 09:00-12:00; Dec 24-31 off; Aug 01-15 off',
    Fermé: 'off'
  })
})

t.test('by appointment is a state, for all hours or some', async (t) => {
  exact(t, {
    'sur rendez-vous': '"sur rendez-vous"',
    'Tous les jours sur RDV': 'Mo-Su "sur rendez-vous"',
    'Lundi 14h-18h sur RDV uniquement': 'Mo 14:00-18:00 "sur rendez-vous"',
    'Sur rendez-vous du lundi au vendredi 9h-12h/14h-18h': 'Mo-Fr 09:00-12:00,14:00-18:00 "sur rendez-vous"',
    'lundi 9h-12h / Sur RDV : 14h-17h': 'Mo 09:00-12:00, Mo 14:00-17:00 "sur rendez-vous"',
    'lundi sur rdv 9h-12h / sans rdv 14h-17h': 'Mo 14:00-17:00, Mo 09:00-12:00 "sur rendez-vous"',
    'mardi 9h-12h / après-midi sur RDV': 'Tu 09:00-12:00 || Tu "après-midi sur rendez-vous"',
    'mardi 9h-12h / Sur RDV : après-midi': 'Tu 09:00-12:00 || Tu "après-midi sur rendez-vous"',
    'mardi 9h-12h / Sur RDV': 'Tu 09:00-12:00 || Tu "sur rendez-vous"',
    'lundi 14h-18h, mardi 14h-17h. Le matin sur rendez-vous du lundi au vendredi':
      'Mo 14:00-18:00; Tu 14:00-17:00 || Mo-Fr "matin sur rendez-vous"',
    'mardi 9h-12h et sur rendez-vous': 'Tu 09:00-12:00 || Tu "sur rendez-vous"',
    'Lundi au vendredi 9h-12h, samedi sur rendez-vous': 'Mo-Fr 09:00-12:00; Sa "sur rendez-vous"',
    'Lundi 9h-12h. Mardi 14h-17h. Sur rendez-vous.':
      'Mo 09:00-12:00 "sur rendez-vous"; Tu 14:00-17:00 "sur rendez-vous"',
    'Mardi 8h-12h et 13h-16h - Mercredi 8h-12h et 13h-16h - Mercredi après-midi uniquement sur rendez-vous':
      'Tu 08:00-12:00,13:00-16:00; We 08:00-12:00, We 13:00-16:00 "sur rendez-vous"'
  })
  partial(t, {
    'lundi 9h-12h et 14h-17h sur rendez-vous': [
      'Mo 09:00-12:00,14:00-17:00 "sur rendez-vous"',
      'sur rendez-vous'
    ]
  })
})

t.test('alternating weeks, and nth weekdays of the month', async (t) => {
  exact(t, {
    'samedi 10h-12h (semaines paires)': 'week 2-52/2 Sa 10:00-12:00',
    'Semaine impaire : lundi 9h-12h': 'week 1-53/2 Mo 09:00-12:00',
    '1er et 3e samedi du mois 10h-12h': 'Sa[1,3] 10:00-12:00',
    'le dernier jeudi du mois de 14h à 17h': 'Th[-1] 14:00-17:00',
    'Les deuxième et quatrième lundis du mois de 14h00 à 17h00': 'Mo[2,4] 14:00-17:00'
  })
  partial(t, {
    'un samedi sur deux de 10h à 12h': ['Sa 10:00-12:00 unknown "un samedi sur deux"', 'un samedi sur deux'],
    'mardi 14h-16h tous les 15 jours': ['Tu 14:00-16:00 unknown "tous les 15 jours"', 'tous les 15 jours'],
    'samedi 10h-12h (1er et 3ème)': ['Sa 10:00-12:00 unknown "1er et 3ème"', '1er et 3ème']
  })
})

t.test('months, seasons, dates and holidays', async (t) => {
  exact(t, {
    'Juillet-août : lundi 10h-12h': 'Jul-Aug Mo 10:00-12:00',
    "Les mardis d'octobre à juin de 9h à 17h": 'Oct-Jun Tu 09:00-17:00',
    'Mardi 9h-12h. Fermeture le mois d’août.': 'Tu 09:00-12:00; Aug off',
    'Mardi 9h-12h, fermé du 1er au 15 août': 'Tu 09:00-12:00; Aug 01-15 off',
    'Mardi 9h-12h, fermé le 14/07': 'Tu 09:00-12:00; Jul 14 off',
    'Mardi 9h-12h hors vacances scolaires': 'Tu 09:00-12:00; SH off',
    'Mardi 9h-12h, fermé vacances': 'Tu 09:00-12:00; SH off',
    'lundi au vendredi 9h-12h et mardi 16h-19h en période scolaire':
      'Mo,We-Fr 09:00-12:00; Tu 09:00-12:00,16:00-19:00; SH Tu 16:00-19:00 off',
    'Hors vacances scolaires : mardi 14h-18h, samedi 9h-12h. Pendant les vacances scolaires : mardi 10h-12h':
      'Tu 14:00-18:00; Sa 09:00-12:00; SH off; SH Tu 10:00-12:00',
    "Mardi 9h-12h toute l'année": 'Tu 09:00-12:00'
  })
  partial(t, {
    'Été : lundi 9h-12h': ['Mo 09:00-12:00 unknown "Été"', 'Été'],
    "vendredi 9h-12h (jusqu'en juin 2022)": [
      'Fr 09:00-12:00 unknown "jusqu\'en juin 2022"',
      "jusqu'en juin 2022"
    ]
  })
})

t.test('what is left over is reported, and what cannot be read is not guessed', async (t) => {
  partial(t, {
    'lundi 9h-12h (ateliers)': ['Mo 09:00-12:00', 'ateliers'],
    'mundi, mardi 9h-12h': ['Tu 09:00-12:00', 'mundi'],
    'lundi 14H-7H, vendredi 9H-12H': ['Fr 09:00-12:00; Mo unknown "lundi"', 'lundi … 14H-7H'],
    '9h-12h': ['Mo-Su 09:00-12:00 unknown "jours non précisés"', 'jours non précisés'],
    'mardi 9h-12h, mardi 11h-14h': [
      'Tu 11:00-12:00, Tu 09:00-11:00 unknown "9h-12h", Tu 12:00-14:00 unknown "11h-14h"',
      '9h-12h … 11h-14h'
    ]
  })
  for (const text of [
    'voir le site',
    'Du lundi au vendredi',
    '18h',
    '',
    '-----',
    'En location_reservation',
    '03 20 28 01 50'
  ]) {
    const reading = readHours(text)
    t.equal(reading.osm, null, text)
    t.equal(reading.confidence, 'none', text)
    t.equal(reading.raw, text)
  }
  t.match(
    readHours('lundi au merdredit 9h-12h').leftover,
    /au merdredit/,
    'half a range is not its first day'
  )
})

t.test('a text that only says whom to ask is kept whole', async (t) => {
  exact(t, {
    'calendrier, dates et lieux sur demande': '"calendrier, dates et lieux sur demande"',
    "L'agence reçoit en rendez-vous uniquement": '"sur rendez-vous"',
    'Sur RDV au 03.20.28.01.50': '"sur rendez-vous"',
    'SUR RENDEZ VOUS UNIQUEMENT - 07.85.93.51.18': '"sur rendez-vous"',
    'Uniquement sur rendez-vous (03 22 27 27 10)': '"sur rendez-vous"',
    'lundi 9h-12h sur rdv tél : 0382596327': 'Mo 09:00-12:00 "sur rendez-vous"'
  })
})

t.test('ten digits without an announcement may be hours', async (t) => {
  t.not(readHours('lundi 08 12 13 17 30').confidence, 'exact')
})
