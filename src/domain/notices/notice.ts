import type { Email } from '../accounts/email.ts'
import { spokenReferences } from '../accounts/spoken-code.ts'
import type { Language } from '../language.ts'

/* Notices about content, as the Digital Services Act (article 16) asks of every host. */

/** On what ground something should not be shown: a law, the rules of the directory, or the privacy of a person. */
export const GROUNDS = ['illegal', 'rules', 'privacy'] as const
export type Ground = (typeof GROUNDS)[number]

/** What became of a notice, and why. */
export const DECIDED_FOR = [
  'removed',
  'corrected',
  'lawful',
  'not-verifiable',
  'out-of-scope',
  'abusive'
] as const
export type NoticeOutcome = (typeof DECIDED_FOR)[number]

/** The longest explanation; forms say it before and count after. */
export const EXPLANATION_MOST = 4_000

/** What a notice is about: a place, or another page of the directory by its path. */
type NoticeSubject = { readonly kind: 'place' | 'page'; readonly id: string }

export type Notice = {
  readonly id: string
  readonly reference: string
  readonly subject: NoticeSubject
  readonly ground: Ground
  /** The law or the rule, as its author names it. */
  readonly law: string | null
  /** Null once it is no longer needed, like name and address. */
  readonly explanation: string | null
  readonly name: string | null
  readonly email: Email | null
  readonly formId: string | null
  readonly language: Language
  readonly state: 'open' | 'decided'
  readonly decision: NoticeOutcome | null
  readonly reply: string | null
  readonly createdAt: Date
  readonly decidedAt: Date | null
}

/** The references of notices. */
export const { make: newNoticeReference, read: readNoticeReference } = spokenReferences('AVIS')

const PLACE = /^\/(?:v1\/places|lieux)\/(?:[^/]*-)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\/|$)/

/**
 * What an address of the directory shows; undefined if it is an address of another site. What a search asked for is left
 * out: it may name a person.
 */
export function subjectAt(address: string, publicUrl: string | undefined): NoticeSubject | undefined {
  const base = publicUrl ?? 'http://annuaire.invalid'
  if (!URL.canParse(address, base)) return undefined
  const url = new URL(address, base)
  if (!['http:', 'https:'].includes(url.protocol)) return undefined
  if (publicUrl !== undefined && url.host !== new URL(publicUrl).host) return undefined
  const place = PLACE.exec(url.pathname)?.[1]
  return place === undefined ? { kind: 'page', id: url.pathname } : { kind: 'place', id: place }
}
