import type { Category } from '../../domain/contributions/categories.ts'
import type { ContributionState } from '../../domain/contributions/machine.ts'
import type { Language } from '../../domain/language.ts'

/* The texts of the pages on which people report an error and follow their report. */

type Subject = {
  /** In the list of what can be wrong. */
  readonly name: string
  /** The title of its form. */
  readonly title: string
  /** The question above the field of text. */
  readonly ask: string
}

const SUBJECTS_FR: Readonly<Record<Category, Subject>> = {
  hours: {
    name: 'Les horaires',
    title: 'Les horaires sont faux',
    ask: 'Quels sont les bons horaires\u00a0?'
  },
  closed: {
    name: 'Le lieu n’existe plus',
    title: 'Le lieu n’existe plus',
    ask: 'Comment le savez-vous\u00a0?'
  },
  contacts: {
    name: 'Le téléphone, le courriel ou le site',
    title: 'Un contact est faux',
    ask: 'Qu’est-ce qui est faux, et qu’est-ce qui est juste\u00a0?'
  },
  position: {
    name: 'L’adresse, ou le point sur la carte',
    title: 'L’adresse ou la position est fausse',
    ask: 'Où est le lieu\u00a0?'
  },
  services: {
    name: 'Les services ou les tarifs',
    title: 'Les services ou les tarifs sont faux',
    ask: 'Qu’est-ce qui est faux, et qu’est-ce qui est juste\u00a0?'
  },
  audiences: {
    name: 'Les personnes accueillies',
    title: 'Les personnes accueillies sont fausses',
    ask: 'Qui est accueilli\u00a0?'
  },
  support: {
    name: 'La façon d’être aidé',
    title: 'La façon d’être aidé est fausse',
    ask: 'Comment est-on aidé dans ce lieu\u00a0?'
  },
  accessibility: {
    name: 'L’accessibilité',
    title: 'L’accessibilité est fausse',
    ask: 'Qu’est-ce qui est faux, et qu’est-ce qui est juste\u00a0?'
  },
  labels: {
    name: 'Les labels',
    title: 'Un label est faux',
    ask: 'Quel label est faux, ou manque\u00a0?'
  },
  duplicate: {
    name: 'Le lieu figure deux fois',
    title: 'Le lieu figure deux fois',
    ask: 'Quelle est l’autre fiche\u00a0?'
  },
  person: {
    name: 'Une personne est nommée et ne le veut pas',
    title: 'Une personne est nommée et ne le veut pas',
    ask: 'Voulez-vous ajouter quelque chose\u00a0?'
  },
  other: {
    name: 'Autre chose',
    title: 'Autre chose est faux',
    ask: 'Qu’est-ce qui est faux, et qu’est-ce qui est juste\u00a0?'
  }
}

const SUBJECTS_EN: typeof SUBJECTS_FR = {
  hours: {
    name: 'The opening hours',
    title: 'The opening hours are wrong',
    ask: 'What are the right hours?'
  },
  closed: {
    name: 'The place no longer exists',
    title: 'The place no longer exists',
    ask: 'How do you know?'
  },
  contacts: {
    name: 'The phone number, email or website',
    title: 'A contact is wrong',
    ask: 'What is wrong, and what is right?'
  },
  position: {
    name: 'The address, or the point on the map',
    title: 'The address or position is wrong',
    ask: 'Where is the place?'
  },
  services: {
    name: 'The services or prices',
    title: 'The services or prices are wrong',
    ask: 'What is wrong, and what is right?'
  },
  audiences: {
    name: 'The people who are welcome',
    title: 'The people who are welcome are wrong',
    ask: 'Who is welcome?'
  },
  support: {
    name: 'How people are helped',
    title: 'How people are helped is wrong',
    ask: 'How are people helped in this place?'
  },
  accessibility: {
    name: 'Accessibility',
    title: 'Accessibility is wrong',
    ask: 'What is wrong, and what is right?'
  },
  labels: { name: 'The labels', title: 'A label is wrong', ask: 'Which label is wrong or missing?' },
  duplicate: {
    name: 'The place stands here twice',
    title: 'The place stands here twice',
    ask: 'Which is the other entry?'
  },
  person: {
    name: 'A person is named and does not want to be',
    title: 'A person is named and does not want to be',
    ask: 'Would you like to add something?'
  },
  other: {
    name: 'Something else',
    title: 'Something else is wrong',
    ask: 'What is wrong, and what is right?'
  }
}

type StateWords = { readonly name: string; readonly text: string }

