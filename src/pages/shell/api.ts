import type { FastifyInstance, FastifyRequest } from 'fastify'

/** An answer of the API, with the parsed body if the status is 200. */
type Answered<Body> =
  | { readonly status: 200; readonly body: Body }
  | { readonly status: number; readonly location: string | undefined }

export type AskApi = <Body>(request: FastifyRequest, path: string) => Promise<Answered<Body>>

/** Pages use the public API, so they can do nothing that other clients cannot. */
export function apiOf(app: FastifyInstance): AskApi {
  return async <Body>(request: FastifyRequest, path: string): Promise<Answered<Body>> => {
    const answer = await app.askInside(request, path)
    if (answer.statusCode === 200) return { status: 200, body: answer.json<Body>() }
    const { location } = answer.headers
    return { status: answer.statusCode, location: typeof location === 'string' ? location : undefined }
  }
}

/** Sends a request to the API on behalf of the person who reads the page. */
export type Ask = <Body>(path: string) => Promise<Answered<Body>>

/** How the API refused: the code of the problem, and the faults in what was sent. */
type Refusal = {
  readonly status: number
  /** The last part of the `type` of the problem; empty if the answer was no problem document. */
  readonly code: string
  readonly detail: string
  readonly errors: readonly Fault[]
}

type Fault = { readonly pointer?: string; readonly parameter?: string; readonly detail: string }

type Told<Body> = { readonly status: number; readonly body: Body } | { readonly refused: Refusal }

type Telling = {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: object
  /** The token of a session, which the page read from its cookie. */
  readonly bearer?: string | undefined
  /** The id of the form, so that a form that is sent twice counts once. */
  readonly idempotencyKey?: string
}

export type TellApi = <Body>(request: FastifyRequest, path: string, telling?: Telling) => Promise<Told<Body>>

/**
 * Sends something to the API on behalf of the person who fills in the page. The API never sees the cookie of the page: it
 * gets the session as a bearer token, like from any other client.
 */
export function tellerOf(app: FastifyInstance): TellApi {
  return async <Body>(
    request: FastifyRequest,
    path: string,
    { method = 'GET', body, bearer, idempotencyKey }: Telling = {}
  ): Promise<Told<Body>> => {
    const answer = await app.askInside(request, path, {
      method,
      ...(body && { body }),
      headers: {
        // Sessions are listed by the family of their browser.
        ...(request.headers['user-agent'] && { 'user-agent': request.headers['user-agent'] }),
        ...(bearer !== undefined && { authorization: `Bearer ${bearer}` }),
        ...(idempotencyKey !== undefined && { 'idempotency-key': idempotencyKey })
      }
    })
    const { statusCode: status, body: text } = answer
    if (status < 300) return { status, body: (text === '' ? undefined : answer.json()) as Body }
    return { refused: { status, ...problemIn(text) } }
  }
}

function problemIn(text: string): Omit<Refusal, 'status'> {
  const none = { code: '', detail: '', errors: [] }
  if (!text.startsWith('{')) return none
  const {
    type = '',
    detail = '',
    errors = []
  } = JSON.parse(text) as Partial<Pick<Refusal, 'detail' | 'errors'> & { readonly type: string }>
  return { code: type.split('/').at(-1) ?? '', detail, errors }
}
