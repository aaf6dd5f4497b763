import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { authenticate, isKey, type KeyReader } from '../../../domain/access/api-keys.ts'
import { isSessionToken } from '../../../domain/accounts/session.ts'
import { type SessionReader, type SignedIn, signedIn } from '../../../domain/accounts/signed-in.ts'
import {
  type Actor,
  ANONYMOUS,
  judgeAct,
  type Permission,
  type Verdict
} from '../../../domain/permissions.ts'
import { addressKey } from '../client-address.ts'
import { HttpProblem } from '../http-problem.ts'
import { setActor } from './actor.ts'
import { lateFor } from './rate-limit.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What a request to this path does. Paths without it need neither a key nor a session. */
    may?: (params: Readonly<Record<string, string>>) => Permission
  }
}

const WINDOW_S = 60

/**
 * Requests allowed per minute with one key or session. A source sends its records a few times a day, so more than one
 * request per second means that the program is broken.
 */
const REQUESTS_AN_ACTOR = 60

/**
 * A secret of 256 bits cannot be guessed. The limit tells a broken program to stop; the database is protected by the
 * lane in which keys are looked up.
 */
const FAILURES_AN_ADDRESS = 30

type Authorisation = {
  readonly keys: KeyReader
  /** Undefined if people do not take part: then there are no sessions. */
  readonly sessions: SessionReader | undefined
  readonly limited: boolean
  /** The current time in epoch milliseconds. */
  readonly clock: () => number
}

/**
 * Checks the bearer token, a key or a session, before the body is read. Requests with a valid one are counted by it,
 * whatever their address; all others are counted by address. It is looked up first: otherwise, the failures of one
 * program would lock out all good keys behind the same address.
 */
export function authorisation(app: FastifyInstance, options: Authorisation): void {
  const { limited, clock } = options
  const used = new RateLimiterMemory({ points: REQUESTS_AN_ACTOR, duration: WINDOW_S })
  const failed = new RateLimiterMemory({ points: FAILURES_AN_ADDRESS, duration: WINDOW_S })
  app.addHook('onRequest', async (request, reply) => {
    const { may } = request.routeOptions.config
    if (may === undefined) return
    const needed = may(request.params as Readonly<Record<string, string>>)
    const now = new Date(clock())
    try {
      const actor = await actorOf(request, reply, options, now)
      const verdict = judgeAct(actor, needed, now)
      if (verdict.is === 'not-signed-in') throw unknown(verdict, reply)
      // A page counts its reader, and asks in the name of the same session several times.
      if (limited && actor.kind !== 'anonymous' && !request.isInner) await count(used, actor, reply)
      if (verdict.is !== 'allowed') throw refused(verdict, reply)
      setActor(request, actor)
    } catch (error) {
      if (!limited || !isOfTheToken(error)) throw error
      const left = await failed.consume(addressKey(request.ip)).catch(refusal)
      await lateFor(left, FAILURES_AN_ADDRESS)
      throw left.consumedPoints > FAILURES_AN_ADDRESS ? tooMany(left, FAILURES_AN_ADDRESS) : error
    }
  })
}

async function actorOf(
  request: FastifyRequest,
  reply: FastifyReply,
  { keys, sessions }: Authorisation,
  now: Date
): Promise<Actor> {
  const [, token] = /^Bearer +(\S+) *$/i.exec(request.headers.authorization ?? '') ?? []
  if (token === undefined) return ANONYMOUS
  if (isSessionToken(token)) {
    const found = sessions && (await reply.inTurn('cheap', () => signedIn(sessions, token, now)))
    if (found) return accountActor(found)
    reply.header('www-authenticate', 'Bearer realm="annuaire", error="invalid_token"')
    throw new HttpProblem('not-signed-in', 'The session is unknown or has ended.')
  }
  const key = isKey(token) ? await reply.inTurn('cheap', () => authenticate(keys, token, now)) : null
  if (key !== null) return { kind: 'key', id: key.id, scopes: key.scopes }
  reply.header('www-authenticate', 'Bearer realm="annuaire", error="invalid_token"')
  throw new HttpProblem('key-not-valid', 'The key is unknown, has been revoked or has expired.')
}

const accountActor = ({ session, roles }: SignedIn): Actor => ({
  kind: 'account',
  id: session.accountId,
  roles,
  freshUntil: session.freshUntil,
  session: session.digest
})

function unknown({ byKey }: Extract<Verdict, { is: 'not-signed-in' }>, reply: FastifyReply): HttpProblem {
  reply.header('www-authenticate', 'Bearer realm="annuaire"')
  return byKey
    ? new HttpProblem('key-missing', 'Send a key in the header Authorization: Bearer ann_….')
    : new HttpProblem('not-signed-in', 'Send a session in the header Authorization: Bearer ses_….')
}

/** Whether the token is at fault, rather than the database or the queue in front of it. */
const isOfTheToken = (error: unknown): boolean =>
  error instanceof HttpProblem && ['key-missing', 'key-not-valid', 'not-signed-in'].includes(error.code)

type Refusal = Exclude<Verdict, { is: 'allowed' | 'not-signed-in' }>

function refused(verdict: Refusal, reply: FastifyReply): HttpProblem {
  if (verdict.is === 'not-fresh')
    return new HttpProblem('not-fresh', 'Sign in again: this needs a code of the last 15 minutes.')
  if (verdict.is === 'not-allowed' || verdict.scope === null)
    return new HttpProblem('not-allowed', 'The sender of this request lacks the right to do that.')
  const needed = verdict.scope.replace(/[^\w:-]/g, '')
  reply.header('www-authenticate', `Bearer realm="annuaire", error="insufficient_scope", scope="${needed}"`)
  return new HttpProblem('scope-missing', `The key lacks the scope ${needed}.`)
}

async function count(
  limiter: RateLimiterMemory,
  { kind, id }: Exclude<Actor, { kind: 'anonymous' }>,
  reply: FastifyReply
): Promise<void> {
  const left = await limiter.consume(`${kind} ${id}`).catch(refusal)
  reply.header('ratelimit-policy', `"${kind}";q=${REQUESTS_AN_ACTOR};w=${WINDOW_S}`)
  reply.header('ratelimit', `"${kind}";r=${left.remainingPoints};t=${seconds(left)}`)
  if (left.consumedPoints > REQUESTS_AN_ACTOR) throw tooMany(left, REQUESTS_AN_ACTOR)
}

const tooMany = (left: RateLimiterRes, most: number): HttpProblem =>
  new HttpProblem('quota-exceeded', `More than ${most} requests in ${WINDOW_S} seconds.`, {
    retryAfter: seconds(left)
  })

/** The limiter refuses by rejecting with a RateLimiterRes; any other rejection is an error. */
function refusal(reason: unknown): RateLimiterRes {
  if (reason instanceof RateLimiterRes) return reason
  throw reason
}

const seconds = ({ msBeforeNext }: RateLimiterRes) => Math.max(1, Math.ceil(msBeforeNext / 1000))
