/** The problems of changing places, of claims (that a person manages a place) of notices, and of subscriptions. */
export const PEOPLE_PROBLEMS = {
  'directory-busy': {
    status: 503,
    title: 'The places are being updated',
    meaning: 'An import is writing, and one writer changes places at a time. Nothing was changed.',
    remedy: 'Send the request again after the number of seconds in `Retry-After`.'
  },
  'geocoder-unavailable': {
    status: 503,
    title: 'The geocoder is unavailable',
    meaning: 'The service that finds addresses did not answer within a few seconds. Everything else works.',
    remedy: 'Try again after the number of seconds in `Retry-After`, or send a position without an address.'
  },
  'notice-not-found': {
    status: 404,
    title: 'No such notice',
    meaning: 'No notice has this reference.',
    remedy: 'Check the reference: `AVIS-` and ten characters.'
  },
  'subscription-not-found': {
    status: 404,
    title: 'No such subscription',
    meaning: 'There is no subscription with this link, or it has ended.',
    remedy: 'Use the whole link of the mail, or subscribe again.'
  },
  'claim-not-found': {
    status: 404,
    title: 'No such claim',
    meaning: 'No claim has this id, or this account may not see it.',
    remedy: 'Sign in with the account that made the claim, or that manages the place.'
  },
  'proof-not-possible': {
    status: 409,
    title: 'The proof is not possible',
    meaning:
      'No source has listed an e-mail address or a website of the place for 30 days, or the account’s address is not on the domain of that website.',
    remedy: 'Choose another proof from `GET /v1/places/{id}/claim-options`.'
  },
  'too-many-claims': {
    status: 429,
    title: 'Too many claims',
    meaning:
      'This account or client has claimed too many places, or too many codes were mailed to the place.',
    remedy: 'Wait a day.'
  },
  'invitation-not-valid': {
    status: 410,
    title: 'The invitation is not valid',
    meaning:
      'It was used before, it has expired, it was sent to another address, or its sender no longer manages the place.',
    remedy: 'Sign in with the address to which it was sent, or ask for a new invitation.'
  }
} as const
