import type { Email } from '../accounts/email.ts'
import type { Nature } from '../contributions/nature.ts'
import type { Language } from '../language.ts'
import type { Block, Mail } from '../mail/mail.ts'
import { type NamedPlace, nameWithTown, pathIn } from '../mail/naming.ts'
import type { Decision, Outcome } from './decision.ts'

/*
 * The mails to the author of a report about what moderators do. A decision comes with a statement of reasons: what was decided, why, that no
 * program decided, and how it is contested. Texts of a report are never repeated; what a manager proposes is.
 */

type Told = {
  readonly to: Email
  readonly language: Language
  readonly reference: string
  readonly place: NamedPlace
  readonly nature: Nature
  /** What the manager of the place proposes, by field. */
  readonly fields?: Readonly<Record<string, unknown>> | undefined
}

type Final = Exclude<Decision, { readonly act: 'take' | 'release' | 'ask' }>

const fr = {
  report: {
    accept: (place: string) => `Votre signalement sur ${place} est accepté`,
    reject: (place: string) => `Votre signalement sur ${place} n’est pas retenu`,
    'close-as-duplicate': (place: string) => `Votre signalement sur ${place} était déjà connu`,
    reopen: (place: string) => `Votre signalement sur ${place} est réexaminé`
  },
  new_place: {
    accept: (place: string) => `Votre proposition est acceptée\u00a0: ${place}`,
    reject: (place: string) => `Votre proposition n’est pas retenue\u00a0: ${place}`,
    'close-as-duplicate': (place: string) => `Votre proposition était déjà connue\u00a0: ${place}`,
    reopen: (place: string) => `Votre proposition est réexaminée\u00a0: ${place}`
  },
  proposal: {
    accept: (place: string) => `Votre proposition pour ${place} est acceptée`,
    reject: (place: string) => `Votre proposition pour ${place} n’est pas retenue`,
    'close-as-duplicate': (place: string) => `Votre proposition pour ${place} était déjà connue`,
    reopen: (place: string) => `Votre proposition pour ${place} est réexaminée`
  },
  review: {
    accept: (place: string) => `Vos modifications de ${place} sont relues et gardées`,
    reject: (place: string) => `Vos modifications de ${place} sont annulées`,
    'close-as-duplicate': (place: string) => `Vos modifications de ${place} sont relues avec d’autres`,
    reopen: (place: string) => `Vos modifications de ${place} sont relues de nouveau`
  },
  reasons: {
    added: 'Le lieu est maintenant dans l’annuaire.',
    'already-listed': 'Le lieu figurait déjà dans l’annuaire.',
    corrected: 'La fiche du lieu a été corrigée.',
    'already-corrected': 'Vous aviez raison, et la fiche avait déjà été corrigée.',
    closed: 'Nous avons constaté que le lieu n’existe plus, et la fiche le dit.',
    merged: 'Les deux fiches décrivent le même lieu, et ont été réunies.',
    hidden: 'La personne n’est plus nommée sur la fiche.',
    'passed-on': 'L’erreur est transmise à la source, qui doit corriger ses données.',
    'not-verifiable': 'Nous n’avons pas pu vérifier ces informations.',
    contradicted: 'Le lieu ou une source officielle dit le contraire.',
    'already-right': 'La fiche disait déjà ce qui est demandé.',
    'out-of-scope': 'Le message ne porte pas sur ce que l’annuaire décrit.',
    spam: 'Le message est publicitaire ou envoyé en masse.',
    insult: 'Le message contient des injures.',
    'personal-data': 'Le message contient des données sur une personne, que nous ne pouvons pas publier.',
    illegal: 'Le contenu est contraire à la loi.',
    contested: 'La décision précédente a été contestée.',
    'new-facts': 'De nouveaux éléments sont connus.',
    mistake: 'La décision précédente était une erreur de notre part.',
    duplicate: 'La même chose nous avait été dite avant, et c’est ce premier message que nous suivons.'
  } satisfies Record<Outcome, string>,
  about: (place: string, reference: string) => `Lieu\u00a0: ${place}. Référence\u00a0: ${reference}.`,
  sentence: 'La modération précise\u00a0:',
  human:
    'Cette décision a été prise par une personne, d’après les règles de l’annuaire\u00a0; aucun programme n’a décidé.',
  contest: {
    answer:
      'Vous pouvez la contester pendant six mois en répondant à ce courriel\u00a0; une autre personne l’examinera.',
    otherwise:
      'Vous pouvez la contester pendant six mois\u00a0; une autre personne l’examinera. La page de contact du site dit comment nous joindre.'
  },
  kept: 'Les modifications restent publiées.',
  undone: 'Celles qui s’appliquaient encore ne sont plus publiées.',
  proposed: 'Vous aviez proposé\u00a0:',
  fields: { name: 'Nom', types: 'Type de lieu', location: 'Position' } as Readonly<Record<string, string>>,
  follow: {
    report: 'Voir le signalement',
    new_place: 'Voir la proposition',
    proposal: 'Voir la proposition',
    review: 'Voir la relecture'
  } satisfies Record<Nature, string>,
  asked: {
    report: (place: string) => `Une question sur votre signalement\u00a0: ${place}`,
    new_place: (place: string) => `Une question sur votre proposition\u00a0: ${place}`,
    proposal: (place: string) => `Une question sur votre proposition\u00a0: ${place}`,
    review: (place: string) => `Une question sur vos modifications\u00a0: ${place}`
  } satisfies Record<Nature, (place: string) => string>,
  question: 'Pour en décider, nous avons une question\u00a0:',
  answer: 'Répondre sur la page'
}