const STATES_FR: Readonly<Record<ContributionState, StateWords>> = {
  unconfirmed: {
    name: 'À confirmer',
    text: 'Nous vous avons envoyé par courriel un code de huit caractères. Écrivez-le ci-dessous dans les deux jours.'
  },
  open: {
    name: 'Reçu',
    text: 'Une personne va le lire\u00a0; rien n’est décidé par un programme.'
  },
  in_hand: { name: 'En cours', text: 'Une personne s’en occupe.' },
  asked: { name: 'Une question pour vous', text: 'Nous avons besoin d’une précision\u00a0:' },
  accepted: { name: 'Accepté', text: 'Merci\u00a0: la fiche est corrigée.' },
  rejected: { name: 'Non retenu', text: 'La fiche n’a pas été changée.' },
  duplicate: {
    name: 'Déjà signalé',
    text: 'Quelqu’un l’avait déjà signalé\u00a0: les deux sont traités ensemble.'
  },
  withdrawn: { name: 'Retiré', text: 'Vous l’avez retiré.' },
  lapsed: {
    name: 'Sans suite',
    text: 'Il n’y a plus rien à décider\u00a0: le code n’a pas été écrit dans les deux jours, ou ce qui était à relire a été annulé.'
  }
}

const STATES_EN: typeof STATES_FR = {
  unconfirmed: {
    name: 'To be confirmed',
    text: 'We sent you an eight-character code by email. Type it below within two days.'
  },
  open: { name: 'Received', text: 'A person will read it; no program decides.' },
  in_hand: { name: 'In hand', text: 'A moderator is looking at it.' },
  asked: { name: 'A question for you', text: 'We need to know more:' },
  accepted: { name: 'Accepted', text: 'Thank you: the entry was corrected.' },
  rejected: { name: 'Not accepted', text: 'The entry was not changed.' },
  duplicate: {
    name: 'Already reported',
    text: 'It was reported before: both reports are handled together.'
  },
  withdrawn: { name: 'Withdrawn', text: 'You took it back.' },
  lapsed: {
    name: 'Without effect',
    text: 'Nothing is left to decide: the code was not typed within two days, or what was to be checked is undone.'
  }
}

const fr = {
  subjects: SUBJECTS_FR,
  states: STATES_FR,
  title: (place: string) => `Signaler une erreur\u00a0: ${place}`,
  lead: 'Qu’est-ce qui est faux, ou a changé\u00a0? Sans compte, en moins d’une minute.',
  toPlace: 'Revenir à la fiche du lieu',
  toSubjects: 'Choisir autre chose',
  says: 'L’annuaire dit',
  saysNothing: 'L’annuaire n’en dit rien.',
  from: (source: string, date: string | undefined) =>
    `D’après\u00a0: ${source}${date ? `, le ${date}` : ', sans date'}`,
  textHint: 'Avec vos mots. Au plus 2\u202f000 caractères. N’écrivez pas d’information personnelle.',
  twice: 'Collez l’adresse de l’autre fiche, ou écrivez son nom.',
  email: 'Votre courriel',
  emailHint:
    'Pour savoir ce que devient votre signalement. Exemple\u00a0: nom@exemple.fr. Il n’est jamais publié, et il est effacé un an après.',
  emailClosed:
    'Avec un courriel confirmé, votre signalement compte davantage\u00a0: si une autre personne l’a confirmé aussi, depuis un autre accès à Internet, la fiche dit aussitôt que le lieu est signalé fermé. Sinon, une personne vérifie. Exemple\u00a0: nom@exemple.fr. Il n’est jamais publié.',
  person: 'Le nom, comme l’annuaire l’écrit',
  personHint: 'Exemple\u00a0: Camille Martin',
  personLead:
    'La personne nommée ci-dessous est cachée dès que vous envoyez ce formulaire. Une personne lit ensuite la demande.',
  personUnshown:
    'La fiche ne nomme pas de responsable\u00a0: rien ne peut donc être caché aussitôt. Dites-nous où le nom se trouve\u00a0; une personne lira votre demande.',
  hiddenSince: (moment: string) =>
    `Le nom de la personne est caché depuis le ${moment}. Une personne va lire votre demande.`,
  nothingHidden:
    'La fiche ne nommait pas de responsable, donc rien n’a été caché aussitôt. Une personne va lire votre demande.',
  inAccount: 'C’est gardé dans votre compte.',
  toAccount: 'Mon compte',
  submit: 'Envoyer',
  needsText: 'Écrivez ce qui est faux ou ce qui a changé.',
  tooLong: (length: number) => `Le texte a ${length} caractères. Raccourcissez-le à 2\u202f000.`,
  badEmail: 'L’adresse n’est pas complète. Exemple\u00a0: nom@exemple.fr',
  privacy: 'Ce que nous faisons de vos données',
  missing: 'Ce lieu n’existe pas dans l’annuaire.',
  gone: 'Ce lieu n’est plus dans l’annuaire.',
  away: 'La fiche du lieu n’a pas pu être lue. Réessayez dans une minute.',
  keep: 'Gardez cette référence, ou l’adresse de cette page\u00a0: elle seule permet de savoir la suite.',
  about: 'Au sujet de',
  what: 'Ce qui a été envoyé',
  since: 'Envoyé le',
  state: 'État',
  reply: 'Réponse',
  code: 'Le code de huit caractères',
  codeHint: 'Il est dans le dernier message que nous vous avons envoyé. Exemple\u00a0: 4T9M-0K2W',
  /** Above the form whose code is wrong: the report was received all the same. */
  codeRefused: 'Ce code n’est pas le bon',
  badCode: 'Écrivez le code de huit caractères du dernier message reçu.',
  manyCodes: 'Trop de codes faux. Le signalement ne peut plus être confirmé\u00a0; envoyez-en un autre.',
  confirm: 'Confirmer',
  answer: 'Votre réponse',
  sendAnswer: 'Répondre',
  needsAnswer: 'Écrivez votre réponse.',
  withdraw: 'Retirer ce que j’ai envoyé',
  withdrawTitle: 'Vous avez changé d’avis\u00a0?',
  wrongState: 'Cela n’est plus possible\u00a0: l’état a changé. Le voici.',
  unknownChoice: 'Cette adresse demande à suivre quelque chose que nous ne connaissons pas',
  unknownChoiceText:
    'Il y faut fiche= et un lieu, territoire= et un territoire (department:58), ou les choix d’une recherche. Partez de la page du lieu, du territoire ou de la recherche.',
  noReport: 'Aucun signalement n’a cette référence',
  noReportText:
    'Vérifiez la référence\u00a0: SIG- et dix caractères. Un signalement qui n’a pas été confirmé dans les deux jours est effacé.'
}

