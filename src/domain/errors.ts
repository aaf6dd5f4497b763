/** Kinds of errors of the domain. Only `http/shell/problems.ts` maps them to statuses. */
export type ErrorKind =
  | 'unreadable'
  | 'too-large'
  | 'foreign'
  | 'senseless'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'stale'
  | 'forbidden'
  | 'too-often'
  | 'unavailable'

/** An error in the input: its query parameter or JSON pointer, and the accepted values. */
export type InputFault = {
  readonly parameter?: string
  readonly pointer?: string
  readonly detail: string
  readonly allowed?: readonly string[]
  /** What was sent, and what there is now, if something else changed it meanwhile. */
  readonly sent?: unknown
  readonly current?: unknown
}

export class DomainError extends Error {
  readonly kind: ErrorKind
  readonly code: ErrorCode
  readonly faults: readonly InputFault[]

  constructor(kind: ErrorKind, code: ErrorCode, message: string, faults: readonly InputFault[] = []) {
    super(message)
    this.kind = kind
    this.code = code
    this.faults = faults
  }
}

export type ErrorCode =
  | 'invalid-input'
  | 'senseless-question'
  | 'forged-cursor'
  | 'place-not-found'
  | 'place-withdrawn'
  | 'territory-not-found'
  | 'vocabulary-not-found'
  | 'source-not-found'
  | 'correction-not-found'
  | 'cannot-correct'
  | 'needs-moderator'
  | 'stale-version'
  | 'not-allowed'
  | 'pair-not-found'
  | 'cannot-decide'
  | 'import-under-way'
  | 'import-interrupted'
  | 'records-refused'
  | 'source-held'
  | 'body-too-large'
  | 'not-ndjson'
  | 'request-under-way'
  | 'idempotency-key-reused'
  | 'account-not-found'
  | 'sign-in-expired'
  | 'wrong-state'
  | 'code-refused'
  | 'too-many-codes'
  | 'contribution-not-found'
  | 'subscription-not-found'
  | 'notice-not-found'
  | 'own-report'
  | 'too-many-reports'
  | 'claim-not-found'
  | 'proof-not-possible'
  | 'too-many-claims'
  | 'invitation-not-valid'
  | 'geocoder-unavailable'
  | 'directory-busy'
  | 'database-unavailable'

export const invalidInput = (faults: readonly InputFault[]): DomainError =>
  new DomainError('unreadable', 'invalid-input', 'The request cannot be read.', faults)

export const senselessQuestion = (faults: readonly InputFault[]): DomainError =>
  new DomainError(
    'senseless',
    'senseless-question',
    'Each parameter is valid, but the combination is not.',
    faults
  )

export const forgedCursor = (parameter: string): DomainError =>
  new DomainError(
    'unreadable',
    'forged-cursor',
    'The cursor is not whole, or was not made by this service.',
    [
      {
        parameter,
        detail:
          'Check that its end was not cut off. Use a cursor exactly as an earlier answer returned it, to its last character, or start again without one.'
      }
    ]
  )

export const placeNotFound = (id: string): DomainError =>
  new DomainError('not-found', 'place-not-found', `No place has the id ${id}.`)

export const placeWithdrawn = (id: string): DomainError =>
  new DomainError('gone', 'place-withdrawn', `The place ${id} has been withdrawn from the directory.`)

export const territoryNotFound = (kind: string, code: string): DomainError =>
  new DomainError('not-found', 'territory-not-found', `No ${kind} has the code ${code}.`)

export const vocabularyNotFound = (name: string): DomainError =>
  new DomainError('not-found', 'vocabulary-not-found', `No vocabulary is named ${name}.`)

export const sourceNotFound = (slug: string): DomainError =>
  new DomainError('not-found', 'source-not-found', `No source is named ${slug}.`)

export const correctionNotFound = (id: number): DomainError =>
  new DomainError('not-found', 'correction-not-found', `No correction in force has the id ${id}.`)

export const cannotCorrect = (message: string): DomainError =>
  new DomainError('conflict', 'cannot-correct', message)

/** What a manager may not change alone. */
export const needsModerator = (message: string): DomainError =>
  new DomainError('conflict', 'needs-moderator', message)

export const notAllowed = (): DomainError =>
  new DomainError('forbidden', 'not-allowed', 'Whoever sent this request may not do that.')

type Clash = { readonly field: string; readonly sent: unknown; readonly current: unknown }

/** Something else changed the place. Each field that differs is given with both values. */
export const staleVersion = (clashes: readonly Clash[]): DomainError =>
  new DomainError(
    'stale',
    'stale-version',
    'The place was changed after the version that was seen.',
    clashes.map(({ field, sent, current }) => ({
      pointer: `/fields/${field}`,
      detail: 'Not what was sent.',
      sent,
      current
    }))
  )

export const pairNotFound = (id: string): DomainError =>
  new DomainError(
    'not-found',
    'pair-not-found',
    `There is no pair of records with the id ${id}, or no decision about it.`
  )

