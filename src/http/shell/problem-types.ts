import type { ErrorCode } from '../../domain/errors.ts'
import { PEOPLE_PROBLEMS } from './people-problems.ts'

/** Problems that occur before a request reaches the domain, or while it is being answered. */
export type HttpProblemCode =
  | 'route-not-found'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'uri-too-long'
  | 'unsupported-media-type'
  | 'headers-too-large'
  | 'request-timeout'
  | 'expectation-failed'
  | 'key-missing'
  | 'key-not-valid'
  | 'scope-missing'
  | 'not-signed-in'
  | 'not-allowed'
  | 'not-fresh'
  | 'quota-exceeded'
  | 'temporary-reduced-capacity'
  | 'too-slow'
  | 'internal-error'

export type ProblemCode = ErrorCode | HttpProblemCode

/** A kind of problem, as its page describes it: what it means, and what the caller can do. */
type ProblemType = {
  readonly status: number
  readonly title: string
  readonly meaning: string
  readonly remedy: string
}

/**
 * Every code needs an entry, or this does not compile. `quota-exceeded` and `temporary-reduced-capacity` are
 * the names in the RateLimit draft.
 */
export const PROBLEM_TYPES = {
  'invalid-input': {
    status: 400,
    title: 'The request cannot be read',
    meaning:
      'A parameter or property is unknown, has the wrong type, is out of range, or is not valid UTF-8 text.',
    remedy: 'Correct the parameters or properties listed in `errors`; `allowed` lists the accepted values.'
  },
  'senseless-question': {
    status: 422,
    title: 'The request is contradictory or incomplete',
    meaning: 'Each parameter is valid by itself, but the combination is not, such as `lon` without `lat`.',
    remedy: 'Correct the parameters listed in `errors`.'
  },
  'forged-cursor': {
    status: 400,
    title: 'The cursor was not made by this service',
    meaning: 'A cursor contains the whole search; this one was altered, truncated or made up.',
    remedy: 'Use `next` exactly as it was returned, or start again without a cursor.'
  },
  'place-not-found': {
    status: 404,
    title: 'No such place',
    meaning: 'This id does not belong to any place and never did.',
    remedy: 'Search for the place with `GET /v1/places`.'
  },
  'place-withdrawn': {
    status: 410,
    title: 'The place has been withdrawn',
    meaning: 'The place is no longer in the directory. Its id will not be used for another place.',
    remedy: 'Delete your copy of the place.'
  },
  'territory-not-found': {
    status: 404,
    title: 'No such territory',
    meaning: 'No territory of this kind has this official code.',
    remedy: 'Look up the code with `GET /v1/territories`.'
  },
  'vocabulary-not-found': {
    status: 404,
    title: 'No such vocabulary',
    meaning: 'No vocabulary has this name.',
    remedy: '`GET /v1/vocabularies` lists them.'
  },
  'source-not-found': {
    status: 404,
    title: 'No such source',
    meaning: 'No federated directory has this slug.',
    remedy: '`GET /v1/sources` lists them.'
  },
  'correction-not-found': {
    status: 404,
    title: 'No such correction',
    meaning: 'No correction has this id, or it has already been undone.',
    remedy: '`GET /v1/places/{id}/provenance` shows which fields of a place are corrected.'
  },
  'cannot-correct': {
    status: 409,
    title: 'The place cannot be corrected',
    meaning:
      'It was merged into another place, no source lists it, or the correction names a person who was erased.',
    remedy: 'Follow the advice in `detail`: if it gives another place, correct that one.'
  },
  'needs-moderator': {
    status: 409,
    title: 'A moderator must decide this',
    meaning: 'A place that moves far away may be another place, so its manager cannot change that alone.',
    remedy: 'Propose it with `POST /v1/places/{id}/proposals`.'
  },
  'stale-version': {
    status: 412,
    title: 'The place was changed meanwhile',
    meaning: 'Somebody else, or a source, changed the place after the version that was sent.',
    remedy:
      'Compare `sent` and `current` of each field in `errors`, read the place again, and send what should change with its `updated_at`.'
  },
  'pair-not-found': {
    status: 404,
    title: 'No such pair of records',
    meaning:
      'One of the records does not exist, fewer than two of them remain, or there is no decision about them to undo.',
    remedy: '`GET /v1/review` lists what waits for a decision.'
  },
  'cannot-decide': {
    status: 409,
    title: 'The decision contradicts earlier ones',
    meaning:
      'Earlier decisions say that both records are the same as a third one, or that one is the same as a third one and the other is different from it.',
    remedy: 'Undo one of those decisions first.'
  },
  'import-under-way': {
    status: 409,
    title: 'Another import of this source is in progress',
    meaning:
      'Only one import of a source can run at a time, whether its records come over HTTP or from a file.',
    remedy: 'Send the records again when that import has finished.'
  },
  'import-interrupted': {
    status: 503,
    title: 'The service was stopped during the import',
    meaning: 'The service is being restarted or moved. Nothing of the body was imported.',
    remedy: 'Send the same body again after the number of seconds in `Retry-After`.'
  },
  'records-refused': {
    status: 422,
    title: 'The records were not imported',
    meaning: 'The body contains no readable record, or too many records of the source are missing from it.',
    remedy: 'Follow the advice in `detail`. Nothing has been changed.'
  },
  'source-held': {
    status: 409,
    title: 'The source waits to be accepted',
    meaning:
      'The source is new, and its records would join or change many places that other sources list. `errors` has examples.',
    remedy:
      'Ask the operator of this directory to run `annuaire sources accept` with the name of the source, then send the records again.'
  },
  'not-ndjson': {
    status: 415,
    title: 'The body is not NDJSON',
    meaning:
      'No line at the beginning of the body is a JSON object. It may be a workbook, a CSV or a JSON list, whatever its `Content-Type` says.',
    remedy: 'Send one JSON object per line, plain or gzip.'
  },
  'account-not-found': {
    status: 404,
    title: 'No such account',
    meaning: 'The account was closed, or never existed.',
    remedy: 'Sign in with `POST /v1/sign-ins`: that makes an account for an address that has none.'
  },
  'sign-in-expired': {
    status: 410,
    title: 'The code has expired',
    meaning: 'A code can be used for 15 minutes.',
    remedy: 'Ask for another one with `POST /v1/sign-ins`.'
  },
  'wrong-state': {
    status: 409,
    title: 'This cannot be done in the present state',
    meaning: 'Something else has happened before: it was decided, withdrawn or answered already.',
    remedy: 'Read the state again, and do one of the acts in `allowed`.'
  },
  'own-report': {
    status: 409,
    title: 'Nobody decides about their own report',
    meaning: 'The account that decides has sent this report.',
    remedy: 'Leave the decision to another moderator.'
  },
  'code-refused': {
    status: 422,
    title: 'The code is not the one that was sent',
    meaning: 'The code differs from the one in the mail, or is no longer valid.',
    remedy: 'Type the eight characters of the last mail; five wrong codes end it.'
  },
  'too-many-codes': {
    status: 429,
    title: 'Too many codes',
    meaning: 'Too many wrong codes were tried, or too many were asked for with one address.',
    remedy: 'Wait an hour, and ask for a new one.'
  },
  'request-under-way': {
    status: 409,
    title: 'The request is still being processed',
    meaning: 'A request with the same `Idempotency-Key` has not been answered yet.',
    remedy: 'Send it again a little later, with the same key.'
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    meaning: 'For 24 hours, a key can only be used for one request: the same path, parameters and body.',
    remedy: 'Use a new key for each request.'
  },
  'key-missing': {
    status: 401,
    title: 'A key is required',
    meaning: 'This path requires a key. Public data can be read without one.',
    remedy: 'Send `Authorization: Bearer ann_…` with a key from the operators of the directory.'
  },
  'key-not-valid': {
    status: 401,
    title: 'The key is not valid',
    meaning: 'The key is unknown, has been revoked or has expired.',
    remedy: 'Ask the operators of the directory for a new key.'
  },
  'scope-missing': {
    status: 403,
    title: 'The key lacks the required scope',
    meaning: 'The key is valid, but does not allow this request.',
    remedy: 'Use a key with the scope given in `detail`.'
  },
  'not-signed-in': {
    status: 401,
    title: 'A session is required',
    meaning: 'This path belongs to an account, and no session was sent, or it is unknown or has ended.',
    remedy:
      'Sign in with `POST /v1/sign-ins`, and send `Authorization: Bearer ses_…` with the token of the session.'
  },
  'not-allowed': {
    status: 403,
    title: 'This account or key may not do that',
    meaning: 'The account has no role that allows this request here, or no key may send it.',
    remedy: '`GET /v1/account` lists the roles of an account. Ask the operators of the directory for another.'
  },
  'not-fresh': {
    status: 403,
    title: 'A new code is required',
    meaning:
      'What gives power or cannot be undone needs a session that began with a code in the last 15 minutes.',
    remedy: 'Sign in again, and repeat the request with the new session.'
  },
  'contribution-not-found': {
    status: 404,
    title: 'No such report',
    meaning: 'No report has this reference, or it was not confirmed in time and has been deleted.',
    remedy: 'Check the reference: `SIG-` and ten characters.'
  },
  ...PEOPLE_PROBLEMS,
  'too-many-reports': {
    status: 429,
    title: 'Too many reports',
    meaning: 'This client or address has sent more reports than one person does.',
    remedy: 'Wait an hour. To report many errors, ask the operators of the directory for a key.'
  },
  'database-unavailable': {
    status: 503,
    title: 'The database is unavailable',
    meaning: 'The service is running, but cannot reach its database at the moment.',
    remedy: 'Try again after the number of seconds in `Retry-After`.'
  },
  'route-not-found': {
    status: 404,
    title: 'Nothing is served at this path',
    meaning: 'This service has no such path.',
    remedy: '`GET /openapi.json` lists every path.'
  },
  'method-not-allowed': {
    status: 405,
    title: 'The path does not support this method',
    meaning: 'The path exists, but supports other methods only.',
    remedy: 'Use one of the methods in the `Allow` header.'
  },
  'not-acceptable': {
    status: 406,
    title: 'No accepted format is available',
    meaning: 'The `Accept` header excludes every format in which this path can answer.',
    remedy: 'Accept `application/json`.'
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body is larger than this path accepts.',
    remedy: 'Send less: a polygon with fewer points, or the records in several partial runs.'
  },
  'uri-too-long': {
    status: 414,
    title: 'The address is too long',
    meaning: 'The address is longer than the service accepts.',
    remedy: 'Use `POST /v1/places/search`, which takes the same filters in its body.'
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The type of the body is not supported',
    meaning: 'This path does not accept the `Content-Type` or `Content-Encoding` of the body.',
    remedy: 'Send the type given in `detail`, in UTF-8; searches take uncompressed `application/json`.'
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    meaning: 'The address and headers together are larger than the service accepts.',
    remedy: 'Send fewer headers, or use `POST /v1/places/search`.'
  },
  'request-timeout': {
    status: 408,
    title: 'The request took too long to arrive',
    meaning: 'The request did not arrive completely within the time limit.',
    remedy: 'Send it again.'
  },
  'expectation-failed': {
    status: 417,
    title: 'The expectation cannot be met',
    meaning: 'The `Expect` header asks for something other than `100-continue`.',
    remedy: 'Send the request without the `Expect` header.'
  },
  'quota-exceeded': {
    status: 429,
    title: 'Too many requests',
    meaning:
      'This client has used up the limit given in the `RateLimit-Policy` header, or is still receiving another export.',
    remedy: 'Wait for the number of seconds in `Retry-After`. A 304 answer to `If-None-Match` does not count.'
  },
  'temporary-reduced-capacity': {
    status: 503,
    title: 'The service is busy',
    meaning: 'There are more requests than the service can answer in time, so it refuses some at once.',
    remedy: 'Try again after the number of seconds in `Retry-After`.'
  },
  'too-slow': {
    status: 503,
    title: 'The request took too long',
    meaning: 'The answer was not ready within the time limit, and the request was cancelled.',
    remedy:
      'Ask for less (a smaller territory, fewer facets), or try again after the number of seconds in `Retry-After`.'
  },
  'internal-error': {
    status: 500,
    title: 'Internal error',
    meaning: 'Something failed in the service; the request was not at fault.',
    remedy: 'Report it, with the request id.'
  }
} as const satisfies Record<ProblemCode, ProblemType>
