import { seal, unseal } from '../seal.ts'

/**
 * The id in the links of mails. Only who reads the mails has it, so it is enough to change and to end the subscription.
 * The plain id, which the asker has, only confirms it together with the code.
 */
export const linkOf = (id: string, secret: string): string => seal('subscription', id, secret)

/** The address of the page of a subscription, for its mails. */
export const pageOf = (id: string, secret: string): string => `/abonnements/${linkOf(id, secret)}`

/** The subscription of a link; undefined if the text is none of our links. */
export function linkedId(text: string, secret: string): string | undefined {
  const id = unseal('subscription', text, secret)
  return typeof id === 'string' ? id : undefined
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** The subscription that a plain id or a link means. */
export const meantId = (text: string, secret: string): string | undefined =>
  UUID.test(text) ? text.toLowerCase() : linkedId(text, secret)
