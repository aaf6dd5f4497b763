import type { FastifyReply, FastifyRequest } from 'fastify'
import { CODE_MS, SESSION_MOST_MS } from '../../domain/accounts/periods.ts'

/*
 * Two cookies, both of this host alone. Pages read them on private paths only, and pass the session to the API as a bearer
 * token: the API never sees a cookie.
 */

/** A browser refuses a cookie with the prefix unless it came over TLS, from this host, for all paths. */
const nameOf = (name: string, publicUrl: string | undefined): string =>
  isSecure(publicUrl) ? `__Host-${name}` : name

const isSecure = (publicUrl: string | undefined): boolean => publicUrl?.startsWith('https:') ?? false

const options = (publicUrl: string | undefined, ms: number) =>
  ({ path: '/', httpOnly: true, sameSite: 'lax', secure: isSecure(publicUrl), maxAge: ms / 1000 }) as const

const SESSION = 'annuaire'
const ASKED = 'annuaire-demande'

/** The token of the session that the browser holds. */
export function sessionIn(request: FastifyRequest, publicUrl: string | undefined): string | undefined {
  const token = request.cookies[nameOf(SESSION, publicUrl)]
  return token !== undefined && /^ses_[\w-]{1,60}$/.test(token) ? token : undefined
}

export const setSession = (reply: FastifyReply, token: string, publicUrl: string | undefined): FastifyReply =>
  reply.setCookie(nameOf(SESSION, publicUrl), token, options(publicUrl, SESSION_MOST_MS))

export const dropSession = (reply: FastifyReply, publicUrl: string | undefined): FastifyReply =>
  reply.clearCookie(nameOf(SESSION, publicUrl), options(publicUrl, 0))

/** The sign-in that this browser asked for, with the secret that proves it. */
type Asked = { readonly id: string; readonly browser: string }

export function askedIn(request: FastifyRequest, publicUrl: string | undefined): Asked | undefined {
  const [id, browser, ...rest] = request.cookies[nameOf(ASKED, publicUrl)]?.split('.') ?? []
  return id && browser && rest.length === 0 ? { id, browser } : undefined
}

export const setAsked = (
  reply: FastifyReply,
  { id, browser }: Asked,
  publicUrl: string | undefined
): FastifyReply => reply.setCookie(nameOf(ASKED, publicUrl), `${id}.${browser}`, options(publicUrl, CODE_MS))

export const dropAsked = (reply: FastifyReply, publicUrl: string | undefined): FastifyReply =>
  reply.clearCookie(nameOf(ASKED, publicUrl), options(publicUrl, 0))
