import { days, type Entry, month, plain, rank } from './meaning.ts'

export const DAY_WORDS: readonly Entry[] = [
  ...days([0], 'lundi', 'lundis', 'lun', 'lu'),
  ...days([1], 'mardi', 'mardis', 'mar', 'ma'),
  ...days([2], 'mercredi', 'mercredis', 'mer', 'merc', 'me'),
  ...days([3], 'jeudi', 'jeudis', 'jeu', 'je'),
  ...days([4], 'vendredi', 'vendredis', 'ven', 'vend', 've'),
  ...days([5], 'samedi', 'samedis', 'sam', 'sa'),
  ...days([6], 'dimanche', 'dimanches', 'dim', 'di'),
  ...days([0, 1, 2, 3, 4, 5, 6], 'tous les jours', 'tlj', '7 j 7', '7 jours 7', '7 jours sur 7', '7 j sur 7'),
  ...days([0, 1, 2, 3, 4, 5, 6], 'chaque jour', 'du lundi au dimanche'),
  ...days([0, 1, 2, 3, 4], 'en semaine', 'la semaine', 'semaine'),
  ...['jours ouvres', 'les jours ouvres', 'jour ouvre'].map(
    (words) => [words, { is: 'day', days: [0, 1, 2, 3, 4], working: true }] as const
  ),
  ...['jours ouvrables', 'les jours ouvrables', 'jour ouvrable', 'tous les jours ouvrables'].map(
    (words) => [words, { is: 'day', days: [0, 1, 2, 3, 4, 5], working: true }] as const
  ),
  ...days([5, 6], 'week end', 'week ends', 'weekend', 'weekends', 'le week end', 'les week ends', 'we')
]

export const MONTH_WORDS: readonly Entry[] = [
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

export const RANK_WORDS: readonly Entry[] = [
  ...rank(1, 'premier', 'premiers', 'premiere', '1 er', '1 ers'),
  ...rank(2, 'deuxieme', 'deuxiemes', 'second', 'seconds', '2 nd'),
  ...rank(3, 'troisieme', 'troisiemes'),
  ...rank(4, 'quatrieme', 'quatriemes'),
  ...rank(5, 'cinquieme', 'cinquiemes'),
  ...rank(-1, 'dernier', 'derniers')
]

export const FEAST_WORDS: readonly Entry[] = [
  'gras',
  'cendres',
  'rameaux',
  'saint',
  'paques',
  'ascension',
  'pentecote'
].map((name) => [name, { is: 'feast', name }] as const)

export const WEEK_WORDS: readonly Entry[] = [
  ...['semaine', 'semaines', 'sem', 'les semaines', 'en semaine', 'en semaines', 'la semaine'].flatMap(
    (week) => [
      ...['paire', 'paires'].map((word) => [`${week} ${word}`, { is: 'weeks', parity: 'even' }] as const),
      ...['impaire', 'impaires'].map((word) => [`${week} ${word}`, { is: 'weeks', parity: 'odd' }] as const)
    ]
  )
]

export const HOLIDAYS: readonly Entry[] = [
  ...plain('school', 'vacances scolaires', 'vacances', 'conges scolaires', 'periode de vacances scolaires'),
  ...plain('school', 'periodes de vacances scolaires', 'periode de vacances', 'vac scolaires', 'vac', 'vacs'),
  ...plain('school', 'vac scol', 'vac sco', 'vacances scol', 'vacances sco'),
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
  ...plain(
    'public-holidays',
    'jours feries',
    'jour ferie',
    'feries',
    'fetes',
    'jours de fete',
    'jours de fetes'
  ),
  ...plain('no-exception', 'y compris les jours feries', 'y compris jours feries', 'meme les jours feries'),
  ...plain('no-exception', 'jours feries compris', 'jours feries inclus', 'jours feries y compris'),
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
