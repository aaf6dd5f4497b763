import { join } from 'node:path'
import { filePostman, type SmtpPostman, smtpPostman } from './clients/smtp.ts'
import type { Config } from './config.ts'
import type { Sender } from './domain/mail/mail.ts'

type Settings = Pick<
  Config,
  'SMTP_URL' | 'MAIL_FROM' | 'DATA_DIR' | 'PUBLIC_URL' | 'OPERATOR_NAME' | 'REPORT_TO' | 'PORT'
>

/** The postman chosen in the settings: a mail server, or files. Calls `wrote` with the path of each file. */
export function postmanOf(
  { SMTP_URL, MAIL_FROM, DATA_DIR }: Settings,
  wrote: (path: string) => void
): SmtpPostman {
  if (SMTP_URL !== undefined && MAIL_FROM !== undefined) return smtpPostman(SMTP_URL, MAIL_FROM)
  const from = MAIL_FROM ?? 'annuaire@localhost'
  return { carry: filePostman(join(DATA_DIR, 'mail'), from, wrote), close: () => {} }
}

export const senderOf = ({ PUBLIC_URL, OPERATOR_NAME, REPORT_TO, PORT }: Settings): Sender => ({
  name: OPERATOR_NAME ?? 'Annuaire',
  url: PUBLIC_URL ?? `http://localhost:${PORT}`,
  contact: REPORT_TO
})
