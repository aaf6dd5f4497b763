import type { ClaimDecision } from '../../../../domain/claims/decide-claim.ts'

/* What the reference says about the paths of claims. */

const tags = ['Claims']

export const OWN = {
  operationId: 'listClaims',
  tags,
  summary: 'List one’s own claims',
  description: 'The newest first.'
}

export const SEE = {
  operationId: 'getClaim',
  tags,
  summary: 'Read a claim',
  description: 'For the claimant, the owners of the place, and moderators.'
}

export const QUEUE = {
  operationId: 'listClaimsToDecide',
  tags: ['Moderation'],
  summary: 'List the claims that wait for a moderator',
  description:
    'Contested claims come first. A claim on a place that has a manager is listed after 7 days without an answer. Moderators see the claims of their territories.'
}

export const PROVE = {
  operationId: 'proveClaim',
  tags,
  summary: 'Prove a claim with the mailed code',
  description: 'The claim ends after six wrong codes, or after 24 hours.'
}

export const CONTEST = {
  operationId: 'contestClaim',
  tags,
  summary: 'Contest a claim',
  description:
    'Reports that the claimant does not manage the place. Needs the secret of the mail that the place got, for 14 days after the claim was granted automatically, or the session of a moderator. Until a moderator decides, the claimant can change nothing. Contesting twice changes nothing. The place gets the decision by mail.'
}

export const SEE_CONTEST = {
  operationId: 'getContest',
  tags,
  summary: 'Read what has become of a contest',
  description:
    'Needs the secret of the mail that the place got, or the session of a moderator. Nothing changes by reading.'
}

type Documented = {
  readonly act: Exclude<ClaimDecision['act'], 'contest'>
  readonly example: string
  readonly operationId: string
  readonly tags: string[]
  readonly summary: string
  readonly description: string
}

const example = (last: string) => `0198f0c2-7a4e-7c31-9d55-000000000${last}`

export const CLAIM_ACTS: readonly Documented[] = [
  {
    act: 'grant',
    example: example('c13'),
    operationId: 'grantClaim',
    tags,
    summary: 'Grant a claim',
    description:
      'By an owner of the place, or by a moderator if the place has no owner or its owner has not answered for 7 days. A moderator also restores a contested claim. Only an administrator, with a fresh session and a reason, can grant a claim without proof.'
  },
  {
    act: 'refuse',
    example: example('c14'),
    operationId: 'refuseClaim',
    tags,
    summary: 'Refuse a claim',
    description: 'The reason is mailed to the claimant.'
  },
  {
    act: 'revoke',
    example: example('c15'),
    operationId: 'revokeClaim',
    tags,
    summary: 'Revoke a contested claim',
    description:
      'Also reverts everything that the claimant has set on the place. The reason is mailed to the claimant.'
  },
  {
    act: 'end',
    example: example('c16'),
    operationId: 'endClaim',
    tags,
    summary: 'Stop managing a place',
    description:
      'By the manager; an owner can also end the role of an editor. What was set on the place stays.'
  },
  {
    act: 'abandon',
    example: example('c17'),
    operationId: 'abandonClaim',
    tags,
    summary: 'Withdraw a claim',
    description: 'By the claimant, as long as the claim is not decided.'
  }
]
