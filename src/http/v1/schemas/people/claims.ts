import { z } from 'zod'
import { readCode } from '../../../../domain/accounts/sign-in-code.ts'
import { CLAIM_PROOFS, TEXT_MOST } from '../../../../domain/claims/claim.ts'
import { CLAIM_STATES } from '../../../../domain/claims/machine.ts'
import { CONTEST_STATES } from '../../../../domain/claims/see-claims.ts'
import { anyOf, whole } from '../parameters.ts'
import { asEmail, instant, mailLanguage, plainText, readAs } from './fields.ts'

const PLACE = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'
const CLAIM = '0198f0c2-7a4e-7c31-9d55-000000000c10'
const ACTS = ['prove', 'grant', 'refuse', 'abandon', 'contest', 'revoke', 'end'] as const

const code = (description: string, example: string) => z.string().meta({ description, examples: [example] })
const flag = (description: string) => z.boolean().meta({ description, examples: [false] })

export const claimPath = (example: string) =>
  z.strictObject({
    id: z
      .uuid('Must be the id of a claim, a UUID.')
      .meta({ description: 'Id of the claim.', examples: [example] })
  })
export type ClaimPath = { readonly id: string }

const text = plainText(
  'Plain text. Required for `vouched`.',
  TEXT_MOST,
  'Je suis animatrice de la médiathèque, joignable à la mairie.'
)

export const ClaimBody = z
  .strictObject({
    proof: z.enum(['contact_code', 'domain', 'invitation', 'vouched']).meta({
      description:
        '`contact_code`: a code is mailed to an address that a source gives the place. `domain`: the address of the account is on the domain of the site of the place; a moderator checks if the place has no address that could be mailed. `invitation`: an owner has invited the claimant, who has signed in with the address of the invitation. `vouched`: none of these is possible, and moderators read the message.',
      examples: ['vouched']
    }),
    address: z
      .int()
      .min(1)
      .max(50)
      .default(1)
      .meta({
        description: 'For `contact_code`: which of the addresses in `claim-options`, counted from 1.',
        examples: [1]
      }),
    message: text.optional(),
    invitation: z
      .string()
      .max(1000)
      .optional()
      .meta({ description: 'For `invitation`: the token of the mailed link.', examples: ['token'] })
  })
  .meta({
    id: 'ClaimBody',
    description: 'A claim, with its proof.',
    examples: [{ proof: 'vouched', message: 'Je suis animatrice de la médiathèque, joignable à la mairie.' }]
  })
export type ClaimBody = z.output<typeof ClaimBody>

export const ClaimHeaders = z.looseObject({
  'idempotency-key': z
    .uuid('Must be a UUID.')
    .optional()
    .meta({
      description:
        'A UUID of your choice, new for each claim. Sent again, it is the same claim, and no second mail.',
      examples: ['01998f0c-27a4-7c31-9d55-1f7b3c1e2a91']
    })
})
export type ClaimHeaders = z.output<typeof ClaimHeaders>

export const ProveBody = z
  .strictObject({
    code: z
      .string()
      .max(40)
      .transform(readAs(readCode, 'Must be the code from the mail.'))
      .meta({ type: 'string', description: 'The code from the mail.', examples: ['4T9M-0K2W'] })
  })
  .meta({ id: 'ProveBody', description: 'The code.', examples: [{ code: '4T9M-0K2W' }] })
export type ProveBody = z.output<typeof ProveBody>

export const ContestBody = z
  .strictObject({
    secret: z.string().max(500).optional().meta({
      description: 'The secret from the mail that the place got. A moderator needs none.',
      examples: []
    })
  })
  .meta({
    id: 'ContestBody',
    description: 'The proof that the sender may contest the claim.',
    examples: [{}]
  })
export type ContestBody = z.output<typeof ContestBody>

export const ContestQuery = z.strictObject({
  secret: z
    .string()
    .max(500)
    .optional()
    .meta({
      description: 'The secret from the mail that the place got. A moderator needs none.',
      examples: ['c2VjcmV0IG9mIHRoZSBtYWls']
    })
})
export type ContestQuery = z.output<typeof ContestQuery>

export const ContestAnswer = z
  .object({
    state: z.enum(CONTEST_STATES).meta({
      description:
        '`possible`: the claim can be contested now. `contested`: it is suspended. `restored` and `revoked`: a moderator has decided. `ended`: the claim is over. `late`: 14 days have passed.',
      examples: ['contested']
    })
  })
  .meta({ id: 'ContestAnswer', description: 'What has become of a contest.' })

