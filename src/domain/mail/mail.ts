import type { Email } from '../accounts/email.ts'
import type { Language } from '../language.ts'

/** A part of a mail. Text written by another person must be a `quote`, so that it cannot pass for our own words. */
export type Block =
  | string
  | { readonly list: readonly string[] }
  /** A code to type, on a line of its own. */
  | { readonly code: string }
  /** A page of ours, by its path: `/compte`. */
  | { readonly link: string; readonly label: string }
  | { readonly quote: string }
  /** What to do instead of answering the mail, if no person reads the answers. */
  | { readonly answer: string; readonly otherwise: string }

/** What a person receives. The text is the master: HTML has the same words. */
export type Mail = {
  readonly to: Email
  readonly language: Language
  readonly subject: string
  readonly blocks: readonly Block[]
  /**
   * Path of the page that ends the subscription to which the mail belongs, which also accepts the POST of mail programs
   * (RFC 8058). Mails without it answer an act of the person.
   */
  readonly unsubscribe?: string
  /** The recipient of replies, if it is not the operator. */
  readonly replyTo?: Email
}

/** Who sends: the same for all mails of a directory. */
export type Sender = {
  readonly name: string
  /** Address of the directory, without a slash at its end. */
  readonly url: string
  /** The recipient of replies. */
  readonly contact: string | undefined
}
