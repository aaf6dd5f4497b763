import type { Email } from '../accounts/email.ts'
import type { Language } from '../language.ts'
import type { Block, Mail } from '../mail/mail.ts'
import { pathIn } from '../mail/naming.ts'
import type { Notice, NoticeOutcome } from './notice.ts'

/* The mails to the author of a notice. They never repeat its explanation: a mail may be read by others. */

type Told = Pick<Notice, 'reference' | 'language' | 'decision' | 'reply'> & { readonly email: Email }

const fr = {
  receivedSubject: (reference: string) => `Nous avons reçu votre notification ${reference}`,
  received: (reference: string) =>
    `Nous avons reçu votre notification d’un contenu de l’annuaire. Sa référence est ${reference}.`,
  next: 'Une personne va l’examiner. Vous recevrez la décision et ses raisons à cette adresse.',
  decidedSubject: (reference: string) => `La décision sur votre notification ${reference}`,
  reasons: {
    removed: 'Le contenu n’est plus montré.',
    corrected: 'Le contenu a été corrigé.',
    lawful: 'Le contenu reste\u00a0: il n’est contraire ni à la loi, ni aux règles de l’annuaire.',
    'not-verifiable': 'Le contenu reste\u00a0: nous n’avons pas pu vérifier ce qui est notifié.',
    'out-of-scope': 'Le contenu n’est pas publié par l’annuaire.',
    abusive: 'La notification est abusive.'
  } satisfies Record<NoticeOutcome, string>,
  sentence: 'La modération précise\u00a0:',
  human: 'Cette décision a été prise par une personne\u00a0; aucun programme n’a décidé.',
  contest: {
    answer:
      'Vous pouvez la contester pendant six mois en répondant à ce courriel\u00a0; une autre personne l’examinera. Vous pouvez aussi saisir un juge.',
    otherwise:
      'Vous pouvez la contester pendant six mois\u00a0; une autre personne l’examinera. La page de contact du site dit comment nous joindre. Vous pouvez aussi saisir un juge.'
  },
  follow: 'Voir où en est la notification'
}

const en: typeof fr = {
  receivedSubject: (reference) => `We have received your notice ${reference}`,
  received: (reference) =>
    `We have received your notice about content of the directory. Its reference is ${reference}.`,
  next: 'A person will look at it. You will get the decision and its reasons at this address.',
  decidedSubject: (reference) => `The decision about your notice ${reference}`,
  reasons: {
    removed: 'The content is no longer shown.',
    corrected: 'The content was corrected.',
    lawful: 'The content stays: it is neither against the law nor against the rules of the directory.',
    'not-verifiable': 'The content stays: we could not verify what the notice says.',
    'out-of-scope': 'The content is not published by the directory.',
    abusive: 'The notice is abusive.'
  },
  sentence: 'The moderator adds:',
  human: 'A person took this decision; no program decided.',
  contest: {
    answer:
      'You can contest it for six months by answering this mail; another person will look at it. You can also go to court.',
    otherwise:
      'You can contest it for six months; another person will look at it. The contact page of the site says how to reach us. You can also go to court.'
  },
  follow: 'See what becomes of the notice'
}

const WORDS: Readonly<Record<Language, typeof fr>> = { fr, en }

export function noticeReceivedMail(told: Told): Mail {
  const says = WORDS[told.language]
  return {
    to: told.email,
    language: told.language,
    subject: says.receivedSubject(told.reference),
    blocks: [says.received(told.reference), says.next, link(told)]
  }
}

export function noticeDecidedMail(told: Told): Mail {
  const says = WORDS[told.language]
  return {
    to: told.email,
    language: told.language,
    subject: says.decidedSubject(told.reference),
    blocks: [
      ...(told.decision ? [says.reasons[told.decision]] : []),
      ...(told.reply ? [says.sentence, { quote: told.reply }] : []),
      says.human,
      says.contest,
      link(told)
    ]
  }
}

const link = ({ reference, language }: Told): Block => ({
  link: pathIn(language, `/signaler-un-contenu/${reference}`),
  label: WORDS[language].follow
})
