import { FRENCH_DAYS } from '../../domain/hours/reading.ts'
import type { Language } from '../../domain/language.ts'

/* The texts of the pages on which managers keep their places right. */

const EN_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']

const fr = {
  title: 'Mes lieux',
  lead: 'Les lieux dont vous vous occupez, et ce qui attend une réponse de votre part.',
  suspended: (place: string) =>
    `La gestion de ce lieu est suspendue\u00a0: ${place}. Un modérateur examine votre demande et vous écrira.`,
  followClaim: 'Suivre la demande',
  claimWaits: (since: string, until: string) =>
    `Une autre personne demande à gérer cette fiche depuis le ${since}. Sans réponse de votre part avant le ${until}, un modérateur répondra.`,
  answerClaim: 'Répondre à la demande',
  none: 'Aucun lieu ne vous est confié pour l’instant.',
  noneHow: 'Pour vous occuper d’un lieu, cherchez-le dans l’annuaire, puis ouvrez sa fiche.',
  edit: 'Modifier la fiche',
  corrections: 'Ce qui a été modifié',
  see: 'Voir la fiche publique',
  gone: 'Ce lieu n’est plus dans l’annuaire.',
  edits: (count: number) =>
    count === 0
      ? 'Vous n’avez rien modifié.'
      : `Vous avez modifié ${count} rubrique${count > 1 ? 's' : ''} de cette fiche.`,
  until: (day: string) => `À confirmer avant le ${day}.`,
  late: 'Merci de confirmer que ce que vous avez écrit est toujours exact.',
  confirm: (name: string) => `Tout est toujours exact\u00a0: ${name}`,
  confirmOne: 'Tout est toujours exact',
  confirmAll: 'Tout est toujours exact, pour tous mes lieux',
  waiting: 'En attente de la modération',
  days: FRENCH_DAYS as readonly string[],
  editTitle: (name: string) => `Modifier\u00a0: ${name}`,
  editLead: 'Changez ce qui doit l’être, puis enregistrez. Le reste de la fiche ne bouge pas.',
  toPlaces: 'Mes lieux',
  contents: 'Aller à',
  sections: {
    hours: 'Horaires',
    contact: 'Contacts',
    where: 'Adresse',
    offers: 'Services et publics',
    accessibility: 'Accessibilité',
    presentation: 'Présentation',
    checked: 'Nom et genre de lieu'
  },
  save: 'Enregistrer',
  check: 'Vérifier les horaires',
  saved: 'C’est enregistré. L’annuaire dit maintenant\u00a0:',
  colon: '\u00a0:',
  quoted: (texts: readonly string[]) => texts.map((text) => `«\u00a0${text}\u00a0»`).join(', '),
  savedPlain: 'C’est enregistré. La fiche est à jour.',
  unchanged: 'Rien n’a changé\u00a0: il n’y avait rien à enregistrer.',
  confirmed: 'Merci\u00a0! C’est noté pour un an.',
  undone: 'C’est annulé. La fiche dit de nouveau ce qu’elle disait avant.',
  reverted: 'Tout ce que les gestionnaires avaient écrit est annulé, et plus personne ne gère ce lieu.',
  previewNote: 'Rien n’est encore enregistré. Si cette semaine est juste, enregistrez.',
  previewNone: 'Sans heures, l’annuaire dira que les horaires ne sont pas connus.',
  hoursLead:
    'Une ligne par jour. Écrivez les heures comme 9h ou 9h30. Pour un jour sans heures, choisissez «\u00a0fermé\u00a0» ou «\u00a0je ne sais pas\u00a0».',
  slots: ['matin', 'après-midi', 'soir'],
  from: 'de',
  to: 'à',
  dayStates: { ouvert: 'ouvert', ferme: 'fermé', inconnu: 'je ne sais pas' },
  holidays: 'Fermé les jours fériés',
  other: 'Des horaires plus compliqués',
  otherLabel: 'Les horaires en quelques mots',
  otherHint:
    'Si vous écrivez ici, ce texte remplace le tableau. Exemple\u00a0: lundi 9h-12h, le 1er samedi du mois 10h-12h, sur rendez-vous le mercredi.',
  says: (source: string, day: string | undefined) =>
    day === undefined ? `D’après ${source}.` : `D’après ${source}, le ${day}.`,
  managed: (day: string, source: string | undefined) =>
    `Écrit par le gestionnaire du lieu le ${day}${source ? `, à la place de ce que dit ${source}` : ''}.`,
  moderated: (day: string) => `Corrigé par la modération le ${day}.`,
  back: 'Revenir à la source',
  labels: {
    telephone: 'Téléphone',
    courriels: 'Adresses de courriel',
    sites: 'Sites internet',
    rendez_vous: 'Adresse de prise de rendez-vous en ligne',
    rue: 'Numéro et rue',
    complement: 'Complément d’adresse',
    code_postal: 'Code postal',
    ville: 'Ville',
    position: 'Position sur la carte',
    itinerant: 'Le lieu se déplace (bus, camion)',
    services: 'Services proposés',
    tarifs: 'Tarifs',
    publics: 'Personnes accueillies',
    besoins: 'Besoins pris en compte',
    acces: 'Comment venir',
    accompagnement: 'Comment on y est aidé',
    fauteuil: 'Accès en fauteuil roulant',
    fiche_acceslibre: 'Adresse de la fiche Acceslibre',
    resume: 'Le lieu en une phrase',
    presentation: 'Présentation',
    structure: 'Structure qui porte le lieu',
    nom: 'Nom du lieu',
    genres: 'Genre de lieu'
  } as Readonly<Record<string, string>>,
  coordinates: 'Latitude et longitude',
  hints: {
    courriels: 'Une par ligne.',
    sites: 'Un par ligne.',
    nom: 'Un nouveau nom est publié quand la modération l’a vérifié.',
    genres: 'Un nouveau genre est publié quand la modération l’a vérifié.',
    telephone: 'Exemple\u00a0: 02 31 00 00 00.',
    position:
      'Comme les cartes en ligne les donnent. Exemple\u00a0: 49.2764, -0.7024. À plus de 500\u00a0mètres de la position actuelle, la modération vérifie d’abord.'
  } as Readonly<Record<string, string>>,
  answers: { oui: 'oui', non: 'non', '': 'non renseigné' },
  wheelchair: { yes: 'oui', limited: 'en partie, ou avec de l’aide', no: 'non', '': 'non renseigné' },
  hoursFaults: {
    half: (day: number) => `${capital(FRENCH_DAYS[day])}\u00a0: une heure manque ou n’est pas une heure.`,
    both: (day: number) =>
      `${capital(FRENCH_DAYS[day])}\u00a0: des heures sont écrites, mais un autre choix que «\u00a0ouvert\u00a0» est coché. Gardez l’un des deux.`,
    backwards: (day: number) =>
      `${capital(FRENCH_DAYS[day])}\u00a0: la fermeture vient avant l’ouverture, ou deux ouvertures se chevauchent.`,
    empty: (day: number) =>
      `${capital(FRENCH_DAYS[day])}\u00a0: il n’y a pas d’heures. Le lieu est-il fermé ce jour-là\u00a0? Choisissez «\u00a0fermé\u00a0» ou «\u00a0je ne sais pas\u00a0».`,
    never: () =>
      'Aucun jour n’est ouvert. Si le lieu n’existe plus, signalez-le depuis sa fiche\u00a0; s’il reçoit sur rendez-vous, écrivez-le en quelques mots.'
  },
  hoursUnread: (words: string | undefined) =>
    words === undefined
      ? 'L’annuaire n’a pas compris ces horaires. Écrivez-les plus simplement, ou remplissez le tableau.'
      : `L’annuaire n’a pas compris «\u00a0${words}\u00a0». Écrivez-le autrement, ou remplissez le tableau.`,
  faults: {
    phone: (_wrong: string) => 'ce n’est pas un numéro de téléphone. Exemple\u00a0: 02 31 00 00 00.',
    email: (wrong: string) => `${wrong} n’est pas accepté. Exemple\u00a0: contact@mairie.fr.`,
    address: (wrong: string) => `${wrong} n’est pas accepté. Exemple\u00a0: www.mairie.fr.`,
    position: (_wrong: string) => 'ce n’est pas une position. Exemple\u00a0: 49.2764, -0.7024.',
    long: (_wrong: string) => 'le texte est trop long\u00a0: 20 000 caractères au plus, 500 pour une ligne.',
    control: (_wrong: string) =>
      'le texte contient des caractères invisibles. Effacez-le, puis écrivez-le de nouveau.'
  },
  refusedBy: (why: string) => `Ce qui est écrit n’est pas accepté\u00a0: ${why}`,
  proposed:
    'C’est noté. Ce que la modération doit vérifier d’abord (nom, genre de lieu, déplacement de plus de 500 mètres) attend sa réponse ; le reste est déjà enregistré.',
  clashTitle: 'La fiche a changé pendant que vous écriviez',
  clashLead:
    'La même rubrique a été modifiée ailleurs, par une autre personne ou par vous dans un autre onglet. Rien n’est perdu, et rien n’est encore enregistré. Pour chaque rubrique, choisissez ce qu’il faut garder, puis enregistrez.',
  clash: (label: string) => `${label}\u00a0: que garder\u00a0?`,
  mine: (value: string) => `La mienne\u00a0: ${value}`,
  current: (value: string) => `L’actuelle\u00a0: ${value}`,
  nothing: '(rien)',
  signedOut:
    'Votre connexion a pris fin. Rien de ce que vous avez écrit n’est perdu : connectez-vous dans un autre onglet, revenez ici, puis enregistrez.',
  signIn: 'Se connecter',
  privacy: 'Données personnelles',
  notYours: 'Vous ne gérez pas ce lieu',
  notYoursText:
    'Ce compte ne peut pas modifier cette fiche. Vous pouvez signaler une erreur depuis la fiche du lieu.',
  correctionsTitle: (name: string) => `Ce qui a été modifié\u00a0: ${name}`,
  correctionsLead:
    'Si vous annulez une modification, la rubrique dit de nouveau ce qu’elle disait avant. L’historique garde la trace de tout.',
  correctionsNone: 'Aucune modification n’est en vigueur.',
  undo: (field: string) => `Annuler\u00a0: ${field}`,
  undoLate: 'Cette modification n’est plus en vigueur, ou elle ne peut pas être annulée par ce compte.',
  revert: 'Tout annuler et retirer les gestionnaires',
  revertText:
    'Si les gestionnaires ne sont pas ceux qu’ils disent être, ou s’ils dégradent la fiche. Leurs demandes prennent fin, aussi celles qui sont suspendues, et ce qu’ils avaient proposé n’attend plus. Cet acte est réservé à la modération.',
  revertReason: 'Motif',
  revertReasonHint: 'Il est envoyé par courriel à chaque gestionnaire, avec la décision.',
  revertSure: 'Oui, annuler toutes leurs modifications et leur retirer la fiche',
  revertNoReason: 'Écrivez un motif\u00a0: il sera envoyé aux gestionnaires.',
  revertNotSure: 'Cochez la case pour confirmer.',
  history: 'Historique public de la fiche'
}

