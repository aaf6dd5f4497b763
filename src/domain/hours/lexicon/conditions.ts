import { appointment, type Entry } from './meaning.ts'

export const APPOINTMENT_WORDS: readonly Entry[] = [
  ...['rendez vous', 'rendezvous', 'rdv', 'rv', 'r d v', 'rdvs'].flatMap((word) =>
    appointment(
      'sur rendez-vous',
      ...['sur', 'uniquement sur', 'avec', 'par', 'seulement sur', 'exclusivement sur'].map(
        (on) => `${on} ${word}`
      ),
      ...['accueil sur', 'accueil uniquement sur', 'accueil du public sur', 'que sur'].map(
        (on) => `${on} ${word}`
      ),
      ...['uniquement', 'seulement', 'exclusivement'].map((only) => `${word} ${only}`),
      ...['uniquement', 'seulement', 'exclusivement'].map((only) => `sur ${word} ${only}`),
      ...['', 'l agence '].map((who) => `${who}recoit en ${word} uniquement`),
      ...['est necessaire', 'necessaire', 'est obligatoire', 'obligatoire'].flatMap((must) =>
        ['', 'prise de ', 'une prise de ', 'la prise de '].map((taking) => `${taking}${word} ${must}`)
      ),
      `sur prise de ${word}`,
      word
    )
  ),
  ...appointment('sur réservation', 'sur reservation', 'uniquement sur reservation', 'sur reservations'),
  ...appointment('sur inscription', 'sur inscription', 'sur inscriptions', 'uniquement sur inscription'),
  ...appointment('sur demande', 'sur demande', 'a la demande', 'sur demandes'),
  // Some texts consist of these words only, so all of them are kept.
  ...appointment('calendrier, dates et lieux sur demande', 'calendrier, dates et lieux sur demande')
]

export const DOUBTS: readonly string[] = [
  ...[
    'une semaine sur deux',
    '1 semaine sur 2',
    '1 semaine 2',
    'une semaine sur 2',
    'une semaine 2',
    '1 sem 2'
  ],
  ...['tous les 15 jours', 'tout les 15 jours', 'tous les quinze jours', 'toutes les deux semaines'],
  ...['toutes les 2 semaines', 'toutes les trois semaines', 'toutes les 3 semaines', 'toutes les quinzaines'],
  ...['une fois par mois', '1 fois par mois', '1 x par mois', '2 x par mois', '2 fois par mois', '1 x mois'],
  ...['deux fois par mois', '3 x par mois', 'chaque quinzaine', 'une fois par semaine', '1 fois par semaine'],
  ...[
    'en saison',
    'hors saison',
    'haute saison',
    'basse saison',
    'ete',
    'hiver',
    'en ete',
    'en hiver',
    'l ete'
  ],
  ...['periode estivale', 'en periode estivale', 'pendant l ete', 'vacances d ete', 'vacances de noel'],
  ...['vacances d hiver', 'vacances de printemps', 'vacances de la toussaint', 'vacances de paques', 'noel'],
  ...['petites vacances', 'grandes vacances', 'vacances estivales', 'periode petites vacances', 'l hiver'],
  ...['veille', 'veilles', 'la veille', 'les veilles'].flatMap((eve) =>
    ['de fete', 'de fetes', 'des fetes', 'de jour ferie', 'de jours feries', 'des jours feries'].map(
      (holiday) => `${eve} ${holiday}`
    )
  ),
  // Events of one or two days a year, named beside a weekday.
  ...['fete de la science', 'fete de la musique', 'portes ouvertes', 'journee portes ouvertes'],
  ...['journees portes ouvertes', 'journees du patrimoine', 'journees europeennes du patrimoine'],
  ...['horaires d ete', 'horaires d hiver', 'selon programmation', 'dates limitees']
]
