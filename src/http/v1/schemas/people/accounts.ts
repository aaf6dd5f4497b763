import { z } from 'zod'
import { CAPACITIES } from '../../../../domain/accounts/account.ts'
import { readEmail } from '../../../../domain/accounts/email.ts'
import { LANGUAGES } from '../../../../domain/language.ts'
import { ROLES, SCOPE_KINDS } from '../../../../domain/permissions.ts'
import { problemAnswer, refusing } from '../../../shell/problem-schema.ts'

const ID = '0198f0c2-7a4e-7c31-9d55-1f7b3c1e2a90'

const instant = (description: string, example: string) =>
  z.string().meta({ description, examples: [example] })

const language = z
  .enum(LANGUAGES)
  .meta({ description: 'Language of mails to this account.', examples: ['fr'] })

const capacity = z
  .enum(CAPACITIES)
  .nullable()
  .meta({ description: 'In which capacity the owner takes part.', examples: ['mediator'] })

export const SignInBody = z
  .strictObject({
    email: z
      .string()
      .max(254)
      .refine((text) => readEmail(text) !== undefined, 'Must be one e-mail address, such as ana@example.org.')
      .meta({ description: 'The address to which the code is mailed.', examples: ['ana@example.org'] }),
    language: language.default('fr').meta({ description: 'Language of the mail.', examples: ['fr'] })
  })
  .meta({
    id: 'SignInBody',
    description: 'Who wants to sign in.',
    examples: [{ email: 'ana@example.org', language: 'fr' }]
  })
export type SignInBody = z.output<typeof SignInBody>

export const SignInAsked = z
  .object({
    id: z.string().meta({ description: 'Id of the sign-in, for the code.', examples: [ID] }),
    browser: z.string().meta({
      description:
        'A secret that only the browser keeps which asked: with it, the mailed link signs in without the code.',
      examples: ['3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']
    }),
    expires_at: instant('Until then the code can be used.', '2026-11-22T12:15:00.000Z')
  })
  .meta({ id: 'SignInAsked', description: 'A sign-in that waits for its code.' })

export const SignInPath = z.strictObject({
  id: z
    .string()
    .max(200)
    .meta({ description: 'Id of the sign-in, or the longer one of the mailed link.', examples: [ID] })
})
export type SignInPath = z.output<typeof SignInPath>

export const ProofBody = z
  .strictObject({
    code: z
      .string()
      .max(40)
      .optional()
      .meta({
        description:
          'The code of the mail. Case, spaces and hyphens do not matter, and O, I and L are read as digits.',
        examples: ['7XK3-9QWM']
      }),
    browser: z.string().max(100).optional().meta({
      description: 'The secret of the browser that asked, only with the id of the mailed link.',
      examples: []
    }),
    language: language
      .default('fr')
      .meta({ description: 'Language of an account that is made now.', examples: ['fr'] })
  })
  .superRefine(({ code, browser }, context) => {
    if ((code === undefined) === (browser === undefined))
      context.addIssue({ code: 'custom', path: ['code'], message: 'Give either code or browser.' })
  })
  .meta({
    id: 'ProofBody',
    description: 'What proves that the mail was read.',
    examples: [{ code: '7XK3-9QWM', language: 'fr' }]
  })
export type ProofBody = z.output<typeof ProofBody>

const RoleHeld = z.object({
  role: z.enum(ROLES).meta({ description: 'The role.', examples: ['moderator'] }),
  scope_kind: z
    .enum(SCOPE_KINDS)
    .meta({ description: 'To what the role is limited.', examples: ['territory'] }),
  scope_code: z
    .string()
    .nullable()
    .meta({ description: 'To which one; null for a role without limits.', examples: ['department:58'] })
})

export const Account = z
  .object({
    id: z.string().meta({ description: 'Id of the account.', examples: [ID] }),
    email: z.string().meta({
      description: 'The address that signs in. Only its owner sees it.',
      examples: ['ana@example.org']
    }),
    name: z
      .string()
      .nullable()
      .meta({ description: 'How the owner is called.', examples: ['Ana Diaz'] }),
    capacity,
    language,
    created_at: instant('When the account was made.', '2026-11-22T12:00:00.000Z'),
    last_seen_on: z.string().meta({ description: 'The last day of use.', examples: ['2026-11-22'] }),
    roles: z.array(RoleHeld).meta({ description: 'What the owner may do beyond what everybody may.' })
  })
  .meta({ id: 'Account', description: 'The account that sent the request.' })