export const cannotDecide = (id: string): DomainError =>
  new DomainError(
    'conflict',
    'cannot-decide',
    `Earlier decisions about these records contradict this one (${id}).`
  )

export const importUnderWay = (source: string): DomainError =>
  new DomainError('conflict', 'import-under-way', `Another import of ${source} is in progress.`)

/** An import is writing, which may take minutes. */
export const directoryBusy = (): DomainError =>
  new DomainError(
    'unavailable',
    'directory-busy',
    'The places are being updated, so nothing was changed. Send the request again.'
  )

export const importInterrupted = (): DomainError =>
  new DomainError(
    'unavailable',
    'import-interrupted',
    'The service was stopped during the import, so nothing was changed. Send the records again.'
  )

export const recordsRefused = (message: string): DomainError =>
  new DomainError('senseless', 'records-refused', message)

/** An import was held back. Each example says what the import would do to one place. */
export const sourceHeld = (message: string, ...examples: readonly string[]): DomainError =>
  new DomainError(
    'conflict',
    'source-held',
    message,
    examples.map((detail) => ({ detail }))
  )

export const bodyTooLarge = (megabytes: number): DomainError =>
  new DomainError('too-large', 'body-too-large', `The body is larger than ${megabytes} MB when decompressed.`)

export const tooManyRecords = (most: number): DomainError =>
  new DomainError(
    'too-large',
    'body-too-large',
    `The body has more than ${most} records, so nothing was changed. Send it in parts, with mode=partial.`
  )

/** The body is a workbook, a CSV or a JSON list, whatever its Content-Type says. */
export const notNdjson = (): DomainError =>
  new DomainError(
    'foreign',
    'not-ndjson',
    'The body is not NDJSON: no line at its beginning is a JSON object.'
  )

export const requestUnderWay = (): DomainError =>
  new DomainError(
    'conflict',
    'request-under-way',
    'A request with this Idempotency-Key is still being processed.'
  )

export const idempotencyKeyReused = (): DomainError =>
  new DomainError('senseless', 'idempotency-key-reused', 'This Idempotency-Key was used for another request.')

export const accountNotFound = (): DomainError =>
  new DomainError('not-found', 'account-not-found', 'There is no open account with this id or address.')

export const signInExpired = (): DomainError =>
  new DomainError('gone', 'sign-in-expired', 'The code has expired; ask for another one.')
export const contributionNotFound = (): DomainError =>
  new DomainError('not-found', 'contribution-not-found', 'No report has this reference.')

export const subscriptionNotFound = (): DomainError =>
  new DomainError(
    'not-found',
    'subscription-not-found',
    'There is no subscription with this link, or it has ended.'
  )

export const noticeNotFound = (): DomainError =>
  new DomainError('not-found', 'notice-not-found', 'No notice has this reference.')

export const ownReport = (): DomainError =>
  new DomainError('conflict', 'own-report', 'This is your own report: another moderator decides about it.')

/** `allowed` is what can be done in this state. */
export const wrongState = (act: string, state: string, allowed: readonly string[] = []): DomainError =>
  new DomainError('conflict', 'wrong-state', `This cannot be done now (${act}): the state is ${state}.`, [
    {
      detail: allowed.length > 0 ? 'Only what is in `allowed` can be done now.' : 'Nothing can be done now.',
      allowed
    }
  ])

export const codeRefused = (): DomainError =>
  new DomainError('senseless', 'code-refused', 'This is not the code of the mail.', [
    { pointer: '/code', detail: 'Not the code that was sent.' }
  ])

export const tooManyCodes = (): DomainError =>
  new DomainError(
    'too-often',
    'too-many-codes',
    'Too many wrong codes were tried, or too many were asked for.'
  )

export const tooManyReports = (most: number): DomainError =>
  new DomainError('too-often', 'too-many-reports', `More than ${most} reports in an hour.`)

export const claimNotFound = (): DomainError =>
  new DomainError('not-found', 'claim-not-found', 'No claim has this id, or this account may not see it.')

/** The directory cannot check this proof for this place, or the account does not give it. */
export const proofNotPossible = (message: string): DomainError =>
  new DomainError('conflict', 'proof-not-possible', message)

export const tooManyClaims = (): DomainError =>
  new DomainError(
    'too-often',
    'too-many-claims',
    'This person has claimed too many places today, or this place was claimed too often.'
  )

export const invitationNotValid = (): DomainError =>
  new DomainError(
    'gone',
    'invitation-not-valid',
    'The invitation has expired, or it was sent to another address.'
  )

export const geocoderUnavailable = (): DomainError =>
  new DomainError(
    'unavailable',
    'geocoder-unavailable',
    'The geocoder does not answer, or not in time, so no address was found.'
  )

export const databaseUnavailable = (): DomainError =>
  new DomainError(
    'unavailable',
    'database-unavailable',
    'The database is unavailable at the moment; try again shortly.'
  )
