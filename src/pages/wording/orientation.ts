import type { Language } from '../../domain/language.ts'
import { WEEKDAYS } from '../../domain/opening/weekdays.ts'
import { wordedTime } from '../../domain/time.ts'
import type { Day, Help, Part, QuestionName, Who } from '../addresses/answers.ts'
import { ofTown } from './of-town.ts'

/* The texts of the guided questions, as the staff at a counter would say them. */

type Choice = { readonly label: string; readonly hint?: string }

export type OrientationWording = {
  readonly title: string
  readonly lead: string
  readonly step: (step: number, of: number) => string
  readonly next: string
  readonly find: string
  readonly change: string
  readonly restart: string
  readonly answers: string
  readonly questions: Readonly<Record<QuestionName, string>>
  readonly short: Readonly<Record<QuestionName, string>>
  readonly missing: string
  readonly help: Readonly<Record<Help | 'any', Choice>>
  readonly who: Readonly<Record<Who | 'any', Choice>>
  readonly when: Readonly<Record<'any' | 'now' | 'day', Choice>>
  readonly day: string
  readonly days: Readonly<Record<Day, string>>
  readonly part: string
  readonly parts: Readonly<Record<Part, string>>
  readonly partHint: string
  readonly moment: (date: string, part: Part) => string
  readonly where: { readonly label: string; readonly hint: string }
  readonly unknownTown: (typed: string) => string
  readonly whichTown: (typed: string) => string
  readonly otherTown: string
  readonly away: string
  readonly retry: string
  readonly found: (count: number, town: string) => string
  /**
   * Title if no place nearby is known to fit, with the distance to the nearest place that fits, if known. It says
   * "connu", because half of the places do not say what help they offer, and one of the places nearby may fit.
   */
  readonly foundFar: (town: string, distance: string | null) => string
  /** Used in place of the name of a town if the reader gave a position. */
  readonly you: string
  readonly none: string
  /** Heading of the list, for screen readers. */
  readonly places: string
  /** Text of the link to any places nearby, if the places with the requested help are far away. */
  readonly nearby: string
  readonly ease: (names: readonly QuestionName[]) => string
  /** Shown if some places leave an answer unknown; `canCall` is true if one of them has a phone. */
  readonly askFirst: (canCall: boolean) => string
  readonly fromMidst: (town: string) => string
  readonly notDrawn: string
  readonly onSheet: string
  readonly makeSheet: string
  readonly sheetHint: string
}

