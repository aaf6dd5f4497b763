import { LEXICON } from './hours-lexicon.ts'

const LIMITS = [
  ...[
    'ferm',
    'sauf',
    'hors',
    'except',
    'hormis',
    'uniquement',
    'seulement',
    'exclusi',
    'reservee?s? (?:a|au)'
  ],
  ...[
    'adherent',
    'abonne',
    'semaine',
    'quinzaine',
    'vacances',
    'conges',
    'periode',
    'saison',
    'estiv',
    'hivern',
    'automn',
    'printemps',
    'toussaint',
    'paques'
  ],
  ...['scolaire', 'ferie', 'impair', 'altern', 'variable', 'parfois', 'certaine?s', 'susceptible', 'suspend'],
  ...[
    'provisoire',
    'temporaire',
    'travaux',
    'covid',
    'obligatoire',
    'absen',
    'horaires vont',
    'changement d.horaire',
    'necessaire',
    'itineran',
    'tournee'
  ]
]
const MORE = [
  ...[
    'reserv',
    'membre',
    'mois',
    'mensuel',
    'zone',
    'selon',
    'jusqu',
    'partir',
    'depuis',
    'compter',
    'inscri'
  ],
  ...[
    'annul',
    'sinon',
    'definir',
    'confirmer',
    'prochain',
    'dernier',
    'premier',
    'veille',
    'lendemain',
    'matin',
    'midi',
    'telephon',
    'noel',
    'rentree'
  ],
  ...[
    'deplac',
    'demenag',
    'chang',
    'supprim',
    'interromp',
    'interrompu',
    'teletravail',
    'visio',
    'distanciel'
  ]
]
const WORDS = [
  '(?:par|du|de chaque) mois',
  'sur (?:deux|2)',
  'fois par',
  'pair',
  'pairs',
  'paire',
  'paires',
  'ete',
  'plus ouver[a-z]*',
  'groupes',
  'classes',
  '(?:sur|sous) (?:rdv|rv|rendez|demande|reservation)'
]
const MORE_WORDS = [
  'sem',
  'pas',
  'non',
  'ou',
  'ni',
  'apm',
  'aprem',
  'avant',
  'apres',
  'en cours',
  'deux',
  'si presence',
  'zoom',
  '(?<![a-z] )personnel',
  'complet'
]

const anyOf = (stems: readonly string[], words: readonly string[]): RegExp =>
  new RegExp(`\\b(?:(?:${stems.join('|')})[a-z]*|${words.join('|')})(?![a-z])`)

const LIMITING = anyOf(LIMITS, WORDS)
const TAKING = anyOf([...LIMITS, ...MORE], [...WORDS, ...MORE_WORDS])

const ADVICE = ['conseill', 'possible', 'recommand', 'souhait', 'prefer', 'privilegi'].join('|')

/** Numbers in addresses, phone numbers, and requests to visitors that do not limit the hours. */
const HARMLESS = new RegExp(
  [
    '\\b0\\d(?:[ ./-]{0,2}\\d\\d){4}|\\b0 ?8\\d\\d(?: ?\\d{3}){2}|\\b\\d{5}\\b',
    '\\b\\d{1,4} ?(?:bis|ter)?,? ?(?:rue|avenue|av|place|pl|boulevard|bd|allee|chemin|route|quai|impasse|cours)\\b',
    `(?:prise de |prendre )?(?:rdv|rendez[- ]vous) (?:est |fortement |vivement )?(?:${ADVICE})[a-z]*`,
    'si (?:necessaire|besoin)',
    '(?:avec |avec ou |avec et )?sans (?:rdv|rendez[- ]vous)'
  ].join('|'),
  'g'
)

const FARM = /\b(?:la|une) ferme\b/g

const CALENDAR: ReadonlySet<string> = new Set(
  LEXICON.filter(([phrase, { is }]) => (is === 'day' || is === 'month') && phrase.length > 2).map(
    ([phrase]) => phrase
  )
)

/**
 * Whether words that were not understood may remove or move the hours beside them: "1ère semaine", "réservé aux
 * adhérents", "17h". Other words ("ateliers", the name of a room) change nothing. Takes folded text.
 */
export function takesAway(folded: string): boolean {
  const rest = folded.replace(HARMLESS, ' ').replace(FARM, ' ')
  return /\d/.test(rest) || TAKING.test(rest) || rest.split(/[^a-z]+/).some((word) => CALENDAR.has(word))
}

/**
 * Words at the head of hours for phone calls, or of another place such as the car park. They concern the statement that
 * follows directly; elsewhere ("Tél. 02 …" at the end) they are a contact. Takes folded text.
 */
export const headsOtherHours = (folded: string): boolean =>
  /\b(?:tel|joignables?|joindre|appels?|ligne|hotline|parking|stationnement)(?![a-z])/.test(folded)

/**
 * Like `takesAway`, for a remark beside columns of hours. The columns give the hours, so a day or an hour in the
 * remark removes nothing ("Permanence à Cousance le mardi à 9h").
 */
export const limitsColumns = (folded: string): boolean => LIMITING.test(folded.replace(HARMLESS, ' '))
