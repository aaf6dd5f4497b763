import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { Test } from 'tap'

export type Received = {
  /** The recipients that were named to the server, which alone decide who gets a mail. */
  readonly to: readonly string[]
  readonly mail: ParsedMail
}

export type MailServer = { readonly url: string; readonly port: number; readonly received: Received[] }

/** A mail server that keeps what it receives, and confirms it after `answerMs`. */
export async function mailServer(
  t: Test,
  options: SMTPServerOptions = {},
  answerMs = 0
): Promise<MailServer> {
  const received: Received[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onData: (stream, session, end) => {
      simpleParser(stream).then((mail) => {
        received.push({ to: session.envelope.rcptTo.map(({ address }) => address), mail })
        setTimeout(end, answerMs)
      }, end)
    },
    ...options
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  if (!listening.listening) await once(listening, 'listening')
  t.teardown(() => new Promise<void>((resolve) => server.close(() => resolve())))
  const { port: taken } = listening.address() as AddressInfo
  return { url: `smtp://127.0.0.1:${taken}`, port: taken, received }
}

/** An answer of a mail server that refuses. */
export const refusal = (responseCode: number, message: string): Error =>
  Object.assign(new Error(message), { responseCode })