const SessionFields = {
  fresh_until: instant(
    'Until then it may do what asks for a new code: closing the account, giving roles, erasing.',
    '2026-11-22T12:15:00.000Z'
  ),
  expires_at: instant('When it ends, if it is not used before.', '2026-12-22T12:00:00.000Z')
}

export const NewSession = z
  .object({
    token: z.string().meta({
      description: 'Shown once. Send it as `Authorization: Bearer ses_…`.',
      examples: ['ses_3q2-7wAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA']
    }),
    ...SessionFields,
    account: Account
  })
  .meta({ id: 'NewSession', description: 'A session that has just begun.' })

export const CurrentSession = z
  .object({ ...SessionFields, account: Account })
  .meta({ id: 'CurrentSession', description: 'The session that sent the request.' })

const ListedSession = z.object({
  browser: z
    .string()
    .nullable()
    .meta({ description: 'Family of the browser, null if it is another program.', examples: ['Firefox'] }),
  created_at: instant('When it began.', '2026-11-22T12:00:00.000Z'),
  seen_at: instant('When it was used last, to the hour.', '2026-11-22T12:00:00.000Z'),
  is_current: z.boolean().meta({ description: 'Whether it sent this request.', examples: [true] })
})

export const AccountWithSessions = Account.extend({
  sessions: z.array(ListedSession).meta({ description: 'Where the owner is signed in.' })
}).meta({ id: 'AccountWithSessions', description: 'An account, and where its owner is signed in.' })

export const ProfileBody = z
  .strictObject({
    name: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .regex(/^\P{Cc}+$/u, 'Must be on one line.')
      .nullable()
      .optional()
      .meta({ description: 'How the owner is called; null for no name.', examples: ['Ana Diaz'] }),
    capacity: capacity.optional(),
    language: language.optional()
  })
  .meta({
    id: 'ProfileBody',
    description: 'What is to change; what is left out stays.',
    examples: [{ name: 'Ana Diaz', capacity: 'mediator' }]
  })
export type ProfileBody = z.output<typeof ProfileBody>

export const ClosingBody = z
  .strictObject({
    texts: z.enum(['kept', 'erased']).meta({
      description: 'Whether texts that the owner sent stay, without a name, or are erased.',
      examples: ['kept']
    })
  })
  .meta({ id: 'ClosingBody', description: 'What stays of a closed account.', examples: [{ texts: 'kept' }] })
export type ClosingBody = z.output<typeof ClosingBody>

export const EndedSessions = z
  .object({
    ended: z
      .int()
      .min(1)
      .meta({ description: 'Number of sessions that ended.', examples: [2] })
  })
  .meta({ id: 'EndedSessions', description: 'How many sessions ended.' })

export const AccountExport = z
  .record(z.string(), z.array(z.record(z.string(), z.unknown())))
  .meta({ id: 'AccountExport', description: 'Every row about the account, by table.' })

/** The answers of a path about accounts. They are never cached, so there is no 304. A key is refused with 403. */
export const privateAnswers = (
  status: 200 | 201 | 202,
  schema: z.ZodType,
  ...more: readonly (keyof typeof REFUSALS | 415)[]
) => ({
  [status]: { description: 'The answer.', content: { 'application/json': { schema } } },
  ...refusing(400, 401, 403, 429, 500, 503),
  ...Object.fromEntries(more.map((each) => [each, REFUSALS[each as 404] ?? refusing(each)[each]]))
})

/** The answers of a path that ends something. */
export const endingAnswers = (...more: readonly number[]) => ({
  204: { description: 'Done.' },
  ...refusing(400, 401, 403, 429, 500, 503, ...more)
})

const REFUSALS = {
  404: problemAnswer('The account was closed meanwhile.'),
  409: problemAnswer('The code was used before.'),
  410: problemAnswer('The code has expired.'),
  422: problemAnswer('It is not the code of the mail.')
}
