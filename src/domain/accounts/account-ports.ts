import type { Mail } from '../mail/mail.ts'
import type { RoleHeld } from '../permissions.ts'
import type { Account, Profile } from './account.ts'
import type { Attempts } from './attempts.ts'
import type { Email } from './email.ts'
import type { Session } from './session.ts'
import type { SignIn } from './sign-in.ts'

/** Who did something to an account: an actor, by its id, or the program. */
export type By =
  | 'system'
  | { readonly kind: 'anonymous' }
  | { readonly kind: 'key' | 'account'; readonly id: string }

/** What happens to accounts, for the journal. It names no address. */
type AccountAct = {
  readonly account: string
  readonly kind: 'created' | 'closed' | 'role_granted' | 'role_ended'
  readonly data: Readonly<Record<string, string | null>>
  readonly by: By
}

/** What happens to the texts that the owner of a closed account has sent: without a name in any case. */
export type TextsAfter = 'kept' | 'erased'

/** Writes within one transaction. */
export type AccountWriter = Attempts & {
  /** Sign-ins of an address that can still be used, the newest first. */
  openSignIns(emailKey: Buffer, now: Date): Promise<readonly string[]>
  addSignIn(signIn: SignIn, emailKey: Buffer, now: Date): Promise<void>
  expireSignIns(ids: readonly string[]): Promise<void>
  /** The sign-in, which no other transaction can change until this one ends. */
  lockSignIn(id: string): Promise<SignIn | null>
  countTry(id: string): Promise<void>
  useSignIn(id: string, now: Date): Promise<void>

  /** The account of an address; makes it if there is none. */
  accountOf(
    emailKey: Buffer,
    fresh: Pick<Account, 'id' | 'email' | 'language'>,
    now: Date
  ): Promise<{ readonly account: Account; readonly isNew: boolean }>
  find(id: string): Promise<Account | null>
  findByKey(emailKey: Buffer): Promise<Account | null>
  change(id: string, profile: Partial<Profile>): Promise<void>
  /** Notes that its owner was warned on this day. */
  warned(id: string, now: Date): Promise<void>
  addSession(session: Session): Promise<void>
  endSession(digest: Buffer): Promise<void>
  endSessions(account: string): Promise<number>

  /** False if the account has this role already. */
  grant(id: string, account: string, held: RoleHeld, by: By, now: Date): Promise<boolean>
  /** Ends all roles of an account; returns them. */
  endRoles(account: string, by: By, now: Date): Promise<readonly RoleHeld[]>
  /** Empties what names the owner of an account, here and in all that was sent. */
  empty(account: string, email: Email, texts: TextsAfter, now: Date): Promise<void>
  /** Takes an address out of all that was sent with it without an account. */
  forget(email: Email, emailKey: Buffer, texts: TextsAfter, now: Date): Promise<void>

  note(act: AccountAct, now: Date): Promise<void>
  send(mail: Mail): Promise<void>
}

/** Runs the work in one transaction, with the journal and the mails. */
export type AccountActs = {
  run<Result>(work: (writer: AccountWriter) => Promise<Result>): Promise<Result>
}

export type AccountReader = {
  find(id: string, now: Date): Promise<Account | null>
  sessions(account: string, now: Date): Promise<readonly Session[]>
  /** Every row about the account, by table, without digests. */
  rows(account: string): Promise<Readonly<Record<string, readonly object[]>>>
}
