/** What is counted, because it may be asked for only so often: by whom it is asked, or to whom a mail goes. */
export type AttemptPurpose =
  | 'sign_in_client'
  | 'sign_in_address'
  | 'claim_client'
  | 'claim_account'
  | 'claim_place'
  | 'claim_invitation'
  | 'notice_client'
  | 'notice_address'
  | 'subscription_client'
  | 'subscription_address'

/** Counts attempts within one transaction. */
export type Attempts = {
  /** Makes other transactions that count the same key wait until this one ends. */
  countAlone(key: Buffer): Promise<void>
  attempts(purpose: AttemptPurpose, key: Buffer, since: Date): Promise<number>
  addAttempt(purpose: AttemptPurpose, key: Buffer, at: Date): Promise<void>
}

type Attempt = {
  readonly purpose: AttemptPurpose
  /** A key of the client, address, account or place. */
  readonly key: Buffer
  /** How many are allowed in this time. */
  readonly most: number
  readonly windowMs: number
}

/** Counts an attempt. False if there were too many before: then it is not counted. */
export async function countAttempt(
  writer: Attempts,
  { purpose, key, most, windowMs }: Attempt,
  now: Date
): Promise<boolean> {
  await writer.countAlone(key)
  const since = new Date(now.getTime() - windowMs)
  if ((await writer.attempts(purpose, key, since)) >= most) return false
  await writer.addAttempt(purpose, key, now)
  return true
}
