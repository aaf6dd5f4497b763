import { tooManyCodes } from '../errors.ts'
import type { Language } from '../language.ts'
import { signInMail } from '../mail/account-mails.ts'
import { keyFor } from '../seal.ts'
import { MINUTE_MS } from '../time.ts'
import type { AccountActs } from './account-ports.ts'
import { countAttempt } from './attempts.ts'
import { type Email, emailKey } from './email.ts'
import { CODE_MS } from './periods.ts'
import { linkId, newSignIn, SIGN_IN_LIMITS } from './sign-in.ts'
import { writeCode } from './sign-in-code.ts'

export type SignInDeps = {
  readonly acts: AccountActs
  readonly secret: () => Promise<string>
  readonly newId: () => string
  readonly now: () => Date
}

type AskedSignIn = {
  readonly email: Email
  readonly language: Language
  /** The client that asks, as `clientKey` has it. */
  readonly client: Buffer
}

type SignInAsked = { readonly id: string; readonly browser: string; readonly expiresAt: Date }

/**
 * Mails a code. The answer is the same for every address: for those with an account, those without, and those that have
 * had too many codes in the last hour, which get no mail. Only a client that asks too often is refused.
 */
export async function askSignIn(deps: SignInDeps, asked: AskedSignIn): Promise<SignInAsked> {
  const { email, language, client } = asked
  const now = deps.now()
  const secret = await deps.secret()
  const key = emailKey(email, keyFor('email', secret))
  const { stored, code, browser } = newSignIn(deps.newId(), email, now, keyFor('sign-in code', secret))
  const isRefused = await deps.acts.run(async (writer) => {
    const { windowMs } = SIGN_IN_LIMITS
    const byClient = {
      purpose: 'sign_in_client',
      key: client,
      most: SIGN_IN_LIMITS.client,
      windowMs
    } as const
    if (!(await countAttempt(writer, byClient, now))) return true
    const toAddress = { purpose: 'sign_in_address', key, most: SIGN_IN_LIMITS.address, windowMs } as const
    if (await countAttempt(writer, toAddress, now)) {
      const live = await writer.openSignIns(key, now)
      await writer.expireSignIns(live.slice(SIGN_IN_LIMITS.live - 1))
      await writer.send(
        signInMail({
          to: email,
          language,
          code: writeCode(code),
          link: `/connexion/${linkId(stored.id, secret)}`,
          minutes: CODE_MS / MINUTE_MS
        })
      )
    }
    await writer.addSignIn(stored, key, now)
    return false
  })
  if (isRefused) throw tooManyCodes()
  return { id: stored.id, browser, expiresAt: stored.expiresAt }
}
