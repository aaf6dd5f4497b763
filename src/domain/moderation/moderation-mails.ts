import type { Email } from '../accounts/email.ts'
import type { ContributionKind } from '../contributions/categories.ts'
import type { Language } from '../language.ts'
import type { Block, Mail } from '../mail/mail.ts'
import { type NamedPlace, nameWithTown, pathIn } from '../mail/naming.ts'
import type { Decision, Outcome } from './decision.ts'

/*
 * The mails to the author of a report about what moderators do. A decision comes with a statement of reasons: what was decided, why, that no
 * program decided, and how it is contested. Texts of the report are never repeated.
 */

type Told = {
  readonly to: Email
  readonly language: Language
  readonly reference: string
  readonly place: NamedPlace
  readonly kind: ContributionKind
}

type Final = Exclude<Decision, { readonly act: 'take' | 'release' | 'ask' }>

const fr = {
  acts: {
    accept: (place: string) => `Votre signalement sur ${place} est accepté`,
    reject: (place: string) => `Votre signalement sur ${place} n’est pas retenu`,
    'close-as-duplicate': (place: string) => `Votre signalement sur ${place} était déjà connu`,
    reopen: (place: string) => `Votre signalement sur ${place} est réexaminé`
  },
  proposed: {
    accept: (place: string) => `Votre proposition est acceptée\u00a0: ${place}`,
    reject: (place: string) => `Votre proposition n’est pas retenue\u00a0: ${place}`,
    'close-as-duplicate': (place: string) => `Votre proposition était déjà connue\u00a0: ${place}`,
    reopen: (place: string) => `Votre proposition est réexaminée\u00a0: ${place}`
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
    'not-verifiable': 'Nous n’avons pas pu vérifier ce qui est signalé.',
    contradicted: 'Le lieu ou une source officielle dit le contraire.',
    'already-right': 'La fiche disait déjà ce qui est demandé.',
    'out-of-scope': 'Le signalement ne porte pas sur ce que l’annuaire décrit.',
    spam: 'Le message est publicitaire ou envoyé en masse.',
    insult: 'Le message contient des injures.',
    'personal-data': 'Le message contient des données sur une personne, que nous ne pouvons pas publier.',
    illegal: 'Le contenu est contraire à la loi.',
    contested: 'La décision précédente a été contestée.',
    'new-facts': 'De nouveaux éléments sont connus.',
    mistake: 'La décision précédente était une erreur de notre part.',
    duplicate: 'Le même signalement avait été fait avant, et c’est lui que nous suivons.'
  } satisfies Record<Outcome, string>,
  about: (place: string, reference: string) => `Lieu\u00a0: ${place}. Référence\u00a0: ${reference}.`,
  sentence: 'La modération précise\u00a0:',
  human:
    'Cette décision a été prise par une personne, d’après les règles de l’annuaire\u00a0; aucun programme n’a décidé.',
  contest:
    'Vous pouvez la contester pendant six mois en répondant à ce courriel\u00a0; une autre personne l’examinera.',
  follow: 'Voir le signalement',
  askedSubject: (place: string) => `Une question sur votre signalement\u00a0: ${place}`,
  asked: 'Pour traiter votre signalement, nous avons une question\u00a0:',
  answer: 'Répondre sur la page du signalement'
}

const en: typeof fr = {
  acts: {
    accept: (place) => `Your report on ${place} was accepted`,
    reject: (place) => `Your report on ${place} was not followed`,
    'close-as-duplicate': (place) => `Your report on ${place} was known already`,
    reopen: (place) => `Your report on ${place} is examined again`
  },
  proposed: {
    accept: (place) => `Your proposal was accepted: ${place}`,
    reject: (place) => `Your proposal was not followed: ${place}`,
    'close-as-duplicate': (place) => `Your proposal was known already: ${place}`,
    reopen: (place) => `Your proposal is examined again: ${place}`
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
    'not-verifiable': 'We could not verify what was reported.',
    contradicted: 'The place or an official source says the contrary.',
    'already-right': 'The page already said what was asked for.',
    'out-of-scope': 'The report is not about what the directory describes.',
    spam: 'The message is advertising, or was sent in bulk.',
    insult: 'The message contains insults.',
    'personal-data': 'The message contains data about a person, which we cannot publish.',
    illegal: 'The content is against the law.',
    contested: 'The earlier decision was contested.',
    'new-facts': 'New facts are known.',
    mistake: 'The earlier decision was our mistake.',
    duplicate: 'The same report had been made before, and we follow that one.'
  },
  about: (place, reference) => `Place: ${place}. Reference: ${reference}.`,
  sentence: 'The moderator adds:',
  human: 'A person took this decision, by the rules of the directory; no program decided.',
  contest: 'You can contest it for six months by answering this mail; another person will look at it.',
  follow: 'See the report',
  askedSubject: (place) => `A question about your report: ${place}`,
  asked: 'To deal with your report, we have a question:',
  answer: 'Answer on the page of the report'
}

const WORDS: Readonly<Record<Language, typeof fr>> = { fr, en }

export function askedMail(told: Told, question: string): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    to: told.to,
    language: told.language,
    subject: says.askedSubject(place),
    blocks: [says.about(place, told.reference), says.asked, { quote: question }, link(told, says.answer)]
  }
}

export function decidedMail(told: Told, decision: Final): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  const reason = decision.act === 'close-as-duplicate' ? 'duplicate' : decision.reason
  return {
    to: told.to,
    language: told.language,
    subject: says[told.kind === 'new_place' ? 'proposed' : 'acts'][decision.act](place),
    blocks: [
      says.about(place, told.reference),
      says.reasons[reason],
      ...(decision.text ? [says.sentence, { quote: decision.text }] : []),
      says.human,
      // What is examined again is not decided yet.
      ...(decision.act === 'reopen' ? [] : [says.contest]),
      link(told, says.follow)
    ]
  }
}

const link = ({ reference, language }: Told, label: string): Block => ({
  link: pathIn(language, `/signalements/${reference}`),
  label
})
