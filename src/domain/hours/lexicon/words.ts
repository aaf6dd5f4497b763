import { type Entry, plain } from './meaning.ts'

export const SMALL_WORDS: readonly Entry[] = [
  ...plain('to', 'a', 'au', 'jusqu a', 'jusqu au', 'jusque', 'aux'),
  ...plain('from', 'de', 'du', 'd', 'des'),
  ...plain('between', 'entre'),
  ...plain('and', 'et', 'puis', 'ainsi que', 'et aussi', 'et egalement', 'ni'),
  ...plain('or', 'ou'),
  ...plain('article', 'le', 'la', 'les', 'l', 'un', 'une'),
  ...plain('every', 'tous les', 'tout les', 'toutes les', 'chaque', 'chaques'),
  ...plain('of-month', 'du mois', 'de chaque mois', 'chaque mois', 'de mois', 'des mois'),
  ...plain('month-word', 'le mois d', 'le mois de', 'au mois d', 'au mois de', 'mois d', 'mois de'),
  ...plain('month-word', 'pour le mois d', 'tout le mois d', 'tout le mois de', 'pour le mois de'),
  ...plain(
    'per',
    'par mois',
    'par semaine',
    'tous les jours de la semaine',
    'toute la semaine',
    'jours de la semaine'
  ),
  ...plain('on', 'sur'),
  ...plain('during', 'pendant', 'durant', 'en', 'lors', 'pour', 'dans'),
  ...plain('only', 'uniquement', 'seulement', 'exclusivement'),
  ...plain(
    'except',
    'sauf',
    'sf',
    'hors',
    'excepte',
    'en dehors de',
    'en dehors des',
    'hormis',
    'a l exception de'
  ),
  ...plain('except', 'a l exception du', 'a l exception des'),
  ...plain('always', '24 h 24', '24 24', '24 h sur 24', '24 7', '24 heures sur 24'),
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

export const REFERENCES: readonly Entry[] = [
  ...plain('otherwise', 'sinon', 'autrement', 'le reste du temps', 'le reste de l annee', 'reste de l annee'),
  ...plain('otherwise', 'en dehors de ces periodes', 'hors de ces periodes', 'en dehors de cette periode'),
  ...plain(
    'other-days',
    'les autres jours',
    'autres jours',
    'tous les autres jours',
    'le reste de la semaine'
  ),
  ...plain(
    'other-days',
    'les autres jours de la semaine',
    'autres jours de la semaine',
    'reste de la semaine'
  ),
  ...plain('other', 'autres', 'tous les autres', 'les autres'),
  ...plain('same', 'idem', 'pareil', 'memes horaires', 'meme horaire', 'memes heures', 'de meme'),
  ...plain('by-phone', 'par telephone', 'au telephone', 'accueil telephonique', 'permanence telephonique'),
  ...plain('by-phone', 'permanences telephoniques', 'standard telephonique', 'accueil par telephone'),
  ...plain('by-phone', 'ligne telephonique', 'telephonique', 'accueil du public par telephone'),
  ...plain(
    'in-person',
    'sur place',
    'accueil physique',
    'en presentiel',
    'physique',
    'au guichet',
    'sur site'
  ),
  ...plain('in-person', 'accueil sur place', 'accueil au guichet', 'permanence physique'),
  ...['accueil', 'permanence', ''].flatMap((word) =>
    ['physique et telephonique', 'telephonique et physique', 'sur place et par telephone'].flatMap((both) =>
      plain('neutral', `${word} ${both}`.trim())
    )
  ),
  ...plain(
    'neutral',
    'sur place ou par telephone',
    'par telephone et sur place',
    'par telephone ou sur place'
  ),
  ...plain('exceptional', 'exceptionnellement', 'exceptionnelle', 'exceptionnelles', 'a titre exceptionnel')
]

export const OTHERS: readonly Entry[] = [
  ...['matin', 'matins', 'matinee', 'le matin', 'les matins', 'du matin', 'matinees'].map(
    (word) => [word, { is: 'half', half: 'am' }] as const
  ),
  ...[
    'apres midi',
    'apres midis',
    'apresmidi',
    'apm',
    'aprem',
    'pm',
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