const fr: OrientationWording = {
  title: 'Être orienté',
  lead: 'Quatre questions, puis quelques lieux où aller, et une fiche à imprimer.',
  step: (step, of) => `Question ${step} sur ${of}`,
  next: 'Continuer',
  find: 'Voir les lieux',
  change: 'Changer',
  restart: 'Recommencer',
  answers: 'Vos réponses',
  questions: {
    help: 'De quelle aide avez-vous besoin\u00a0?',
    who: 'Pour qui\u00a0?',
    when: 'Quand voulez-vous y aller\u00a0?',
    where: 'Dans quelle ville\u00a0?'
  },
  short: { help: 'Aide', who: 'Pour', when: 'Quand', where: 'Où' },
  missing: 'Choisissez une réponse pour continuer.',
  help: {
    'aide-aux-demarches-administratives': {
      label: 'Faire une démarche en ligne',
      hint: 'impôts, CAF, retraite, papiers, santé…'
    },
    'maitrise-des-outils-numeriques-du-quotidien': {
      label: 'Apprendre à se servir d’un ordinateur ou d’un téléphone',
      hint: 'allumer, écrire, envoyer un courriel, appeler en vidéo…'
    },
    'acces-internet-et-materiel-informatique': {
      label: 'Utiliser un ordinateur, internet ou une imprimante sur place'
    },
    'insertion-professionnelle-via-le-numerique': {
      label: 'Chercher un emploi',
      hint: 'faire un CV, s’inscrire, répondre à une offre…'
    },
    'utilisation-securisee-du-numerique': {
      label: 'Se protéger sur internet',
      hint: 'arnaques, mots de passe, données personnelles…'
    },
    'parentalite-et-education-avec-le-numerique': {
      label: 'Suivre l’école, ou les écrans des enfants',
      hint: 'espace numérique du collège, devoirs, harcèlement…'
    },
    'acquisition-de-materiel-informatique-a-prix-solidaire': {
      label: 'Acheter un ordinateur ou un téléphone pas cher'
    },
    'loisirs-et-creations-numeriques': {
      label: 'Créer et fabriquer',
      hint: 'photo, vidéo, impression 3D, jeux…'
    },
    'comprehension-du-monde-numerique': {
      label: 'Comprendre le numérique',
      hint: 'réseaux sociaux, intelligence artificielle…'
    },
    any: { label: 'Autre chose, ou je ne sais pas' }
  },
  who: {
    any: { label: 'Tout le monde, ou je ne sais pas' },
    seniors: { label: 'Une personne âgée' },
    jeunes: { label: 'Un ou une jeune' },
    etudiants: { label: 'Un étudiant, une étudiante' },
    'familles-et-ou-enfants': { label: 'Une famille, un enfant' },
    femmes: { label: 'Une femme', hint: 'lieux qui accueillent particulièrement les femmes' },
    wheelchair: { label: 'Une personne en fauteuil roulant' },
    surdite: { label: 'Une personne sourde ou qui entend mal' },
    'deficience-visuelle': { label: 'Une personne aveugle ou qui voit mal' },
    'handicaps-mentaux': { label: 'Une personne avec un handicap mental ou psychique' },
    illettrisme: { label: 'Une personne qui a du mal à lire et à écrire' },
    'langues-etrangeres-anglais': { label: 'Une personne qui parle anglais' },
    'langues-etrangeres-autres': { label: 'Une personne qui parle une autre langue' }
  },
  when: {
    any: { label: 'Peu importe' },
    now: { label: 'Maintenant' },
    day: { label: 'Un jour précis', hint: 'choisissez-le ci-dessous' }
  },
  day: 'Jour',
  days: WEEKDAYS.fr,
  part: 'Moment',
  parts: { morning: 'le matin', afternoon: 'l’après-midi', evening: 'le soir' },
  partHint: 'Le matin veut dire vers 10 h, l’après-midi vers 15 h, le soir vers 18 h 30.',
  moment: (date, part) => `${dayIn('fr', date)}, ${fr.parts[part]}`,
  where: { label: 'Ville ou code postal', hint: 'Par exemple\u00a0: Bayeux, ou 14400.' },
  unknownTown: (typed) =>
    `Nous ne connaissons pas «\u00a0${typed}\u00a0». Vérifiez l’écriture, ou donnez le code postal.`,
  whichTown: (typed) => `«\u00a0${typed}\u00a0»\u00a0: laquelle\u00a0?`,
  otherTown: 'Une autre ville',
  away: 'L’annuaire ne répond pas pour le moment. Vos réponses sont gardées dans l’adresse de cette page\u00a0: réessayez dans une minute.',
  retry: 'Réessayer',
  found: (count, town) =>
    count === 1 ? `Un lieu près ${ofTown(town)}` : `${count} lieux près ${ofTown(town)}`,
  foundFar: (town, distance) =>
    `Aucun lieu connu qui convienne à moins de 20\u00a0km ${ofTown(town)}${distance ? `\u00a0; le plus proche est ${distance}` : ''}`,
  you: 'vous',
  none: 'Aucun lieu ne correspond à toutes vos réponses.',
  places: 'Liste des lieux',
  nearby: 'Voir plutôt les lieux proches\u00a0: ils peuvent vous conseiller',
  ease: (names) => `Chercher sans tenir compte de\u00a0: ${names.map((name) => EASED.fr[name]).join(' et ')}`,
  askFirst: (canCall) =>
    `Certains lieux ne précisent pas tout ce que vous demandez. ${canCall ? 'Appelez' : 'Renseignez-vous'} avant d’y aller.`,
  fromMidst: (town) =>
    `Les distances sont comptées depuis le milieu des lieux connus autour ${ofTown(town)}\u00a0: elles sont approchées.`,
  notDrawn: 'Les lieux dont la position n’est pas précise n’y sont pas.',
  onSheet: 'Mettre sur la fiche',
  makeSheet: 'Préparer la fiche à imprimer',
  sheetHint: 'Cochez un à cinq lieux. La fiche est en gros caractères, une page par lieu.'
}