const capital = (text = ''): string => text.charAt(0).toUpperCase() + text.slice(1)

const en: typeof fr = {
  title: 'My places',
  lead: 'The places that you look after, and what waits for an answer from you.',
  suspended: (place) =>
    `Managing this place is suspended: ${place}. A moderator examines your claim and will write to you.`,
  followClaim: 'Follow the request',
  claimWaits: (since, until) =>
    `Another person has asked to manage this page since ${since}. If you have not answered by ${until}, a moderator answers.`,
  answerClaim: 'Answer the request',
  none: 'No place is in your care yet.',
  noneHow: 'To look after a place, find it in the directory, then open its page.',
  edit: 'Edit the page',
  corrections: 'What was changed',
  see: 'See the public page',
  gone: 'This place is no longer in the directory.',
  edits: (count) =>
    count === 0
      ? 'You have changed nothing.'
      : `You have changed ${count} field${count > 1 ? 's' : ''} of this page.`,
  until: (day) => `To be confirmed before ${day}.`,
  late: 'Please confirm that what you wrote is still right.',
  confirm: (name) => `All is still right: ${name}`,
  confirmOne: 'All is still right',
  confirmAll: 'All is still right, for all my places',
  waiting: 'Waiting for a moderator',
  days: EN_DAYS,
  editTitle: (name) => `Edit: ${name}`,
  editLead: 'Change what must change, then save. The rest of the page stays as it is.',
  toPlaces: 'My places',
  contents: 'Go to',
  sections: {
    hours: 'Opening hours',
    contact: 'Contacts',
    where: 'Address',
    offers: 'Services and people received',
    accessibility: 'Accessibility',
    presentation: 'Description',
    checked: 'Name and kind of place'
  },
  save: 'Save',
  check: 'Check the hours',
  saved: 'Saved. The directory now says:',
  colon: ':',
  quoted: (texts) => texts.map((text) => `“${text}”`).join(', '),
  savedPlain: 'Saved. The page is up to date.',
  unchanged: 'Nothing has changed, so there was nothing to save.',
  confirmed: 'Thank you! This is noted for a year.',
  undone: 'Undone. The page says again what it said before.',
  reverted: 'All that the managers had written is undone, and this place has no manager any more.',
  previewNote: 'Nothing is saved yet. If this week is right, save.',
  previewNone: 'Without hours, the directory will say that they are not known.',
  hoursLead:
    'One line a day. Write times like 9h or 9:30. For a day without times, choose “closed” or “I do not know”.',
  slots: ['morning', 'afternoon', 'evening'],
  from: 'from',
  to: 'to',
  dayStates: { ouvert: 'open', ferme: 'closed', inconnu: 'I do not know' },
  holidays: 'Closed on public holidays',
  other: 'More complicated hours',
  otherLabel: 'The hours in a few French words',
  otherHint:
    'If you write here, this text replaces the table. Example: lundi 9h-12h, le 1er samedi du mois 10h-12h, sur rendez-vous le mercredi.',
  says: (source, day) => (day === undefined ? `From ${source}.` : `From ${source}, ${day}.`),
  managed: (day, source) =>
    `Written by the manager of the place on ${day}${source ? `, instead of what ${source} says` : ''}.`,
  moderated: (day) => `Corrected by a moderator on ${day}.`,
  back: 'Go back to the source',
  labels: {
    telephone: 'Phone',
    courriels: 'E-mail addresses',
    sites: 'Websites',
    rendez_vous: 'Address for booking online',
    rue: 'Number and street',
    complement: 'Second line of the address',
    code_postal: 'Postcode',
    ville: 'Town',
    position: 'Position on the map',
    itinerant: 'The place moves (bus, van)',
    services: 'Services offered',
    tarifs: 'Prices',
    publics: 'People received',
    besoins: 'Needs taken into account',
    acces: 'How to come',
    accompagnement: 'How one is helped',
    fauteuil: 'Wheelchair access',
    fiche_acceslibre: 'Address of the Acceslibre page',
    resume: 'The place in one sentence',
    presentation: 'Description',
    structure: 'Organisation that runs the place',
    nom: 'Name of the place',
    genres: 'Kind of place'
  },
  coordinates: 'Latitude and longitude',
  hints: {
    courriels: 'One a line.',
    sites: 'One a line.',
    nom: 'A new name is published once a moderator has checked it.',
    genres: 'A new kind is published once a moderator has checked it.',
    telephone: 'Example: 02 31 00 00 00.',
    position:
      'As maps online give them. Example: 49.2764, -0.7024. More than 500\u00a0metres from the present position, a moderator checks first.'
  },
  answers: { oui: 'yes', non: 'no', '': 'not said' },
  wheelchair: { yes: 'yes', limited: 'in part, or with help', no: 'no', '': 'not said' },
  hoursFaults: {
    half: (day) => `${EN_DAYS[day]}: a time is missing or is not a time.`,
    both: (day) =>
      `${EN_DAYS[day]}: there are hours, but another choice than “open” is ticked. Keep one of them.`,
    backwards: (day) => `${EN_DAYS[day]}: it closes before it opens, or two openings overlap.`,
    empty: (day) =>
      `${EN_DAYS[day]}: there are no times. Is the place closed on this day? Choose “closed” or “I do not know”.`,
    never: () =>
      'No day is open. If the place no longer exists, report it from its page; if it receives by appointment, write so in a few words.'
  },
  hoursUnread: (words) =>
    words === undefined
      ? 'The directory did not understand these hours. Write them more simply, or fill in the table.'
      : `The directory did not understand “${words}”. Write it otherwise, or fill in the table.`,
  faults: {
    phone: () => 'this is not a phone number. Example: 02 31 00 00 00.',
    email: (wrong) => `${wrong} is not accepted. Example: contact@mairie.fr.`,
    address: (wrong) => `${wrong} is not accepted. Example: www.mairie.fr.`,
    position: () => 'this is not a position. Example: 49.2764, -0.7024.',
    long: () => 'the text is too long: 20,000 characters at most, 500 for a line.',
    control: () => 'the text contains invisible characters. Delete it, then write it again.'
  },
  refusedBy: (why) => `What is written is not accepted: ${why}`,
  proposed:
    'Noted. What a moderator must check first (name, kind of place, a move of more than 500 metres) waits for an answer; the rest is saved already.',
  clashTitle: 'The page has changed while you were writing',
  clashLead:
    'The same field was changed elsewhere, by another person or by you on another tab. Nothing is lost, and nothing is saved yet. For each field, choose what to keep, then save.',
  clash: (label) => `${label}: what to keep?`,
  mine: (value) => `Mine: ${value}`,
  current: (value) => `The present one: ${value}`,
  nothing: '(nothing)',
  signedOut:
    'You have been signed out. Nothing that you wrote is lost: sign in on another tab, come back here, then save.',
  signIn: 'Sign in',
  privacy: 'Personal data',
  notYours: 'You do not manage this place',
  notYoursText: 'This account cannot edit this page. You can report an error from the page of the place.',
  correctionsTitle: (name) => `What was changed: ${name}`,
  correctionsLead:
    'If a change is undone, the field says again what it said before. The history keeps track of all.',
  correctionsNone: 'No change is in force.',
  undo: (field) => `Undo: ${field}`,
  undoLate: 'This change is no longer in force, or this account cannot undo it.',
  revert: 'Undo all and remove the managers',
  revertText:
    'If the managers are not who they say, or if they damage the page. Their claims end, also those that are suspended, and what they had proposed no longer waits. Only moderators can do this.',
  revertReason: 'Reason',
  revertReasonHint: 'It is mailed to each manager, with the decision.',
  revertSure: 'Yes, undo all their changes and take the page from them',
  revertNoReason: 'Write a reason: it will be mailed to the managers.',
  revertNotSure: 'Tick the box to confirm.',
  history: 'Public history of the page'
}

export const MANAGING: Readonly<Record<Language, typeof fr>> = { fr, en }
