import type { DayRank } from './reading.ts'

/** What a word or a fixed group of words stands for. */
export type Meaning =
  | { readonly is: 'day'; readonly days: readonly DayRank[] }
  | { readonly is: 'month'; readonly month: number }
  | { readonly is: 'half'; readonly half: 'am' | 'pm' }
  | { readonly is: 'clock'; readonly minutes: number }
  | { readonly is: 'ordinal'; readonly rank: number }
  | { readonly is: 'weeks'; readonly parity: 'even' | 'odd' }
  | { readonly is: 'appointment'; readonly words: string }
  | { readonly is: 'count'; readonly value: number }
  | { readonly is: Plain }

/** Meanings that need no value. */
type Plain =
  | 'to'
  | 'from'
  | 'and'
  | 'or'
  | 'article'
  | 'every'
  | 'closed'
  | 'walk-in'
  | 'except'
  | 'of-month'
  | 'per'
  | 'on'
  | 'during'
  | 'only'
  | 'neutral'
  | 'month-word'
  | 'always'
  | 'doubt'
  | 'school'
  | 'term'
  | 'public-holidays'
  | 'no-exception'
  | 'since'

const plain = (is: Plain, ...phrases: readonly string[]) => phrases.map((phrase) => [phrase, { is }] as const)
const days = (ranks: readonly DayRank[], ...phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, { is: 'day', days: ranks }] as const)
const month = (rank: number, ...phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, { is: 'month', month: rank }] as const)
const appointment = (words: string, ...phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, { is: 'appointment', words }] as const)
const rank = (n: number, ...phrases: readonly string[]) =>
  phrases.map((phrase) => [phrase, { is: 'ordinal', rank: n }] as const)

const DAY_WORDS = [
  ...days([0], 'lundi', 'lundis', 'lun', 'lu'),
  ...days([1], 'mardi', 'mardis', 'mar', 'ma'),
  ...days([2], 'mercredi', 'mercredis', 'mer', 'merc', 'me'),
  ...days([3], 'jeudi', 'jeudis', 'jeu', 'je'),
  ...days([4], 'vendredi', 'vendredis', 'ven', 'vend', 've'),
  ...days([5], 'samedi', 'samedis', 'sam', 'sa'),
  ...days([6], 'dimanche', 'dimanches', 'dim', 'di'),
  ...days([0, 1, 2, 3, 4, 5, 6], 'tous les jours', 'tlj', '7 j 7', '7 jours 7', '7 jours sur 7', '7 j sur 7'),
  ...days([0, 1, 2, 3, 4, 5, 6], 'chaque jour', 'du lundi au dimanche'),
  ...days([0, 1, 2, 3, 4], 'en semaine', 'la semaine', 'jours ouvres', 'les jours ouvres', 'semaine'),
  ...days([5, 6], 'week end', 'week ends', 'weekend', 'weekends', 'le week end', 'les week ends', 'we')
]

const MONTH_WORDS = [
  ...month(1, 'janvier', 'janv', 'jan'),
  ...month(2, 'fevrier', 'fevr', 'fev'),
  ...month(3, 'mars'),
  ...month(4, 'avril', 'avr'),
  ...month(5, 'mai'),
  ...month(6, 'juin'),
  ...month(7, 'juillet', 'juil'),
  ...month(8, 'aout'),
  ...month(9, 'septembre', 'sept', 'sep'),
  ...month(10, 'octobre', 'oct'),
  ...month(11, 'novembre', 'nov'),
  ...month(12, 'decembre', 'dec')
]

const RANK_WORDS = [
  ...rank(1, 'premier', 'premiers', 'premiere', '1 er', '1 ers'),
  ...rank(2, 'deuxieme', 'deuxiemes', 'second', 'seconds', '2 nd'),
  ...rank(3, 'troisieme', 'troisiemes'),
  ...rank(4, 'quatrieme', 'quatriemes'),
  ...rank(5, 'cinquieme', 'cinquiemes'),
  ...rank(-1, 'dernier', 'derniers')
]

