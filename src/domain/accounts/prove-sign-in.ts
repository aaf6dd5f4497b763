import { codeRefused, signInExpired, tooManyCodes, wrongState } from '../errors.ts'
import type { Language } from '../language.ts'
import { ANONYMOUS } from '../permissions.ts'
import { keyFor } from '../seal.ts'
import type { Account } from './account.ts'
import type { AccountWriter } from './account-ports.ts'
import type { SignInDeps } from './ask-sign-in.ts'
import { emailKey } from './email.ts'
import { newSession, type Session } from './session.ts'
import { isCounted, judgeProof, type Outcome, type Proof, readSignInId, type SignIn } from './sign-in.ts'
import { readCode } from './sign-in-code.ts'

/** The proof of a sign-in: the code of the mail, or the secret of the browser that asked. */
type Sent = {
  /** The id of the sign-in, or that of the mailed link. */
  readonly id: string
  readonly proof: { readonly code: string } | { readonly browser: string }
  /** The language of an account that is made now. */
  readonly language: Language
  readonly label: string | null
}

type SignedInNow = { readonly token: string; readonly session: Session; readonly account: Account }

/** Signs in. An id that does not exist answers like a wrong code. The first sign-in of an address makes its account. */
export async function proveSignIn(deps: SignInDeps, sent: Sent): Promise<SignedInNow> {
  const secret = await deps.secret()
  const meant = readSignInId(sent.id, secret)
  const proof = meant && proofOf(sent.proof, meant.isLink)
  // What is not written like a code is no guess: programs that press buttons must not use up the tries of people.
  if (!meant || !proof) throw codeRefused()
  const now = deps.now()
  const keys = { code: keyFor('sign-in code', secret), email: keyFor('email', secret) }
  const outcome = await deps.acts.run(async (writer) => {
    const signIn = await writer.lockSignIn(meant.id)
    if (signIn === null) return 'refused'
    const judged = judgeProof(signIn, proof, now, keys.code)
    if (judged === 'refused' && isCounted(proof)) await writer.countTry(signIn.id)
    if (judged !== 'signed-in') return judged
    return open(writer, signIn, { ...sent, now, key: emailKey(signIn.email, keys.email), id: deps.newId() })
  })
  if (typeof outcome === 'object') return outcome
  throw REFUSALS[outcome]()
}

function proofOf(sent: Sent['proof'], isLink: boolean): Proof | undefined {
  if ('browser' in sent) return { by: 'browser', browser: sent.browser, isLink }
  const code = readCode(sent.code)
  return code && { by: 'code', code }
}

type Opening = Pick<Sent, 'language' | 'label'> & {
  readonly now: Date
  readonly key: Buffer
  readonly id: string
}

async function open(
  writer: AccountWriter,
  signIn: SignIn,
  { now, key, id, language, label }: Opening
): Promise<SignedInNow> {
  await writer.useSignIn(signIn.id, now)
  const { account, isNew } = await writer.accountOf(key, { id, email: signIn.email, language }, now)
  if (isNew) await writer.note({ account: account.id, kind: 'created', data: {}, by: ANONYMOUS }, now)
  const { token, session } = newSession(account.id, label, now)
  await writer.addSession(session)
  return { token, session, account }
}

const REFUSALS: Readonly<Record<Exclude<Outcome, 'signed-in'>, () => Error>> = {
  refused: codeRefused,
  used: () => wrongState('sign in', 'used', []),
  expired: signInExpired,
  exhausted: tooManyCodes
}
