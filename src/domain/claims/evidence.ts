import { getDomain } from 'tldts'
import { type Email, readEmail } from '../accounts/email.ts'
import { SHARED_DOMAINS } from './shared-domains.ts'

/** E-mail addresses and sites, as a record or a correction has them. */
export type Contacts = { readonly emails: readonly string[]; readonly websites: readonly string[] }

/** What sources have said about a place for a while, and so proves who is in charge of it. */
export type Evidence = {
  /** In alphabetical order. */
  readonly emails: readonly Email[]
  /** Registrable domains of its sites on which not everyone can have an address. */
  readonly domains: readonly string[]
}

/**
 * What proves something, of what old records say. A correction proves nothing, because a claimant may have caused it; but
 * what the operator or a moderator took out no longer proves anything. `corrected` has the fields that they corrected.
 */
export function evidenceIn(records: readonly Contacts[], corrected: Partial<Contacts>): Evidence {
  const stands = (name: keyof Contacts, value: string) =>
    corrected[name] === undefined || corrected[name].some((each) => isSame(each, value))
  const emails = records.flatMap((record) => record.emails.filter((each) => stands('emails', each)))
  const websites = records.flatMap((record) => record.websites.filter((each) => stands('websites', each)))
  return {
    emails: [...new Map(emails.flatMap(readEmail).flatMap(keyed)).values()].sort(),
    domains: [...new Set(websites.flatMap((site) => ownDomain(site) ?? []))].sort()
  }
}

const keyed = (email: Email | undefined): readonly (readonly [string, Email])[] =>
  email === undefined ? [] : [[email.toLowerCase(), email]]

const isSame = (one: string, other: string): boolean =>
  one.trim().toLowerCase() === other.trim().toLowerCase()

/** The registrable domain of a site or of an e-mail address; undefined if it is shared by many, or is none. */
export function ownDomain(address: string): string | undefined {
  const domain = getDomain(address, { allowPrivateDomains: true })
  const above = getDomain(address)
  if (domain === null || above === null || SHARED_DOMAINS.has(above)) return undefined
  // A private suffix is a hosting service that gives each customer a domain.
  return domain === above ? domain : undefined
}

/** An address as it may be shown: a person who knows it recognises it. */
export const hintOf = (email: string): string => `${email.slice(0, 1)}…${email.slice(email.indexOf('@'))}`
