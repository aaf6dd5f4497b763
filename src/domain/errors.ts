/** Kinds of errors of the domain. Only `http/shell/problems.ts` maps them to statuses. */
export type ErrorKind =
  | 'unreadable'
  | 'too-large'
  | 'senseless'
  | 'not-found'
  | 'gone'
  | 'conflict'
  | 'unavailable'

/** An error in the input: its query parameter or JSON pointer, and the accepted values. */
export type InputFault = {
  readonly parameter?: string
  readonly pointer?: string
  readonly detail: string
  readonly allowed?: readonly string[]
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
  | 'pair-not-found'
  | 'cannot-decide'
  | 'import-under-way'
  | 'records-refused'
  | 'source-held'
  | 'body-too-large'
  | 'request-under-way'
  | 'idempotency-key-reused'
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

export const recordsRefused = (message: string): DomainError =>
  new DomainError('senseless', 'records-refused', message)

/** The examples say what would happen to single places. */
export const sourceHeld = (message: string, ...examples: readonly string[]): DomainError =>
  new DomainError(
    'conflict',
    'source-held',
    message,
    examples.map((detail) => ({ detail }))
  )

export const bodyTooLarge = (megabytes: number): DomainError =>
  new DomainError('too-large', 'body-too-large', `The body is larger than ${megabytes} MB when decompressed.`)

export const requestUnderWay = (): DomainError =>
  new DomainError(
    'conflict',
    'request-under-way',
    'A request with this Idempotency-Key is still being processed.'
  )

export const idempotencyKeyReused = (): DomainError =>
  new DomainError('senseless', 'idempotency-key-reused', 'This Idempotency-Key was used for another request.')

export const databaseUnavailable = (): DomainError =>
  new DomainError(
    'unavailable',
    'database-unavailable',
    'The database is unavailable at the moment; try again shortly.'
  )
