import t from 'tap'
import { readHours } from '../../../src/domain/hours/read/read-hours.ts'
import { certainlyOpensLike, NEVER, opensLike } from './opens.ts'

t.test('hours of the days that are not named are certain on none of them', async (t) => {
  certainlyOpensLike(t, {
    'mardi 9h-12h, les autres jours 14h-17h': 'Tu 09:00-12:00',
    'Jeudi : 10h-12h et 14h-18h ; le reste de la semaine : 14h-18h': 'Th 10:00-12:00,14:00-18:00',
    'Jeudi 9h-12h, les autres jours sur rendez-vous': 'Th 09:00-12:00'
  })
  opensLike(t, { 'samedi 9h-12h, autres jours : fermé': 'Sa 09:00-12:00' })
})

t.test('in OpenStreetMap notation, hours after a stray semicolon belong to the days before it', async (t) => {
  certainlyOpensLike(t, {
    'Tu-Fr 09:00-12:00;13:30-17:00': 'Tu-Fr 09:00-12:00,13:30-17:00',
    'Tu-Th 8:30-12:00 ; 14:00-17:00 ; Sa 10:00-12:00': 'Tu-Th 08:30-12:00,14:00-17:00; Sa 10:00-12:00',
    'Mo,Th 09:00-12:00; 14:00-17:00; SH 10:00-12:00': 'Mo,Th 09:00-12:00,14:00-17:00; SH 10:00-12:00',
    'Mo,Th 09:00-12:00 || 14:00-17:00': 'Mo,Th 09:00-12:00,14:00-17:00'
  })
  for (const text of [
    'Mo-Fr 09:00-18:00; 10:00-12:00',
    'Tu off; 14:00-17:00',
    'Tu 09:00-12:00; 14:00-17:00 "RDV"'
  ])
    t.equal(readHours(text).osm, null, text)
})

t.test('hours behind an unknown word belong to another day or subject', async (t) => {
  certainlyOpensLike(t, {
    'Médiathèque : ma 14-18 ; s 10-12': 'Tu 14:00-18:00',
    'Jeudi 9h-12h, atelier 14h-17h': 'Th 09:00-12:00'
  })
  opensLike(t, { 'Jeudi 9h-12h ; puis 14h-17h': 'Th 09:00-12:00,14:00-17:00' })
})

t.test('if a day is said again with other hours, only the hours of both are certain', async (t) => {
  certainlyOpensLike(t, {
    'Du lundi au vendredi : 9h-12h et 14h-18h. Mardi : 14h-20h.':
      'Mo,We-Fr 09:00-12:00,14:00-18:00; Tu 14:00-18:00',
    'Du mercredi au dimanche de 10h à 18h. Samedi : 14h-19h': 'We-Fr,Su 10:00-18:00; Sa 14:00-18:00'
  })
  opensLike(t, {
    'Du lundi au vendredi 9h-12h. Mercredi 9h-12h et 14h-17h':
      'Mo,Tu,Th,Fr 09:00-12:00; We 09:00-12:00,14:00-17:00',
    'Du lundi au vendredi 9h-12h. Mercredi 14h-17h': 'Mo,Tu,Th,Fr 09:00-12:00; We 09:00-12:00,14:00-17:00'
  })
})

t.test('hours of a season without dates make the usual hours uncertain', async (t) => {
  certainlyOpensLike(t, {
    'Mardi au vendredi 9h-17h (Pâques à Toussaint)': NEVER,
    'jeudi 14h-17h, hiver : 9h-12h': NEVER,
    'samedi 14h-18h ; hors saison : samedi 14h-16h': NEVER
  })
})

t.test('hours of some school holidays make those of all school holidays uncertain', async (t) => {
  certainlyOpensLike(t, {
    "jeudi 14h-17h, vacances d'été 10h-12h": 'Th 14:00-17:00; SH off',
    'Lundi au vendredi 9h-17h ; vacances de Noël : mardi 10h-12h': 'Mo-Fr 09:00-17:00; SH off',
    'Période scolaire : mardi 9h-17h ; petites vacances : mardi 10h-12h': 'Tu 09:00-17:00; SH off'
  })
})

t.test('hours under headings of two places or services are certain for none', async (t) => {
  certainlyOpensLike(t, {
    'Mairie : mardi 9h-12h ; Annexe : jeudi 14h-17h': NEVER,
    'Site de Lens : lundi 9h-12h. Site de Liévin : mardi et jeudi 9h-12h': NEVER,
    'Accès libre : du mardi au jeudi 14h-17h / Accompagnement : mardi 14h-18h / Initiation : vendredi 10h-11h':
      'Tu-Th 14:00-17:00',
    'Médiathèque : mardi 9h-12h ; jeudi 14h-17h': 'Tu 09:00-12:00; Th 14:00-17:00'
  })
})
