import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Test } from 'tap'

export type Answer = (request: IncomingMessage, response: ServerResponse) => void

/** Starts a server of a third party. It sends the answers one after the other, and then repeats the last one. */
export async function fileServer(t: Test, ...answers: readonly Answer[]) {
  const requests: IncomingMessage[] = []
  let script = answers
  const server = createServer((request, response) => {
    requests.push(request)
    const [answer, ...rest] = script
    if (rest.length > 0) script = rest
    answer?.(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => {
    server.closeAllConnections()
    return new Promise((resolve) => server.close(resolve))
  })
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/annuaire.json`,
    requests,
    answers: (...next: readonly Answer[]) => {
      script = next
    }
  }
}

export const sends =
  (body: string | Buffer, headers: Readonly<Record<string, string>> = {}, status = 200): Answer =>
  (_request, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body)
  }

export const refuses =
  (status: number, headers: Readonly<Record<string, string>> = {}): Answer =>
  (_request, response) => {
    response.writeHead(status, headers).end()
  }

/** Announces the full length, but disconnects in the middle of the body. */
export const cutsOff =
  (body: string): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(body.length) })
    response.write(body.slice(0, body.length / 2), () => response.destroy())
  }

/** Sends one byte at a time, for ever. */
export const drips =
  (everyMs: number): Answer =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    const timer = setInterval(() => response.write(' '), everyMs)
    response.on('close', () => clearInterval(timer))
  }

/** Accepts the request and never answers. */
export const keepsSilent: Answer = () => {}
