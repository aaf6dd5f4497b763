import type { FastifyInstance } from 'fastify'
import type { Deps } from '../../../../deps.ts'
import { askSignIn as ask } from '../../../../domain/accounts/ask-sign-in.ts'
import { readEmail } from '../../../../domain/accounts/email.ts'
import { proveSignIn as prove } from '../../../../domain/accounts/prove-sign-in.ts'
import { browserFamily } from '../../../../domain/accounts/session.ts'
import { invalidInput } from '../../../../domain/errors.ts'
import { permission } from '../../../../domain/permissions.ts'
import { clientKey } from '../../../../domain/seal.ts'
import { addressKey } from '../../../shell/client-address.ts'
import { presentAccount, presentSession } from '../../present/account.ts'
import {
  NewSession,
  ProofBody,
  privateAnswers,
  SignInAsked,
  SignInBody,
  SignInPath
} from '../../schemas/people/accounts.ts'

export function askSignIn(app: FastifyInstance, deps: Deps): void {
  app.post<{ Body: SignInBody }>(
    '/v1/sign-ins',
    { schema: ASK, config: CONFIG },
    async ({ body, ip }, reply) => {
      const email = readEmail(body.email)
      if (email === undefined)
        throw invalidInput([{ pointer: '/email', detail: 'Must be one e-mail address.' }])
      const client = clientKey(addressKey(ip), await deps.secret(), new Date(deps.clock()))
      const { id, browser, expiresAt } = await ask(deps.signIns, { email, language: body.language, client })
      return reply.code(202).send({ id, browser, expires_at: expiresAt.toISOString() })
    }
  )
}

export function proveSignIn(app: FastifyInstance, deps: Deps): void {
  app.post<{ Body: ProofBody; Params: SignInPath }>(
    '/v1/sign-ins/:id',
    { schema: PROVE, config: CONFIG },
    async ({ body: { code, browser = '', language }, params, headers }, reply) => {
      const { token, session, account } = await prove(deps.signIns, {
        id: params.id,
        proof: code === undefined ? { browser } : { code },
        language,
        label: browserFamily(headers['user-agent'])
      })
      return reply.code(201).send({ token, ...presentSession(session), account: presentAccount(account) })
    }
  )
}

// It uses connections of its own, so it takes no turn of the searches.
const CONFIG = { cost: 'none', may: () => permission('sign-in') } as const

const ASK = {
  operationId: 'askSignIn',
  tags: ['Accounts'],
  summary: 'Ask for a code by e-mail',
  description:
    'Mails a code and a link, both good for 15 minutes. The answer is the same for every address, with an account or without one. An address gets at most 5 mails an hour, and only the last 3 of its codes count; a client that asks more than 20 times an hour is refused.',
  body: SignInBody,
  response: privateAnswers(202, SignInAsked, 415)
}

const PROVE = {
  operationId: 'proveSignIn',
  tags: ['Accounts'],
  summary: 'Sign in with the code',
  description:
    'Begins a session. The first one of an address makes its account. A code can be used once, and five wrong ones end it. Instead of the code, the browser that asked may send its secret to the id of the mailed link.',
  params: SignInPath,
  body: ProofBody,
  response: privateAnswers(201, NewSession, 409, 410, 415, 422)
}
