import type { Language } from '../../domain/language.ts'
import type { Help } from '../addresses/answers.ts'

type SheetWording = {
  readonly title: string
  readonly back: string
  readonly backToPlace: string
  readonly backToSelection: string
  readonly print: string
  readonly printNow: string
  readonly none: string
  readonly gone: string
  readonly mostly: (most: number) => string
  readonly noPhone: string
  readonly come: string
  readonly access: string
  readonly appointment: string
  readonly appointmentLine: string
  readonly bring: string
  /** The question that decides what to bring. */
  readonly purpose: string
  readonly anyPurpose: string
  readonly show: string
  readonly things: { readonly [help in Help]?: readonly string[] }
  readonly from: (site: string, day: string) => string
}

const fr: SheetWording = {
  title: 'Où aller',
  back: 'Retour à la liste',
  backToPlace: 'Retour au lieu',
  backToSelection: 'Retour à ma sélection',
  printNow: 'Imprimer la fiche',
  print: 'Pour imprimer\u00a0: Ctrl + P, ou «\u00a0Imprimer\u00a0» dans le menu du navigateur.',
  none: 'Aucun lieu n’a été choisi\u00a0: cochez-en un à cinq dans la liste.',
  gone: 'Un des lieux choisis n’est plus dans l’annuaire.',
  mostly: (most) => `La fiche tient ${most} lieux au plus\u00a0: les premiers sont gardés.`,
  noPhone: 'Le téléphone n’est pas connu.',
  come: 'Comment y aller',
  access: 'Pour venir',
  appointment: 'Mon rendez-vous',
  appointmentLine: 'Le …………………… à …………… avec ………………………………',
  bring: 'Ce qu’il est utile d’apporter',
  purpose: 'Pour quelle aide\u00a0? La fiche dira quoi apporter.',
  anyPurpose: 'Je ne sais pas encore',
  show: 'Mettre à jour',
  things: {
    'aide-aux-demarches-administratives': [
      'une pièce d’identité',
      'les courriers reçus à ce sujet',
      'vos numéros\u00a0: sécurité sociale, impôts ou CAF',
      'votre téléphone, pour recevoir un code'
    ],
    'insertion-professionnelle-via-le-numerique': [
      'votre CV, s’il existe, sur papier ou sur une clé USB',
      'votre identifiant France Travail',
      'votre téléphone, pour recevoir un code'
    ],
    'maitrise-des-outils-numeriques-du-quotidien': [
      'votre téléphone, tablette ou ordinateur, et son chargeur'
    ],
    'utilisation-securisee-du-numerique': [
      'votre téléphone ou ordinateur, et son chargeur',
      'le message ou le courrier qui vous inquiète'
    ],
    'parentalite-et-education-avec-le-numerique': ['le courrier de l’école avec les identifiants'],
    'acquisition-de-materiel-informatique-a-prix-solidaire': [
      'un justificatif de revenus ou d’aide (CAF, France Travail)'
    ]
  },
  from: (site, day) => `${site}, le ${day}. Appelez avant de venir\u00a0: les horaires peuvent changer.`
}

const en: SheetWording = {
  title: 'Where to go',
  back: 'Back to the list',
  backToPlace: 'Back to the place',
  backToSelection: 'Back to my selection',
  printNow: 'Print the sheet',
  print: 'To print: Ctrl + P, or “Print” in the menu of your browser.',
  none: 'No place was chosen: tick one to five in the list.',
  gone: 'One of the chosen places is no longer in the directory.',
  mostly: (most) => `The sheet holds ${most} places at most: the first are kept.`,
  noPhone: 'The phone number is not known.',
  come: 'How to get there',
  access: 'To come',
  appointment: 'My appointment',
  appointmentLine: 'On …………………… at …………… with ………………………………',
  bring: 'What is useful to bring',
  purpose: 'For which help? The sheet will say what to bring.',
  anyPurpose: 'I do not know yet',
  show: 'Update',
  things: {
    'aide-aux-demarches-administratives': [
      'proof of identity',
      'the letters you got about it',
      'your numbers: social security, taxes or CAF',
      'your phone, to receive a code'
    ],
    'insertion-professionnelle-via-le-numerique': [
      'your CV, if there is one, on paper or a USB stick',
      'your France Travail login',
      'your phone, to receive a code'
    ],
    'maitrise-des-outils-numeriques-du-quotidien': ['your phone, tablet or computer, and its charger'],
    'utilisation-securisee-du-numerique': [
      'your phone or computer, and its charger',
      'the message or letter that worries you'
    ],
    'parentalite-et-education-avec-le-numerique': ['the letter from the school with the logins'],
    'acquisition-de-materiel-informatique-a-prix-solidaire': [
      'proof of income or of benefits (CAF, France Travail)'
    ]
  },
  from: (site, day) => `${site}, ${day}. Call before you go: opening hours may change.`
}

export const SHEET: Readonly<Record<Language, SheetWording>> = { fr, en }
