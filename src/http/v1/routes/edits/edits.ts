import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Deps } from '../../../../deps.ts'
import { removeManagers } from '../../../../domain/claims/remove-managers.ts'
import { proposeEdit } from '../../../../domain/contributions/propose-edit.ts'
import { editPlace } from '../../../../domain/edits/edit-place.ts'
import { confirmEdits, undoEdit } from '../../../../domain/edits/end-edits.ts'
import { invalidInput } from '../../../../domain/errors.ts'
import { permission } from '../../../../domain/permissions.ts'
import { addressKey } from '../../../shell/client-address.ts'
import { problemAnswer } from '../../../shell/problem-schema.ts'
import { presentContribution } from '../../present/contribution.ts'
import { actingAnswers, creatingAnswers, PlacePath } from '../../schemas/documented.ts'
import { privateAnswers } from '../../schemas/people/accounts.ts'
import { Contribution, ContributionHeaders } from '../../schemas/people/contributions.ts'
import {
  ConfirmAnswer,
  CorrectionPath,
  EditAnswer,
  EditBody,
  EditHeaders,
  ManagedPlaces,
  ProposedFieldsBody,
  RevertAnswer,
  RevertBody,
  UndoAnswer
} from '../../schemas/people/edits.ts'
import { TEXTS_MOST_BYTES } from '../../schemas/people/fields.ts'
import { ownerOf, READING } from '../accounts/own.ts'

export function changePlace(app: FastifyInstance, deps: Deps): void {
  app.patch<{ Params: PlacePath; Body: EditBody; Headers: EditHeaders }>(
    '/v1/places/:id',
    { schema: CHANGE, config: EDITING, bodyLimit: MOST_BYTES },
    async ({ params: { id: place }, headers, body: { version = versionIn(headers), fields }, actor }) => {
      const edit = { place, version, fields, account: ownerOf(actor).id }
      const { corrections, version: now } = await editPlace(deps.edits, edit)
      return { place, corrections, updated_at: now.toISOString() }
    }
  )
}

/** The version in `If-Match`, if the body has none. */
function versionIn({ 'if-match': tag }: EditHeaders): string {
  const [, version] = /^"([^"]+)"$/.exec(tag?.trim() ?? '') ?? []
  if (version !== undefined && z.iso.datetime({ offset: true }).safeParse(version).success) return version
  const detail = 'Required, unless `If-Match` has the `updated_at` of the place in double quotes.'
  throw invalidInput([{ pointer: '/version', detail }])
}

type ProposeRoute = {
  Params: PlacePath
  Body: ProposedFieldsBody
  Headers: ContributionHeaders
}

export function proposeFields(app: FastifyInstance, { contributions }: Deps): void {
  app.post<ProposeRoute>(
    '/v1/places/:id/proposals',
    { schema: PROPOSE, config: EDITING },
    async ({ params: { id: place }, body, headers, actor, ip }, reply) => {
      const { fields, version_seen: versionSeen = null, language } = body
      const made = await proposeEdit(contributions, {
        ...{ actor, language, email: null, partnerReference: null },
        formId: headers['idempotency-key'] ?? null,
        client: addressKey(ip),
        ...{ place, fields, versionSeen }
      })
      return reply.code(201).send(presentContribution(made))
    }
  )
}

export function confirmPlace(app: FastifyInstance, deps: Deps): void {
  app.post<{ Params: PlacePath }>(
    '/v1/places/:id/confirm',
    { schema: CONFIRM, config: EDITING },
    async ({ params: { id: place }, actor }) => ({
      place,
      confirmed: await confirmEdits(deps.edits, place, ownerOf(actor))
    })
  )
}

export function revertPlace(app: FastifyInstance, deps: Deps): void {
  app.post<{ Params: PlacePath; Body: RevertBody }>(
    '/v1/places/:id/revert',
    { schema: REVERT, config: REVERTING, bodyLimit: TEXTS_MOST_BYTES },
    async ({ params: { id: place }, body: { reason }, actor }) => ({
      place,
      ...(await removeManagers(deps.claims, ownerOf(actor), place, reason))
    })
  )
}

