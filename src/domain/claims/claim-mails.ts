import type { Email } from '../accounts/email.ts'
import type { Language } from '../language.ts'
import type { Block, Mail } from '../mail/mail.ts'
import { type NamedPlace, nameWithTown, pathIn } from '../mail/naming.ts'
import { EN, FR } from './mail-words.ts'

/* The mails about claims: to the place, to its owners, and to the claimant. */

type Told = {
  readonly to: Email
  readonly language: Language
  readonly place: NamedPlace & { readonly id: string }
}

const WORDS = { fr: FR, en: EN }

const link = ({ language }: Told, path: string, label: string): Block => ({
  link: pathIn(language, path),
  label
})

/** The claimant types the code while signed in, so its reader cannot be tricked into proving it by opening a link. */
export function codeMail(
  told: Told,
  code: string,
  claimant: { readonly name: string | null; readonly hint: string }
): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    ...{ to: told.to, language: told.language, subject: says.codeSubject(place) },
    blocks: [
      says.code(place),
      says.claimant,
      // Written by the claimant, so it must not pass for our own words.
      { quote: [claimant.name, claimant.hint].filter(Boolean).join('\n') },
      says.codeUse,
      { code },
      says.codeValid,
      says.codeNotYou
    ]
  }
}

export function grantedMail(told: Told): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    ...{ to: told.to, language: told.language, subject: says.grantedSubject(place) },
    blocks: [
      says.granted(place),
      says.grantedCan,
      link(told, `/gestion/${told.place.id}`, says.manage),
      says.grantedEnd
    ]
  }
}

/** To the addresses of the place. The page of the link only shows a button, because programs open links too. */
export function notYouMail(told: Told, secret: string): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    ...{ to: told.to, language: told.language, subject: says.notYouSubject(place) },
    blocks: [
      says.notYou(place),
      says.notYouDo,
      link(told, `/revendications/${secret}/contester`, says.notYouLink),
      says.notYouWell
    ]
  }
}

/** To the owners of a place that another person claims. */
export function askedMail(told: Told, claim: string): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    ...{ to: told.to, language: told.language, subject: says.askedSubject(place) },
    blocks: [says.asked(place), says.askedDays, link(told, `/revendications/${claim}`, says.answer)]
  }
}

export function refusedMail(told: Told, reason: string): Mail {
  const says = WORDS[told.language]
  return decided(
    told,
    says.refusedSubject(nameWithTown(told.place)),
    says.refused(nameWithTown(told.place)),
    reason
  )
}

export function revokedMail(told: Told, reason: string): Mail {
  const says = WORDS[told.language]
  return decided(
    told,
    says.revokedSubject(nameWithTown(told.place)),
    says.revoked(nameWithTown(told.place)),
    reason
  )
}

function decided(told: Told, subject: string, sentence: string, reason: string): Mail {
  const says = WORDS[told.language]
  return {
    ...{ to: told.to, language: told.language, subject },
    blocks: [sentence, says.reason, { quote: reason }, says.human, says.appeal]
  }
}

export function suspendedMail(told: Told, claim: string): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    ...{ to: told.to, language: told.language, subject: says.suspendedSubject(place) },
    blocks: [says.suspended(place), says.suspendedNext, link(told, `/revendications/${claim}`, says.follow)]
  }
}

/** To the addresses of a place that contested a claim: what a moderator decided. */
export function placeAnsweredMail(told: Told, outcome: 'revoked' | 'restored'): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    ...{ to: told.to, language: told.language, subject: says.placeAnsweredSubject(place) },
    blocks: [says.placeAnswered(place), says.placeOutcome[outcome], says.human, says.appeal]
  }
}

export function endedMail(told: Told): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    ...{ to: told.to, language: told.language, subject: says.endedSubject(place) },
    blocks: [says.ended(place)]
  }
}

/** To the claimant, after so many days without an answer. */
export function unansweredMail(told: Told, days: number): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    ...{ to: told.to, language: told.language, subject: says.unansweredSubject(place) },
    blocks: [says.unanswered(days, place), link(told, `/lieux/${told.place.id}/gerer`, says.askAgain)]
  }
}

/** To a person whom an owner invites. They sign in with this address, whether they have an account or not. */
export function invitationMail(told: Told, token: string): Mail {
  const says = WORDS[told.language]
  const place = nameWithTown(told.place)
  return {
    ...{ to: told.to, language: told.language, subject: says.invitedSubject(place) },
    blocks: [
      says.invited(place),
      says.invitedDo,
      link(told, `/invitations/${token}`, says.accept),
      says.invitedNot
    ]
  }
}
