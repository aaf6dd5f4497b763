import { request as httpRequest, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { BadAnswer, DownloadFailed } from './http-retry.ts'
import { isPrivateHost, PrivateAddress, publicLookup, refusePrivateHost } from './public-address.ts'

const MOST_REDIRECTS = 5

type GetOptions = {
  readonly headers: OutgoingHttpHeaders
  /** Milliseconds until the response headers arrive; starts anew for each redirect. */
  readonly answerMs: number
  readonly signal: AbortSignal
}

/**
 * Returns the response with its body unread, after following redirects: status 200, or 304 for a conditional
 * request. Private addresses are refused, whether a name or a redirect leads to them, unless the requested address has
 * one itself: a producer must not be able to make the service read what only its own network may.
 */
export async function get(address: string, options: GetOptions): Promise<IncomingMessage> {
  let url = readAddress(address, address)
  const within = isPrivateHost(url) ? 'any' : 'public'
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
    const response = await answerOf(url, within, options).catch((error: unknown) => {
      throw error instanceof PrivateAddress ? new DownloadFailed(address, error.message) : error
    })
    const status = response.statusCode ?? 0
    if (status === 200 || status === 304) return response
    response.destroy()
    const { location } = response.headers
    if (![301, 302, 303, 307, 308].includes(status) || location === undefined) {
      throw new BadAnswer(status, response.headers['retry-after'])
    }
    const next = readAddress(location, address, url)
    // A file requested over TLS must not be fetched over a connection that others can tamper with.
    if (url.protocol === 'https:' && next.protocol === 'http:') {
      throw new DownloadFailed(address, 'it redirects from https to http')
    }
    url = next
  }
  throw new DownloadFailed(address, `it redirects more than ${MOST_REDIRECTS} times`)
}

function readAddress(text: string, requested: string, base: URL | null = null): URL {
  const from = base?.href
  const url = URL.canParse(text, from) ? new URL(text, from) : null
  if (url === null) throw new DownloadFailed(requested, 'it is not a valid URL')
  if (url.protocol === 'http:' || url.protocol === 'https:') return url
  throw new DownloadFailed(requested, `only http and https are supported, not ${url.protocol}`)
}

function answerOf(
  url: URL,
  within: 'any' | 'public',
  { headers, answerMs, signal }: GetOptions
): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    if (within === 'public') refusePrivateHost(url)
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest
    const options = { headers, signal, ...(within === 'public' && { lookup: publicLookup }) }
    // No agent keeps the connection open, because the next request to that server is hours away.
    const request = send(url, { ...options, agent: false }, (response) => {
      clearTimeout(patience)
      resolve(response)
    })
    const patience = setTimeout(() => {
      request.destroy(new Error(`no answer within ${answerMs / 1000} s`))
    }, answerMs)
    request.on('error', (error) => {
      clearTimeout(patience)
      reject(error)
    })
    request.end()
  })
}
