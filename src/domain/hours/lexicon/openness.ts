import { type Entry, plain } from './meaning.ts'

/** Subjects that mean the place itself: "La médiathèque est fermée le lundi". */
const SUBJECTS = [
  'la mediatheque',
  'la bibliotheque',
  'la structure',
  'la mairie',
  'le lieu',
  'l espace',
  'le centre',
  'nous'
]
const BE = ['est', 'sera', 'sommes']

/** Words which say that booking is possible or recommended. They do not restrict the hours. */
const BOOKING_NOTES = ['rendez vous', 'rdv', 'rv'].flatMap((word) => [
  ...['prise de', 'prendre', 'prendre un', 'pour prendre', 'pour prise de', 'prises de', 'prendre des'].map(
    (taking) => `${taking} ${word}`
  ),
  ...['possibilite de prendre', 'possibilite de prise de', 'possibilite de', 'vous pouvez prendre'].map(
    (can) => `${can} ${word}`
  ),
  ...[
    'conseille',
    'conseilles',
    'souhaite',
    'souhaitable',
    'possible',
    'possibles',
    'recommande',
    'prefere',
    'privilegie',
    'au',
    'par',
    'en ligne'
  ].flatMap((advised) => [
    `${word} ${advised}`,
    `prise de ${word} ${advised}`,
    `prise de ${word} ${advised}e`
  ]),
  ...['conseille', 'recommande'].flatMap((advised) => [`il est ${advised} de prendre ${word}`])
])

/** Words that mean with or without an appointment, so they do not restrict the hours. */
const EITHER_WAY = ['rendez vous', 'rdv'].flatMap((word) => [
  ...[
    'avec et sans',
    'avec ou sans',
    'sans ou sur',
    'sur ou sans',
    'sur et sans',
    'sans et sur',
    'avec sans'
  ].map((way) => `${way} ${word}`),
  ...['acces libre', 'accueil libre', 'entree libre'].flatMap((free) => [
    `${free} et sur ${word}`,
    `${free} ou sur ${word}`,
    `sur ${word} et ${free}`,
    `sur ${word} ou ${free}`,
    `sur ${word} ou en ${free}`
  ])
])

/** Words for the time of the last entry, which does not change the hours. */
const LAST_ENTRIES = [
  ...['accueil', 'acces', 'entree', 'admission', 'visite', 'inscription', 'depart'].flatMap((entry) =>
    plain('last-entry', `dernier ${entry}`, `derniere ${entry}`, `derniers ${entry}s`, `dernieres ${entry}s`)
  ),
  ...plain('last-entry', 'derniers acces'),
  ...plain('before-closing', 'avant la fermeture', 'avant fermeture', 'avant l heure de fermeture')
]

/** Words for open, closed and walk-in, and words about opening that change nothing. */
export const OPENNESS: readonly Entry[] = [
  ...LAST_ENTRIES,
  ...plain('neutral', ...EITHER_WAY),
  ...plain('note', ...BOOKING_NOTES),
  ...plain(
    'closed',
    'ferme',
    'fermee',
    'fermes',
    'fermees',
    'fermeture',
    'fermetures',
    'pas d accueil',
    'conge',
    'conges',
    'conges annuels',
    'fermeture annuelle',
    'fermetures annuelles',
    'fermeture estivale',
    'ferme au public'
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
    'pas de permanence',
    'pas de permanences',
    'ferme toute la journee',
    'closed',
    'off',
    'jours de fermeture',
    'fermons'
  ),
  ...SUBJECTS.flatMap((who) =>
    BE.flatMap((be) => plain('closed', `${who} ${be} ferme`, `${who} ${be} fermee`, `${who} ${be} fermes`))
  ),
  ...SUBJECTS.flatMap((who) =>
    BE.flatMap((be) =>
      plain('neutral', `${who} ${be} ouvert`, `${who} ${be} ouverte`, `${who} ${be} ouverts`)
    )
  ),
  ...plain(
    'no-exception',
    'pas de fermeture',
    'sans fermeture',
    'aucune fermeture',
    'pas de fermeture dans l annee'
  ),
  ...plain('no-exception', 'ferme le reste de la semaine', 'ferme les autres jours', 'autres jours ferme'),
  ...plain('no-exception', 'les autres jours ferme', 'ferme le reste du temps', 'fermee les autres jours'),
  ...plain('no-exception', 'fermee le reste de la semaine', 'fermeture les autres jours', 'reste ferme'),
  ...[
    'le midi',
    'a midi',
    'entre midi et deux',
    'entre midi et 2',
    'pendant midi',
    'pendant la pause meridienne'
  ].flatMap((noon) =>
    plain('lunch', `ferme ${noon}`, `fermee ${noon}`, `fermes ${noon}`, `fermeture ${noon}`)
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
  ...plain('neutral', 'sans ou sur rendez vous', 'avec sans rdv', 'ouvert a tous')
]
