import type { FastifyInstance, FastifyRequest } from 'fastify'

/** An answer of the API; the body is parsed. */
type Answered<Body> =
  | { readonly status: 200; readonly body: Body }
  | { readonly status: number; readonly location: string | undefined }

export type AskApi = <Body>(request: FastifyRequest, path: string) => Promise<Answered<Body>>

/**
 * Pages use the public API, so they can do nothing that other clients cannot. Requests are injected without a
 * socket, and count against the rate limit of the person who reads the page.
 */
export function apiOf(app: FastifyInstance): AskApi {
  return async <Body>(request: FastifyRequest, path: string): Promise<Answered<Body>> => {
    const answer = await app.inject({ url: path, remoteAddress: request.ip })
    if (answer.statusCode === 200) return { status: 200, body: answer.json<Body>() }
    const { location } = answer.headers
    return { status: answer.statusCode, location: typeof location === 'string' ? location : undefined }
  }
}

/** Sends a request to the API on behalf of the person who reads the page. */
export type Ask = <Body>(path: string) => Promise<Answered<Body>>