const APPOINTMENT_WORDS = [
  ...['rendez vous', 'rendezvous', 'rdv', 'rv', 'r d v', 'rdvs'].flatMap((word) =>
    appointment(
      'sur rendez-vous',
      ...['sur', 'uniquement sur', 'avec', 'par', 'seulement sur', 'exclusivement sur'].map(
        (on) => `${on} ${word}`
      ),
      ...['accueil sur', 'accueil uniquement sur', 'accueil du public sur', 'que sur'].map(
        (on) => `${on} ${word}`
      ),
      ...['uniquement', 'seulement', 'exclusivement', 'obligatoire'].map((only) => `${word} ${only}`),
      ...['uniquement', 'seulement', 'exclusivement'].map((only) => `sur ${word} ${only}`),
      ...['prise de', 'sur prise de'].map((taking) => `${taking} ${word} obligatoire`),
      word
    )
  ),
  ...appointment('sur réservation', 'sur reservation', 'uniquement sur reservation', 'sur reservations'),
  ...appointment('sur inscription', 'sur inscription', 'sur inscriptions', 'uniquement sur inscription'),
  ...appointment('sur demande', 'sur demande', 'a la demande', 'sur demandes')
]

const WEEK_WORDS = [
  ...['semaine', 'semaines', 'sem', 'les semaines', 'en semaine', 'en semaines', 'la semaine'].flatMap(
    (week) => [
      ...['paire', 'paires'].map((word) => [`${week} ${word}`, { is: 'weeks', parity: 'even' }] as const),
      ...['impaire', 'impaires'].map((word) => [`${week} ${word}`, { is: 'weeks', parity: 'odd' }] as const)
    ]
  )
]

const DOUBTS = [
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
  ...['horaires d ete', 'horaires d hiver', 'selon programmation', 'dates limitees']
]

const HOLIDAYS = [
  ...plain('school', 'vacances scolaires', 'vacances', 'conges scolaires', 'periode de vacances scolaires'),
  ...plain('school', 'periodes de vacances scolaires', 'periode de vacances', 'vac scolaires', 'vac', 'vacs'),
  ...plain(
    'term',
    'periode scolaire',
    'periodes scolaires',
    'periode sco',
    'en periode scolaire',
    'temps scolaire'
  ),
  ...plain(
    'term',
    'hors periode de vacances scolaires',
    'hors periode de vacances',
    'pendant la periode scolaire'
  ),
  ...plain('public-holidays', 'jours feries', 'jour ferie', 'feries'),
  ...plain(
    'no-exception',
    'hors et en vacances',
    'hors et en vacances scolaires',
    'y compris vacances scolaires'
  ),
  ...plain(
    'no-exception',
    'toute l annee',
    'tout le long de l annee',
    'y compris pendant les vacances scolaires'
  ),
  ...plain('no-exception', 'tout au long de l annee', 'y compris vacances', 'vacances scolaires incluses')
]