const en: OrientationWording = {
  title: 'Find the right place',
  lead: 'Four questions, then a few places to go to, and a sheet to print.',
  step: (step, of) => `Question ${step} of ${of}`,
  next: 'Continue',
  find: 'Show the places',
  change: 'Change',
  restart: 'Start again',
  answers: 'Your answers',
  questions: {
    help: 'What help do you need?',
    who: 'For whom?',
    when: 'When do you want to go?',
    where: 'In which town?'
  },
  short: { help: 'Help', who: 'For', when: 'When', where: 'Where' },
  missing: 'Choose an answer to go on.',
  help: {
    'aide-aux-demarches-administratives': {
      label: 'Doing paperwork online',
      hint: 'taxes, benefits, pension, papers, health…'
    },
    'maitrise-des-outils-numeriques-du-quotidien': {
      label: 'Learning to use a computer or a phone',
      hint: 'switching it on, writing, e-mail, video calls…'
    },
    'acces-internet-et-materiel-informatique': {
      label: 'Using a computer, the internet or a printer there'
    },
    'insertion-professionnelle-via-le-numerique': {
      label: 'Looking for work',
      hint: 'writing a CV, registering, answering an offer…'
    },
    'utilisation-securisee-du-numerique': {
      label: 'Staying safe on the internet',
      hint: 'scams, passwords, personal data…'
    },
    'parentalite-et-education-avec-le-numerique': {
      label: 'School online, or children and screens',
      hint: 'the school’s web space, homework, bullying…'
    },
    'acquisition-de-materiel-informatique-a-prix-solidaire': { label: 'Buying a cheap computer or phone' },
    'loisirs-et-creations-numeriques': {
      label: 'Making things',
      hint: 'photos, video, 3D printing, games…'
    },
    'comprehension-du-monde-numerique': {
      label: 'Understanding the digital world',
      hint: 'social networks, artificial intelligence…'
    },
    any: { label: 'Something else, or I don’t know' }
  },
  who: {
    any: { label: 'Anybody, or I don’t know' },
    seniors: { label: 'An older person' },
    jeunes: { label: 'A young person' },
    etudiants: { label: 'A student' },
    'familles-et-ou-enfants': { label: 'A family, a child' },
    femmes: { label: 'A woman', hint: 'places that welcome women in particular' },
    wheelchair: { label: 'A person in a wheelchair' },
    surdite: { label: 'A person who is deaf or hard of hearing' },
    'deficience-visuelle': { label: 'A person who is blind or has poor eyesight' },
    'handicaps-mentaux': { label: 'A person with a mental disability' },
    illettrisme: { label: 'A person who finds reading and writing hard' },
    'langues-etrangeres-anglais': { label: 'A person who speaks English' },
    'langues-etrangeres-autres': { label: 'A person who speaks another language' }
  },
  when: {
    any: { label: 'Any time' },
    now: { label: 'Now' },
    day: { label: 'On a certain day', hint: 'choose it below' }
  },
  day: 'Day',
  days: WEEKDAYS.en,
  part: 'Time',
  parts: { morning: 'in the morning', afternoon: 'in the afternoon', evening: 'in the evening' },
  partHint: 'The morning means about 10:00, the afternoon about 15:00, the evening about 18:30.',
  moment: (date, part) => `${dayIn('en', date)}, ${en.parts[part]}`,
  where: { label: 'Town or postcode', hint: 'For example: Bayeux, or 14400.' },
  unknownTown: (typed) => `We do not know “${typed}”. Check how it is written, or give the postcode.`,
  whichTown: (typed) => `“${typed}”: which one?`,
  otherTown: 'Another town',
  away: 'The directory does not answer at the moment. Your answers are kept in the address of this page: try again in a minute.',
  retry: 'Try again',
  found: (count, town) => (count === 1 ? `One place near ${town}` : `${count} places near ${town}`),
  foundFar: (town, distance) =>
    `No known place that fits within 20\u00a0km of ${town}${distance ? `; the nearest is ${distance}` : ''}`,
  you: 'you',
  none: 'No place matches all your answers.',
  places: 'List of places',
  nearby: 'See places nearby instead: they may be able to advise you',
  ease: (names) => `Search without regard to: ${names.map((name) => EASED.en[name]).join(' and ')}`,
  askFirst: (canCall) =>
    `Some places do not say all that you asked for. ${canCall ? 'Call' : 'Check'} before you go.`,
  fromMidst: (town) =>
    `Distances are measured from the middle of the places known around ${town}: they are approximate.`,
  notDrawn: 'Places whose position is not exact are not on it.',
  onSheet: 'Put on the sheet',
  makeSheet: 'Prepare the sheet to print',
  sheetHint: 'Tick one to five places. The sheet is in large type, a page for each place.'
}

const EASED: Readonly<Record<Language, Readonly<Record<QuestionName, string>>>> = {
  fr: { help: 'l’aide demandée', who: 'la personne', when: 'le moment', where: 'la ville' },
  en: { help: 'the help', who: 'the person', when: 'the time', where: 'the town' }
}

const dayIn = (language: Language, date: string): string =>
  wordedTime(language, { weekday: 'long', day: 'numeric', month: 'long' })(new Date(date))

export const ORIENTATION: Readonly<Record<Language, OrientationWording>> = { fr, en }
