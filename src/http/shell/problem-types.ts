import type { ErrorCode } from '../../domain/errors.ts'

/** What can go wrong before a question reaches the domain, or while it is being answered. */
export type HttpProblemCode =
  | 'route-not-found'
  | 'method-not-allowed'
  | 'not-acceptable'
  | 'uri-too-long'
  | 'unsupported-media-type'
  | 'headers-too-large'
  | 'request-timeout'
  | 'key-missing'
  | 'key-not-valid'
  | 'scope-missing'
  | 'quota-exceeded'
  | 'temporary-reduced-capacity'
  | 'too-slow'
  | 'internal-error'

export type ProblemCode = ErrorCode | HttpProblemCode

/** A kind of problem as its page tells it: what it means, and what the caller can do. */
type ProblemType = {
  readonly status: number
  readonly title: string
  readonly meaning: string
  readonly remedy: string
}

/**
 * Every code has its page: a code that is not in this table does not compile. `quota-exceeded` and
 * `temporary-reduced-capacity` are the names that the RateLimit draft gives to those problems.
 */
export const PROBLEM_TYPES = {
  'invalid-input': {
    status: 400,
    title: 'The request cannot be read',
    meaning: 'A parameter or a property is unknown, of the wrong type, out of range or not text in UTF-8.',
    remedy: 'Correct what `errors` names; `allowed` lists what is accepted there.'
  },
  'senseless-question': {
    status: 422,
    title: 'The request makes no sense',
    meaning: 'Each parameter can be read, but together they ask for nothing, such as `lon` without `lat`.',
    remedy: 'Correct what `errors` names.'
  },
  'forged-cursor': {
    status: 400,
    title: 'The cursor was not made by this service',
    meaning: 'A cursor carries the whole question; this one was altered, cut or made up.',
    remedy: 'Follow `next` exactly as it was given, or leave the cursor out to start again.'
  },
  'place-not-found': {
    status: 404,
    title: 'No such place',
    meaning: 'No place has, or ever had, this id.',
    remedy: 'Find the place again by `GET /v1/places`.'
  },
  'place-withdrawn': {
    status: 410,
    title: 'The place has been withdrawn',
    meaning: 'The place was in the directory and is there no more; its id will not be used again.',
    remedy: 'Delete your copy of it.'
  },
  'territory-not-found': {
    status: 404,
    title: 'No such territory',
    meaning: 'No territory of this kind has this official code.',
    remedy: 'Find the code by `GET /v1/territories`.'
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
    meaning: 'No correction has this id, or it has been undone already.',
    remedy: '`GET /v1/places/{id}/provenance` tells which fields of a place are corrected, and by which id.'
  },
  'cannot-correct': {
    status: 409,
    title: 'The place cannot be corrected',
    meaning: 'It was merged into another, or no source lists it.',
    remedy: 'Correct the place that `detail` names.'
  },
  'pair-not-found': {
    status: 404,
    title: 'No such pair of records',
    meaning: 'The records are not there, or there is no decision about them to undo.',
    remedy: '`GET /v1/review` lists the pairs that wait for a decision.'
  },
  'cannot-decide': {
    status: 409,
    title: 'Other decisions say otherwise',
    meaning:
      'People have decided that both records are the same as a third, or that one is the same as a third from which the other differs.',
    remedy: 'Undo one of those decisions first.'
  },
  'import-under-way': {
    status: 409,
    title: 'Another import of the source is under way',
    meaning: 'A source has one run at a time, by whichever way its records come.',
    remedy: 'Send the records again when it has ended.'
  },
  'records-refused': {
    status: 422,
    title: 'The records were not taken in',
    meaning:
      'The body holds no record that can be read, or leaves out more of the source than a run may withdraw.',
    remedy: 'Do what `detail` says. Nothing has been changed.'
  },
  'request-under-way': {
    status: 409,
    title: 'The request is still being worked on',
    meaning: 'A request with the same `Idempotency-Key` has not been answered yet.',
    remedy: 'Send it again in a while, under the same key.'
  },
  'idempotency-key-reused': {
    status: 422,
    title: 'The Idempotency-Key was used for another request',
    meaning: 'Under one key, within 24 hours, one request is made: the same path, parameters and body.',
    remedy: 'Give each request a key of its own.'
  },
  'key-missing': {
    status: 401,
    title: 'A key is needed',
    meaning: 'Reading needs no key; this path writes.',
    remedy: 'Send `Authorization: Bearer ann_…`, with a key that those who run the directory gave you.'
  },
  'key-not-valid': {
    status: 401,
    title: 'The key opens nothing',
    meaning: 'The key is unknown, was revoked or has expired.',
    remedy: 'Ask those who run the directory for another.'
  },
  'scope-missing': {
    status: 403,
    title: 'The key does not go so far',
    meaning: 'The key is good, but not for this.',
    remedy: 'Use a key that has the scope in `detail`.'
  },
  'database-unavailable': {
    status: 503,
    title: 'The database is away',
    meaning: 'The service runs, but cannot reach its database just now.',
    remedy: 'Try again after the seconds in `Retry-After`.'
  },
  'route-not-found': {
    status: 404,
    title: 'Nothing is served at this path',
    meaning: 'The path is not one of this service.',
    remedy: '`GET /openapi.json` lists every path.'
  },
  'method-not-allowed': {
    status: 405,
    title: 'The path does not take this method',
    meaning: 'The path exists, for other methods.',
    remedy: 'Use a method that the `Allow` header lists.'
  },
  'not-acceptable': {
    status: 406,
    title: 'No answer in an accepted form',
    meaning: 'The `Accept` header leaves out every form in which this can be answered.',
    remedy: 'Accept `application/json`.'
  },
  'body-too-large': {
    status: 413,
    title: 'The body is too large',
    meaning: 'The body is larger than this path reads.',
    remedy: 'Send less: a polygon with fewer points, or records in several partial runs.'
  },
  'uri-too-long': {
    status: 414,
    title: 'The address is too long',
    meaning: 'The address is longer than the service reads.',
    remedy: 'Ask by `POST /v1/places/search`, which takes the same filters in a body.'
  },
  'unsupported-media-type': {
    status: 415,
    title: 'The body is of another type',
    meaning: 'The `Content-Type` (or `Content-Encoding`) of the body is not one that this path reads.',
    remedy: 'Send what `detail` names, in UTF-8; searches take `application/json`, not compressed.'
  },
  'headers-too-large': {
    status: 431,
    title: 'The headers are too large',
    meaning: 'The address and headers together are larger than the service reads.',
    remedy: 'Send less, or ask by `POST /v1/places/search`.'
  },
  'request-timeout': {
    status: 408,
    title: 'The request came too slowly',
    meaning: 'The whole request did not arrive in time.',
    remedy: 'Send it again.'
  },
  'quota-exceeded': {
    status: 429,
    title: 'Too many requests',
    meaning: 'This address has used up what the `RateLimit-Policy` header grants it.',
    remedy: 'Wait the seconds in `Retry-After`. Revalidating with `If-None-Match` costs nothing.'
  },
  'temporary-reduced-capacity': {
    status: 503,
    title: 'The service is busy',
    meaning: 'More is asked than can be answered in good time, so some requests are refused at once.',
    remedy: 'Try again after the seconds in `Retry-After`.'
  },
  'too-slow': {
    status: 503,
    title: 'The answer took too long',
    meaning: 'Finding the answer took longer than a request may take, and was given up.',
    remedy: 'Ask for less (a smaller territory, fewer facets), or try again after `Retry-After`.'
  },
  'internal-error': {
    status: 500,
    title: 'A fault of ours',
    meaning: 'Something broke that should not have.',
    remedy: 'Report it, quoting the request id.'
  }
} as const satisfies Record<ProblemCode, ProblemType>
