import type { Email } from '../accounts/email.ts'
import type { Mail } from '../mail/mail.ts'

export type MailToSend = {
  readonly mail: Mail
  /** A mail with the same words here is put in once only, for example `claim 0199… granted`. Never an address. */
  readonly dedupe?: string
  /** When it leaves; at once if not given. */
  readonly due?: Date
}

/** The outbox within a transaction: a mail leaves if and only if what caused it is stored. */
export type Outbox = {
  put(mail: MailToSend): Promise<void>
  /** Takes an address out: mails to it that wait are not sent, and those that were sent are emptied. */
  forget(email: Email): Promise<void>
}