const SMALL_WORDS = [
  ...plain('to', 'a', 'au', 'jusqu a', 'jusqu au', 'jusque', 'aux'),
  ...plain('from', 'de', 'du', 'd', 'entre'),
  ...plain('and', 'et', 'puis', 'ainsi que', 'et aussi', 'et egalement'),
  ...plain('or', 'ou'),
  ...plain('article', 'le', 'la', 'les', 'l', 'un', 'une'),
  ...plain('every', 'tous les', 'tout les', 'toutes les', 'chaque', 'chaques'),
  ...plain('of-month', 'du mois', 'de chaque mois', 'chaque mois', 'de mois', 'des mois'),
  ...plain('month-word', 'le mois d', 'le mois de', 'au mois d', 'au mois de', 'mois d', 'mois de'),
  ...plain('month-word', 'pour le mois d', 'tout le mois d', 'tout le mois de', 'pour le mois de'),
  ...plain('per', 'par mois'),
  ...plain('on', 'sur'),
  ...plain('during', 'pendant', 'durant', 'en', 'lors', 'pour', 'dans'),
  ...plain('only', 'uniquement', 'seulement', 'exclusivement'),
  ...plain(
    'except',
    'sauf',
    'hors',
    'excepte',
    'en dehors de',
    'en dehors des',
    'hormis',
    'a l exception de'
  ),
  ...plain('except', 'a l exception du', 'a l exception des'),
  ...plain(
    'closed',
    'ferme',
    'fermee',
    'fermes',
    'fermees',
    'fermeture',
    'fermetures',
    'pas d accueil',
    'conge'
  ),
  ...plain(
    'closed',
    'fermeture au public',
    'ferme au public',
    'non ouvert au public',
    'non ouvert',
    'jour de fermeture'
  ),
  ...plain(
    'closed',
    'pas d ouverture',
    'ferme toute la journee',
    'closed',
    'off',
    'jours de fermeture',
    'fermons'
  ),
  ...plain('closed', 'fermeture hebdomadaire', 'est ferme', 'est fermee', 'sera ferme', 'sera fermee'),
  ...plain(
    'walk-in',
    'sans rendez vous',
    'sans rdv',
    'acces libre',
    'accueil libre',
    'entree libre',
    'libre acces'
  ),
  ...plain('walk-in', 'en acces libre', 'en libre acces', 'accueil sans rendez vous', 'accueil sans rdv'),
  ...plain('always', '24 h 24', '24 24', '24 h sur 24', '24 7', '24 heures sur 24'),
  ...plain(
    'neutral',
    'horaires',
    'horaire',
    'd ouverture',
    'horaires d ouverture',
    'ouvert',
    'ouverte',
    'ouverts'
  ),
  ...plain(
    'neutral',
    'ouverture',
    'ouvertures',
    'au public',
    'ouvert au public',
    'ouverture au public',
    'accueil'
  ),
  ...plain('neutral', 'accueil du public', 'non stop', 'sans interruption', 'en continu', 'journee continue'),
  ...plain(
    'neutral',
    'journee',
    'la journee',
    'toute la journee',
    'permanence',
    'permanences',
    'horaire d ouverture'
  ),
  ...plain(
    'neutral',
    'nous sommes ouverts',
    'est ouvert',
    'est ouverte',
    'lieu ouvert',
    'disponible',
    'continu'
  ),
  ...plain(
    'neutral',
    'heures d ouverture',
    'jours d ouverture',
    'jours et horaires d ouverture',
    'jours',
    'jour'
  ),
  ...plain(
    'neutral',
    'avec et sans rendez vous',
    'avec ou sans rendez vous',
    'avec ou sans rdv',
    'avec et sans rdv'
  ),
  ...plain('neutral', 'sans ou sur rendez vous', 'avec sans rdv', 'ouvert a tous'),
  ...plain(
    'since',
    'a partir de',
    'a partir du',
    'a partir d',
    'a compter du',
    'a compter de',
    'depuis',
    'jusqu en'
  ),
  ...plain('since', 'des le', 'jusqu a fin', 'jusqu a la fin', 'apres', 'avant')
]

const OTHERS: readonly (readonly [string, Meaning])[] = [
  ...['matin', 'matins', 'matinee', 'le matin', 'les matins', 'du matin', 'matinees'].map(
    (word) => [word, { is: 'half', half: 'am' }] as const
  ),
  ...[
    'apres midi',
    'apres midis',
    'apresmidi',
    'apm',
    'aprem',
    'apmidi',
    'l apres midi',
    'les apres midi'
  ].map((word) => [word, { is: 'half', half: 'pm' }] as const),
  ...['les apres midis', 'l apm', 'l aprem'].map((word) => [word, { is: 'half', half: 'pm' }] as const),
  ['midi', { is: 'clock', minutes: 720 }],
  ['minuit', { is: 'clock', minutes: 1440 }],
  ['deux', { is: 'count', value: 2 }],
  ['trois', { is: 'count', value: 3 }]
]

/** Every known word and group of words, folded; apostrophes, dashes and slashes inside them are spaces here. */
export const LEXICON: readonly (readonly [string, Meaning])[] = [
  ...DAY_WORDS,
  ...MONTH_WORDS,
  ...RANK_WORDS,
  ...APPOINTMENT_WORDS,
  ...WEEK_WORDS,
  ...plain('doubt', ...DOUBTS),
  ...HOLIDAYS,
  ...SMALL_WORDS,
  ...OTHERS
]
