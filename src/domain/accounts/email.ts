import { createHmac } from 'node:crypto'

declare const READ: unique symbol

/**
 * An e-mail address that `readEmail` accepted: one recipient, whatever program reads it. Its domain is in lower case
 * and in ASCII; what is before the @ is as it was typed.
 */
export type Email = string & { readonly [READ]: true }

const MOST = 254
const MOST_LOCAL = 64

/**
 * Letters, digits and the signs that people have in addresses. RFC 5322 allows more: quotes, comments, `%` and `!` are
 * left out, because mail servers have read them as another address.
 */
const LOCAL = /^[A-Za-z0-9#$&'*+/=?^_~-]+(\.[A-Za-z0-9#$&'*+/=?^_~-]+)*$/
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
/** No top-level domain is a number: `user@192.0.2.1` is no address that people have. */
const TOP_LEVEL = /^([a-z]{2,63}|xn--[a-z0-9-]{1,59})$/

/** The address in a text that was typed; undefined if it is not exactly one address that we can write to. */
export function readEmail(text: string): Email | undefined {
  const typed = text.trim()
  const at = typed.indexOf('@')
  if (typed.length > MOST || at < 1 || at !== typed.lastIndexOf('@')) return undefined
  const local = typed.slice(0, at)
  const domain = asciiDomain(typed.slice(at + 1))
  if (domain === undefined || local.length > MOST_LOCAL || !LOCAL.test(local)) return undefined
  const email = `${local}@${domain}`
  return email.length <= MOST ? (email as Email) : undefined
}

/** A character of a domain as people write it. The parser of URLs would remove tabs and read `/` or `#` as ends. */
const TYPED_DOMAIN = /^[\p{L}\p{M}\p{N}.-]+$/u

function asciiDomain(typed: string): string | undefined {
  if (!TYPED_DOMAIN.test(typed) || !URL.canParse(`http://${typed}`)) return undefined
  const domain = new URL(`http://${typed}`).hostname
  const labels = domain.split('.')
  const isDomain = labels.length >= 2 && labels.every((label) => LABEL.test(label))
  return isDomain && TOP_LEVEL.test(labels.at(-1) ?? '') ? domain : undefined
}

/**
 * The key of an address: two spellings that reach one mailbox everywhere have the same one. Only the case is folded. Many
 * mail servers, but not all, deliver `ana+epn@` and `ana@` to one person; on the others, one person would sign in as
 * another.
 */
export const emailKey = (email: Email, key: Buffer): Buffer =>
  createHmac('sha256', key).update(email.toLowerCase()).digest()