export function undoCorrection(app: FastifyInstance, deps: Deps): void {
  app.post<{ Params: CorrectionPath }>(
    '/v1/corrections/:id/undo',
    { schema: UNDO, config: UNDOING },
    async ({ params: { id }, actor }) => ({
      place: await undoEdit(deps.edits, id, ownerOf(actor)),
      correction: id
    })
  )
}

export function listManaged(app: FastifyInstance, deps: Deps): void {
  app.get('/v1/account/places', { schema: LIST, config: READING }, async ({ actor }) => {
    const places = await deps.managedPlaces(ownerOf(actor).id)
    return {
      items: places.map(({ id, confirmBy, waiting, claims, ...place }) => ({
        ...{ place: id, ...place, confirm_by: confirmBy },
        claims: claims.map(({ id: claim, at, answerBy }) => ({
          ...{ claim, at: at.toISOString(), answer_by: answerBy.toISOString() }
        })),
        waiting: waiting.map(({ at, ...proposed }) => ({ ...proposed, at: at.toISOString() }))
      }))
    }
  })
}

/** All texts of a place, however they are escaped. */
const MOST_BYTES = 256 * 1024

type Params = Readonly<Record<string, string>>
const onPlace = ({ id = '' }: Params) => permission('places:edit', { place: [id] })
const EDITING = { cost: 'none', may: onPlace } as const
const REVERTING = { cost: 'none', may: () => permission('edits:revert') } as const
/** Of which place the correction is, and so whether this account may undo it, is known once it is read. */
const UNDOING = { cost: 'none', may: () => permission('account:read') } as const

const security = [{ session: [] }]
const STALE = problemAnswer(
  'The place was changed after this version: `errors` has both values of each field that differs.'
)

const LIST = {
  operationId: 'listManagedPlaces',
  tags: ['Accounts'],
  summary: 'List the places that the account manages',
  description:
    'For each place: how many fields the account has set, when they must be confirmed, and which proposals wait for a moderator.',
  security,
  response: privateAnswers(200, ManagedPlaces)
}

const CHANGE = {
  operationId: 'changePlace',
  tags: ['Contributions'],
  summary: 'Edit a place',
  description:
    'Imports do not overwrite what was set. A year later it must be confirmed, else it ends if the sources have changed since. Name, kind, labels, numbers and the person to contact are left to moderators, and so are moves of more than 500 m: `POST /v1/places/{id}/proposals` proposes a name, a kind or such a move.',
  security,
  params: PlacePath,
  headers: EditHeaders,
  body: EditBody,
  response: { ...actingAnswers(EditAnswer), 410: problemAnswer('The place has been withdrawn.'), 412: STALE }
}

const PROPOSE = {
  operationId: 'proposeFields',
  tags: ['Contributions'],
  summary: 'Propose a new name, kind or position',
  description:
    'For managers of a place. These fields identify a place, so a moderator decides: accepts the proposal as it is, corrects it, or rejects it. The decision is mailed.',
  security,
  params: PlacePath,
  headers: ContributionHeaders,
  body: ProposedFieldsBody,
  response: creatingAnswers(Contribution, 404, 410)
}

const CONFIRM = {
  operationId: 'confirmPlace',
  tags: ['Contributions'],
  summary: 'Confirm one’s edits of a place',
  description: 'All edits of the account on the place apply for another year.',
  security,
  params: PlacePath,
  response: actingAnswers(ConfirmAnswer)
}

const REVERT = {
  operationId: 'revertPlace',
  tags: ['Contributions'],
  summary: 'Revert all edits of the managers of a place',
  description:
    'For moderators, if a manager is an impostor or vandalises the place: undoes all edits of its managers that still apply, ends what they proposed, and revokes their claims and roles, in one transaction. Each of them gets the reason by mail.',
  security,
  params: PlacePath,
  body: RevertBody,
  response: { ...actingAnswers(RevertAnswer), 410: problemAnswer('The place has been withdrawn.') }
}

const UNDO = {
  operationId: 'undoCorrection',
  tags: ['Contributions'],
  summary: 'Undo a correction',
  description:
    'The field says again what it said before: what an earlier correction set, else what the sources say. Managers can undo the edits of the managers of their place, moderators every correction in their territory.',
  security,
  params: CorrectionPath,
  response: actingAnswers(UndoAnswer)
}
