import type { Email } from '../accounts/email.ts'
import { type SignInCode, writeCode } from '../accounts/sign-in-code.ts'
import type { Language } from '../language.ts'
import type { Block, Mail } from '../mail/mail.ts'
import { type NamedPlace, nameWithTown, pathIn } from '../mail/naming.ts'
import type { Nature } from './nature.ts'

/* The mails to the author of a report, in their language. They never repeat its text: it may be read by others. */

type Told = {
  readonly to: Email
  readonly language: Language
  readonly reference: string
  readonly place: NamedPlace
  readonly nature: Nature
}

const fr = {
  confirmSubject: (place: string) => `Votre signalement sur ${place}\u00a0: le code pour le confirmer`,
  confirm: (place: string) =>
    `Vous, ou quelqu’un qui a donné votre adresse, avez signalé une erreur sur\u00a0: ${place}.`,
  type: 'Pour confirmer, ouvrez la page du signalement et écrivez-y ce code\u00a0:',
  notYou:
    'Ce n’était pas vous\u00a0? Ne faites rien\u00a0: sans ce code, le signalement est effacé dans deux jours.',
  valid: 'Le code est valable deux jours.',
  receivedSubject: (place: string) => `Votre signalement sur ${place} est arrivé`,
  received: (place: string) => `Nous avons reçu votre signalement sur\u00a0: ${place}.`,
  follow: 'Suivre le signalement',
  reference: (reference: string) => `Sa référence est ${reference}.`
}

const en: typeof fr = {
  confirmSubject: (place) => `Your report on ${place}: the code to confirm it`,
  confirm: (place) => `You, or a person who gave your address, reported an error about: ${place}.`,
  type: 'To confirm it, open the page of the report and type this code there:',
  notYou: 'Was it not you? Do nothing: without the code, the report is deleted in two days.',
  valid: 'The code is valid for two days.',
  receivedSubject: (place) => `Your report on ${place} has arrived`,
  received: (place) => `We have received your report on: ${place}.`,
  follow: 'Follow the report',
  reference: (reference) => `Its reference is ${reference}.`
}

/** What differs if a place is proposed. */
const frProposal: typeof fr = {
  ...fr,
  confirmSubject: (place) => `Votre proposition\u00a0: ${place}, le code pour la confirmer`,
  confirm: (place) =>
    `Vous, ou quelqu’un qui a donné votre adresse, avez proposé d’ajouter un lieu à l’annuaire\u00a0: ${place}.`,
  type: 'Pour confirmer, ouvrez la page de la proposition et écrivez-y ce code\u00a0:',
  notYou:
    'Ce n’était pas vous\u00a0? Ne faites rien\u00a0: sans ce code, la proposition est effacée dans deux jours.',
  receivedSubject: (place) => `Votre proposition est arrivée\u00a0: ${place}`,
  received: (place) => `Nous avons reçu votre proposition d’ajouter\u00a0: ${place}.`,
  follow: 'Suivre la proposition'
}

const enProposal: typeof fr = {
  ...en,
  confirmSubject: (place) => `Your proposal: ${place}, the code to confirm it`,
  confirm: (place) =>
    `You, or a person who gave your address, proposed to add a place to the directory: ${place}.`,
  type: 'To confirm it, open the page of the proposal and type this code there:',
  notYou: 'Was it not you? Do nothing: without the code, the proposal is deleted in two days.',
  receivedSubject: (place) => `Your proposal has arrived: ${place}`,
  received: (place) => `We have received your proposal to add: ${place}.`,
  follow: 'Follow the proposal'
}

/** What differs if the manager of a place proposes or edits something. */
const frManager: typeof fr = {
  ...frProposal,
  received: (place) => `Nous avons reçu ce que vous proposez pour\u00a0: ${place}.`
}

const enManager: typeof fr = {
  ...enProposal,
  received: (place) => `We have received what you propose for: ${place}.`
}

const WORDS = {
  report: { fr, en },
  new_place: { fr: frProposal, en: enProposal },
  proposal: { fr: frManager, en: enManager },
  review: { fr: frManager, en: enManager }
} satisfies Record<Nature, Record<Language, typeof fr>>

const wordsOf = ({ language, nature }: Told): typeof fr => WORDS[nature][language]

/** The code stands beside the link and not in it: programs that open the links of mails must not confirm anything. */
export function confirmMail(told: Told, code: SignInCode): Mail {
  const says = wordsOf(told)
  const place = nameWithTown(told.place)
  return {
    to: told.to,
    language: told.language,
    subject: says.confirmSubject(place),
    blocks: [says.confirm(place), says.type, { code: writeCode(code) }, link(told), says.valid, says.notYou]
  }
}

export function receivedMail(told: Told): Mail {
  const says = wordsOf(told)
  const place = nameWithTown(told.place)
  return {
    to: told.to,
    language: told.language,
    subject: says.receivedSubject(place),
    blocks: [says.received(place), says.reference(told.reference), link(told)]
  }
}

const link = (told: Told): Block => ({
  link: pathIn(told.language, `/signalements/${told.reference}`),
  label: wordsOf(told).follow
})