export const ReasonBody = z
  .strictObject({
    reason: text
      .nullable()
      .default(null)
      .meta({
        type: ['string', 'null'],
        description:
          'Mailed to the claimant. Required for `refuse` and `revoke`, and to grant a claim without proof.',
        examples: ['La mairie confirme que vous y travaillez.']
      })
  })
  .meta({
    id: 'ReasonBody',
    description: 'The reason of the decision.',
    examples: [{ reason: 'La mairie confirme que vous y travaillez.' }]
  })
export type ReasonBody = z.output<typeof ReasonBody>

export const InvitationBody = z
  .strictObject({
    email: z
      .string()
      .transform(asEmail)
      .meta({ type: 'string', description: 'The address of the editor.', examples: ['ben@example.org'] }),
    language: mailLanguage('Language of the mail.')
  })
  .meta({
    id: 'InvitationBody',
    description: 'An invitation.',
    examples: [{ email: 'ben@example.org', language: 'fr' }]
  })
export type InvitationBody = z.output<typeof InvitationBody>

export const InvitationSent = z
  .object({ place: z.uuid().meta({ description: 'Id of the place.', examples: [PLACE] }) })
  .meta({
    id: 'InvitationSent',
    description: 'The invitation was mailed, whether or not the address has an account.'
  })

export const ClaimOptions = z
  .object({
    place: z.uuid().meta({ description: 'Id of the place today.', examples: [PLACE] }),
    addresses: z.array(z.string()).meta({
      description: 'The addresses to which a code can be mailed, shown as hints.',
      examples: [['m…@ville-nevers.fr']]
    }),
    domains: z.array(z.string()).meta({
      description: 'Domains of e-mail addresses that prove a claim.',
      examples: [['ville-nevers.fr']]
    }),
    has_manager: flag('Whether the place has a manager. If so, the manager is asked first.')
  })
  .meta({ id: 'ClaimOptions', description: 'The proofs that a place accepts.' })

export const Claim = z
  .object({
    id: z.uuid().meta({ description: 'Id of the claim.', examples: [CLAIM] }),
    place: z
      .object({
        id: z.uuid().meta({ description: 'Its id today.', examples: [PLACE] }),
        name: code('Its name.', 'Médiathèque de Nevers'),
        city: code('Its town.', 'Nevers').nullable()
      })
      .meta({ description: 'The place, or the place into which it was merged.' }),
    proof: z.enum(CLAIM_PROOFS).meta({ description: 'The proof.', examples: ['contact_code'] }),
    rank: z
      .enum(['owner', 'editor'])
      .meta({ description: 'The rank that the claimant gets.', examples: ['owner'] }),
    state: z.enum(CLAIM_STATES).meta({ description: 'Its state.', examples: ['proving'] }),
    sent_to: code('Where the code went.', 'm…@ville-nevers.fr').nullable(),
    tries_left: z
      .int()
      .nullable()
      .meta({ description: 'How often a code can still be tried; null if none is awaited.', examples: [6] }),
    claimant: z
      .object({
        name: code('Name in the account.', 'Ana Petit').nullable(),
        address: code('A hint at the address.', 'a…@ville-nevers.fr').nullable()
      })
      .meta({ description: 'The claimant.' }),
    message: code('What the claimant wrote to moderators.', 'Je suis animatrice.').nullable(),
    reason: code('Why it was decided.', 'La mairie confirme.').nullable(),
    has_owner: flag('Whether the place has an owner.'),
    by_program: flag('Whether it was granted automatically, because of its proof.'),
    created_at: instant('When it was made.'),
    proved_at: instant('When it was proved.').nullable(),
    decided_at: instant('When it was decided.').nullable(),
    allowed: z.array(z.enum(ACTS)).meta({
      description: 'The acts that the reader of this answer may do now.',
      examples: [['prove', 'abandon']]
    })
  })
  .meta({ id: 'Claim', description: 'A claim: a person says that they manage a place.' })

export const Claims = z
  .object({ items: z.array(Claim).meta({ description: 'The claims.' }) })
  .meta({ id: 'Claims', description: 'A list of claims.' })

export const ClaimQueue = z
  .object({
    items: z.array(Claim).meta({ description: 'The most urgent claims.' }),
    total: z.int().meta({ description: 'How many there are, also beyond `limit`.', examples: [12] })
  })
  .meta({ id: 'ClaimQueue', description: 'Claims that a moderator can decide about.' })

export const ClaimQueueQuery = z.strictObject({
  state: anyOf(CLAIM_STATES, {
    description:
      'States, separated by commas. By default, the states in which a claim waits for a moderator.',
    examples: [['asked', 'contested']]
  }).optional(),
  limit: whole(1, 100, { description: 'Maximum number of claims.', examples: [50] }).default(50)
})
export type ClaimQueueQuery = z.output<typeof ClaimQueueQuery>