const en: typeof fr = {
  subjects: SUBJECTS_EN,
  states: STATES_EN,
  title: (place) => `Report an error: ${place}`,
  lead: 'What is wrong, or has changed? Without an account, in less than a minute.',
  toPlace: 'Back to the page of the place',
  toSubjects: 'Choose something else',
  says: 'The directory says',
  saysNothing: 'The directory says nothing about it.',
  from: (source, date) => `From: ${source}${date ? `, on ${date}` : ', without a date'}`,
  textHint: 'In your own words. At most 2,000 characters. Do not write personal information.',
  twice: 'Paste the address of the other entry, or write its name.',
  email: 'Your email',
  emailHint:
    'To learn what becomes of your report. Example: name@example.org. It is never published, and is deleted a year later.',
  emailClosed:
    'With a confirmed address your report counts more: if another person has confirmed it too, from another Internet connection, the entry shows at once that the place is reported closed. Otherwise, a person checks. Example: name@example.org. It is never published.',
  person: 'The name, as the directory writes it',
  personHint: 'Example: Camille Martin',
  personLead:
    'The person named below is hidden as soon as you send this form. A person then reads the request.',
  personUnshown:
    'The entry names no person in charge, so nothing can be hidden at once. Tell us where the name stands; a person will read your request.',
  hiddenSince: (moment) =>
    `The name of the person has been hidden since ${moment}. A person will read your request.`,
  nothingHidden:
    'The entry named no person in charge, so nothing was hidden at once. A person will read your request.',
  inAccount: 'It is kept in your account.',
  toAccount: 'My account',
  submit: 'Send',
  needsText: 'Write what is wrong or has changed.',
  tooLong: (length) => `The text has ${length} characters. Shorten it to 2,000.`,
  badEmail: 'The address is not complete. Example: name@example.org',
  privacy: 'What we do with your data',
  missing: 'No place of the directory has this address.',
  gone: 'This place is no longer in the directory.',
  away: 'The entry of the place could not be read. Try again in a minute.',
  keep: 'Keep this reference, or the address of this page: it is the only way to see what follows.',
  about: 'About',
  what: 'What was sent',
  since: 'Sent on',
  state: 'State',
  reply: 'Answer',
  code: 'The eight-character code',
  codeHint: 'It is in the last message that we sent you. Example: 4T9M-0K2W',
  codeRefused: 'This is not the right code',
  badCode: 'Type the eight-character code of the last message you received.',
  manyCodes: 'Too many wrong codes. The report can no longer be confirmed; send another one.',
  confirm: 'Confirm',
  answer: 'Your answer',
  sendAnswer: 'Answer',
  needsAnswer: 'Write your answer.',
  withdraw: 'Take back what I sent',
  withdrawTitle: 'Have you changed your mind?',
  wrongState: 'This is no longer possible: the state has changed. Here it is.',
  unknownChoice: 'This address asks to follow something that we do not know',
  unknownChoiceText:
    'It needs fiche= and a place, territoire= and a territory (department:58), or the choices of a search. Start from the page of the place, of the territory or of the search.',
  noReport: 'No report has this reference',
  noReportText:
    'Check the reference: SIG- and ten characters. A report that was not confirmed within two days is deleted.'
}

export const CONTRIBUTIONS: Readonly<Record<Language, typeof fr>> = { fr, en }
