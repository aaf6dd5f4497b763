import { type Email, emailKey } from '../accounts/email.ts'
import { keyFor, seal, unseal } from '../seal.ts'

/** What the link of a mail ends: the mails of a source to this address, and not those to the one that came after it. */
type Linked = { readonly source: string; readonly address: string }

const addressOf = (email: Email, secret: string): string =>
  emailKey(email, keyFor('email', secret)).toString('base64url').slice(0, 22)

/** The path of the page that ends the mails about a source. Only who reads the mails has it. */
export const feedbackPage = (source: string, email: Email, secret: string): string =>
  `/retours/${seal('feedback', [source, addressOf(email, secret)], secret)}`

/** What a link ends; undefined if the text is none of our links. */
export function linkedFeedback(text: string, secret: string): Linked | undefined {
  const sealed = unseal('feedback', text, secret)
  if (!Array.isArray(sealed)) return undefined
  const [source, address] = sealed
  return { source: String(source), address: String(address) }
}

export const isLinked = ({ address }: Linked, email: Email, secret: string): boolean =>
  address === addressOf(email, secret)
