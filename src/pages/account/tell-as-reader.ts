import type { FastifyRequest } from 'fastify'
import type { TellApi } from '../shell/api.ts'
import { sessionIn } from './cookies.ts'

type Pages = { readonly tell: TellApi; readonly publicUrl: string | undefined }

type Telling = {
  readonly body: object
  readonly idempotencyKey: string
  /** Whether it may also be sent without an account. */
  readonly needsNoAccount: boolean
}

/**
 * Sends what a person has filled in, with the session if there is one: then it belongs to the account. If the session has
 * ended, what needs no account is still sent.
 */
export async function tellAsReader<Body>(
  { tell, publicUrl }: Pages,
  request: FastifyRequest,
  path: string,
  { needsNoAccount, ...telling }: Telling
): ReturnType<typeof tell<Body>> {
  const bearer = sessionIn(request, publicUrl)
  const told = await tell<Body>(request, path, { method: 'POST', ...telling, bearer })
  const isEnded = bearer !== undefined && 'refused' in told && told.refused.status === 401
  return isEnded && needsNoAccount ? tell<Body>(request, path, { method: 'POST', ...telling }) : told
}