const en: typeof fr = {
  report: {
    accept: (place) => `Your report on ${place} was accepted`,
    reject: (place) => `Your report on ${place} was not followed`,
    'close-as-duplicate': (place) => `Your report on ${place} was known already`,
    reopen: (place) => `Your report on ${place} is examined again`
  },
  new_place: {
    accept: (place) => `Your proposal was accepted: ${place}`,
    reject: (place) => `Your proposal was not followed: ${place}`,
    'close-as-duplicate': (place) => `Your proposal was known already: ${place}`,
    reopen: (place) => `Your proposal is examined again: ${place}`
  },
  proposal: {
    accept: (place) => `Your proposal for ${place} was accepted`,
    reject: (place) => `Your proposal for ${place} was not followed`,
    'close-as-duplicate': (place) => `Your proposal for ${place} was known already`,
    reopen: (place) => `Your proposal for ${place} is examined again`
  },
  review: {
    accept: (place) => `Your changes of ${place} were reviewed and kept`,
    reject: (place) => `Your changes of ${place} were undone`,
    'close-as-duplicate': (place) => `Your changes of ${place} are reviewed with others`,
    reopen: (place) => `Your changes of ${place} are reviewed again`
  },
  reasons: {
    added: 'The place is in the directory now.',
    'already-listed': 'The place was in the directory already.',
    corrected: 'The page of the place was corrected.',
    'already-corrected': 'You were right, and the page had been corrected already.',
    closed: 'We found that the place no longer exists, and its page says so.',
    merged: 'Both pages describe the same place, and were made one.',
    hidden: 'The person is no longer named on the page.',
    'passed-on': 'The error was passed on to the source, which must correct its data.',
    'not-verifiable': 'We could not verify this information.',
    contradicted: 'The place or an official source says the contrary.',
    'already-right': 'The page already said what was asked for.',
    'out-of-scope': 'The message is not about what the directory describes.',
    spam: 'The message is advertising, or was sent in bulk.',
    insult: 'The message contains insults.',
    'personal-data': 'The message contains data about a person, which we cannot publish.',
    illegal: 'The content is against the law.',
    contested: 'The earlier decision was contested.',
    'new-facts': 'New facts are known.',
    mistake: 'The earlier decision was our mistake.',
    duplicate: 'We had received the same before, and we follow that first message.'
  },
  about: (place, reference) => `Place: ${place}. Reference: ${reference}.`,
  sentence: 'The moderator adds:',
  human: 'A person took this decision, by the rules of the directory; no program decided.',
  contest: {
    answer: 'You can contest it for six months by answering this mail; another person will look at it.',
    otherwise:
      'You can contest it for six months; another person will look at it. The contact page of the site says how to reach us.'
  },
  kept: 'The changes stay published.',
  undone: 'Those that still applied are no longer published.',
  proposed: 'You had proposed:',
  fields: { name: 'Name', types: 'Kind of place', location: 'Position' },
  follow: {
    report: 'See the report',
    new_place: 'See the proposal',
    proposal: 'See the proposal',
    review: 'See the review'
  },
  asked: {
    report: (place) => `A question about your report: ${place}`,
    new_place: (place) => `A question about your proposal: ${place}`,
    proposal: (place) => `A question about your proposal: ${place}`,
    review: (place) => `A question about your changes: ${place}`
  },
  question: 'To decide, we have a question:',
  answer: 'Answer on the page'
}

const WORDS: Readonly<Record<Language, typeof fr>> = { fr, en }

export function askedMail(told: Told, question: string): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    to: told.to,
    language: told.language,
    subject: says.asked[told.nature](place),
    blocks: [
      says.about(place, told.reference),
      ...proposedIn(told),
      says.question,
      { quote: question },
      link(told, says.answer)
    ]
  }
}

export function decidedMail(told: Told, decision: Final): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    to: told.to,
    language: told.language,
    subject: says[told.nature][decision.act](place),
    blocks: [
      says.about(place, told.reference),
      ...proposedIn(told),
      ...whyOf(told, decision),
      ...(decision.text ? [says.sentence, { quote: decision.text }] : []),
      says.human,
      // What is examined again is not decided yet.
      ...(decision.act === 'reopen' ? [] : [says.contest]),
      link(told, says.follow[told.nature])
    ]
  }
}

const link = ({ reference, language }: Told, label: string): Block => ({
  link: pathIn(language, `/signalements/${reference}`),
  label
})

/** What became of edits that were published before their review is said too: `corrected` alone would be about a report. */
function whyOf({ nature, language }: Told, decision: Final): readonly string[] {
  const says = WORDS[language]
  if (nature === 'review' && decision.act === 'accept') return [says.kept]
  const why = says.reasons[decision.act === 'close-as-duplicate' ? 'duplicate' : decision.reason]
  return nature === 'review' && decision.act === 'reject' ? [why, says.undone] : [why]
}

/** A manager may have proposed several things, so the mail says which one it is about. */
function proposedIn({ language, fields = {} }: Told): readonly Block[] {
  const says = WORDS[language]
  const lines = Object.entries(fields).map(([field, value]) => {
    const words = inWords(value)
    return `${says.fields[field] ?? field}${words && `${language === 'fr' ? '\u00a0' : ''}: ${words}`}`
  })
  return lines.length > 0 ? [says.proposed, { quote: lines.join('\n') }] : []
}

/** A name, or a position. Kinds of places are codes, which say nothing to their readers. */
function inWords(value: unknown): string {
  if (typeof value === 'string') return value
  const { lat, lon } = (value ?? {}) as { readonly lat?: unknown; readonly lon?: unknown }
  return typeof lat === 'number' && typeof lon === 'number' ? `${lat}, ${lon}` : ''
}
