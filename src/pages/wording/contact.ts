import type { Language } from '../../domain/language.ts'

/* The texts of the contact page, also about one place. */

const fr = {
  title: 'Nous contacter',
  lead: 'Pour nous dire qu’une fiche est fausse, qu’un lieu manque, ou nous poser une question sur l’annuaire.',
  help: 'Nous tenons l’annuaire\u00a0; nous ne faisons pas les démarches. Pour être aidé, appelez un lieu.',
  toSearch: 'Trouver un lieu',
  write: 'Écrire un message',
  phone: 'Téléphone',
  email: 'Courriel',
  address: 'Adresse',
  reach: 'Nous joindre',
  subject: (site: string) => `Question sur l’${site.charAt(0).toLowerCase()}${site.slice(1)}`,
  body: 'Bonjour,\n\n',
  aboutTitle: (place: string) => `Nous écrire au sujet de\u00a0: ${place}`,
  aboutLead:
    'Quelque chose est faux, a changé, ou manque\u00a0? Le message que nous préparons dit déjà de quel lieu il s’agit.',
  aboutLeadUnwritten: 'Quelque chose est faux, a changé, ou manque\u00a0?',
  aboutSubject: (place: string) => `Au sujet de\u00a0: ${place}`,
  aboutBody: (place: string, page: string) =>
    `Bonjour,\n\nJe vous écris au sujet de\u00a0: ${place}\n${page}\n\nCe qui est faux\u00a0:\n\nCe qui est juste\u00a0:\n`,
  toPlace: 'Revenir à la fiche du lieu',
  ofPlace: 'Joindre le lieu lui-même',
  ofPlaceText: 'Pour un rendez-vous, un horaire ou une question, adressez-vous au lieu\u00a0:',
  missing: 'Ce lieu n’existe pas dans l’annuaire. Vous pouvez tout de même nous écrire.',
  gone: 'Ce lieu n’est plus dans l’annuaire. S’il existe toujours, écrivez-nous.',
  away: 'La fiche du lieu n’a pas pu être lue. Réessayez dans une minute, ou écrivez-nous.',
  none: 'Cet annuaire n’a pas indiqué d’adresse de contact.',
  noneText:
    'Les fiches viennent d’autres annuaires\u00a0: dites-leur ce qui est faux, et la correction arrivera ici.',
  noneOfPlace: 'La fiche de ce lieu vient de\u00a0:',
  toSources: 'Toutes les sources'
}

const en: typeof fr = {
  title: 'Contact us',
  lead: 'To tell us that an entry is wrong or that a place is missing, or to ask about the directory.',
  help: 'We keep the directory; we do not carry out procedures. To be helped, call a place.',
  toSearch: 'Find a place',
  write: 'Write a message',
  phone: 'Phone',
  email: 'Email',
  address: 'Address',
  reach: 'How to reach us',
  subject: (site) => `Question about the ${site.charAt(0).toLowerCase()}${site.slice(1)}`,
  body: 'Hello,\n\n',
  aboutTitle: (place) => `Write to us about ${place}`,
  aboutLead:
    'Is something wrong, has it changed, or is it missing? The message that we prepare already says which place it is about.',
  aboutLeadUnwritten: 'Is something wrong, has it changed, or is it missing?',
  aboutSubject: (place) => `About ${place}`,
  aboutBody: (place, page) =>
    `Hello,\n\nI am writing about: ${place}\n${page}\n\nWhat is wrong:\n\nWhat is right:\n`,
  toPlace: 'Back to the page of the place',
  ofPlace: 'Reach the place itself',
  ofPlaceText: 'For an appointment, opening hours or a question, turn to the place:',
  missing: 'No place of the directory has this address. You can write to us all the same.',
  gone: 'This place is no longer in the directory. If it still exists, write to us.',
  away: 'The entry of the place could not be read. Try again in a minute, or write to us.',
  none: 'This directory has given no contact address.',
  noneText:
    'Entries come from other directories: tell them what is wrong, and the correction will arrive here.',
  noneOfPlace: 'The entry of this place comes from:',
  toSources: 'All the sources'
}

export const CONTACT: Readonly<Record<Language, typeof fr>> = { fr, en }
