import { createHmac } from 'node:crypto'
import type { Person, Sureness } from './person.ts'
import { spellingsOf } from './person.ts'

/**
 * What an erasure keeps. Each kind is a digest with a secret of the directory, so that no name can be read from it.
 *
 * - `sure`, `doubtful`, `cell`: a spelling of the name.
 * - `email`, `phone`: the canonical address or number.
 * - `word`: two bytes of a digest, which many words share. A word without them is quickly known to be in no name.
 * - `whose`: a record or a place in which doubtful spellings mean the person too.
 * - `record`, `named`: a record that was taken out, by its id in its source, and by its name and town.
 */
export type HoldKind = Sureness | 'email' | 'phone' | 'word' | 'whose' | 'record' | 'named'

export type Hold = { readonly kind: HoldKind; readonly digest: string }

/** Makes digests with the secret of the directory, in hexadecimal. */
export type Digester = (kind: HoldKind, text: string) => string

const WORD_DIGITS = 4

export const digester =
  (secret: Buffer): Digester =>
  (kind, text) => {
    const digest = createHmac('sha256', secret).update(`${kind}\n${text}`).digest('hex')
    return kind === 'word' ? digest.slice(0, WORD_DIGITS) : digest
  }

/** The digits of a phone number that its `word` is made of. */
export const PHONE_END = 4

export function holdsOf({ names, emails, phones }: Person, digest: Digester): readonly Hold[] {
  const spellings = names.flatMap(spellingsOf)
  const words = spellings.flatMap(({ text }) => text.split(' '))
  return distinctHolds([
    ...spellings.map(({ text, sureness }) => hold(digest, sureness, text)),
    ...emails.map((email) => hold(digest, 'email', email)),
    ...phones.map((phone) => hold(digest, 'phone', phone)),
    ...[...words, ...phones.map((phone) => phone.slice(-PHONE_END))].map((word) => hold(digest, 'word', word))
  ])
}

export const hold = (digest: Digester, kind: HoldKind, text: string): Hold => ({
  kind,
  digest: digest(kind, text)
})

export const distinctHolds = (holds: readonly Hold[]): readonly Hold[] => [
  ...new Map(holds.map((each) => [`${each.kind} ${each.digest}`, each])).values()
]

/** The texts whose digests hold a record or a place. */
export const recordText = (source: string, id: string): string => `${source}\n${id}`
export const placeText = (id: string): string => `place\n${id}`
export const namedText = (name: string, town: string): string => `${name}\n${town}`
/** Holds a name and a town for one source only. */
export const ofSource = (source: string, text: string): string => `${source}\n${text}`
