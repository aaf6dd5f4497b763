import { once } from 'node:events'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import nodemailer, { type SendMailOptions } from 'nodemailer'
import type { Letter } from '../domain/mail/write-mail.ts'
import { type Postman, Undeliverable } from '../domain/outbox/delivery.ts'

/** How long each step of a conversation with the server may take. */
const STEP_MS = 15_000
/** How long a mail may take as a whole: so a handful sent over two connections takes less time than its lease. */
const WHOLE_MS = 45_000

export type SmtpPostman = { readonly carry: Postman; readonly close: () => void }

/** Sends by a mail server. */
export function smtpPostman(url: string, from: string): SmtpPostman {
  const transport = nodemailer.createTransport(
    {
      url,
      pool: true,
      maxConnections: 2,
      connectionTimeout: STEP_MS,
      greetingTimeout: STEP_MS,
      socketTimeout: STEP_MS,
      dnsTimeout: STEP_MS,
      disableFileAccess: true,
      disableUrlAccess: true
    } as Parameters<typeof nodemailer.createTransport>[0],
    {}
  )
  return {
    carry: async (letter, id) => {
      const timer = new AbortController()
      const late = once(timer.signal, 'abort').then(() => {
        throw Object.assign(new Error('too slow'), { code: 'ETIMEDOUT' })
      })
      const timeout = setTimeout(() => timer.abort(), WHOLE_MS)
      try {
        await Promise.race([transport.sendMail(messageOf(letter, id, from)), late])
      } catch (error) {
        throw refusedForGood(error) ?? error
      } finally {
        clearTimeout(timeout)
      }
    },
    close: () => transport.close()
  }
}

/**
 * Writes mails as files into a folder, for a directory without a mail server. Calls `wrote` with the path of each file.
 * A mail that is delivered twice is written to one file.
 */
export function filePostman(folder: string, from: string, wrote: (path: string) => void): Postman {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' })
  return async (letter, id) => {
    const { message } = await transport.sendMail(messageOf(letter, id, from))
    await mkdir(folder, { recursive: true })
    const path = join(folder, `${id}.eml`)
    await writeFile(`${path}.part`, message as Buffer)
    await rename(`${path}.part`, path)
    wrote(path)
  }
}

/**
 * Recipients are given as objects: in a text, nodemailer would read a comma as the beginning of another recipient.
 * `Auto-Submitted` keeps programs that answer by themselves from answering (RFC 3834).
 */
function messageOf(letter: Letter, id: string, from: string): SendMailOptions {
  const { to, subject, text, html, replyTo, unsubscribe } = letter
  const host = from.slice(from.lastIndexOf('@') + 1).replace('>', '')
  return {
    from,
    to: { name: '', address: to },
    ...(replyTo !== undefined && { replyTo: { name: '', address: replyTo } }),
    subject,
    text,
    html,
    messageId: `<${id}@${host}>`,
    headers: {
      'Auto-Submitted': 'auto-generated',
      ...(unsubscribe !== undefined && {
        'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${unsubscribe}>` },
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click'
      })
    }
  }
}

/** Status codes of mailboxes that do not exist or were closed (RFC 3463). */
const DEAD = /\b5\.1\.(?:1|2|10)\b|\b5\.2\.1\b/

/**
 * Whether the server will refuse the mail at each attempt. If it refuses us (password, sender, too many mails), the mail
 * is kept: the operator can mend that before the last attempt.
 */
function refusedForGood(error: unknown): Undeliverable | undefined {
  const {
    responseCode,
    command,
    response = ''
  } = error as {
    readonly responseCode?: number
    readonly command?: string
    readonly response?: string
  }
  if (responseCode === undefined || responseCode < 500 || responseCode > 559) return undefined
  if (command !== 'RCPT TO' && command !== 'DATA') return undefined
  const status = DEAD.exec(response)?.[0] ?? ''
  return new Undeliverable(
    `refused: ${responseCode} ${status}`.trim(),
    command === 'RCPT TO' && status !== ''
  )
}
