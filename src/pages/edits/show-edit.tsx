import type { FastifyReply, FastifyRequest } from 'fastify'
import { readHours } from '../../domain/hours/read/read-hours.ts'
import type { Language } from '../../domain/language.ts'
import { sendMessage, sendPrivate, sendRefused } from '../account/private-page.tsx'
import { correctionsAddress, editAddress, editPath } from '../addresses/managing-address.ts'
import { inLanguage, PARTICIPATION_PAGES, pageAddress } from '../addresses/pages.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { type FieldFault, SUMMARY } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { type FormFault, receive, textIn } from '../forms/receive.ts'
import { faultOf } from '../forms/refused.ts'
import { listSources } from '../parts/count-directory.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import { townOf } from '../place/town-of.ts'
import type { Entry } from '../shell/assets.ts'
import type { BaseMap } from '../shell/base-map.ts'
import { SMALL_MAP_STYLE } from '../small-map/style.ts'
import { type Surroundings, surroundingsOf } from '../small-map/towns-around.ts'
import { MANAGING } from '../wording/managing.ts'
import type { Clash } from './clashes.tsx'
import { beforeIn, chosen, clashesIn, rebased } from './clashing.ts'
import { formNameOf, HOURS, type TypedEdit } from './edit-fields.ts'
import { CARRIED, EditForm } from './edit-form.tsx'
import { EditState, stateAddress } from './edit-state.tsx'
import { addressToSearch, type Search, searchAddress, typedAddress, withCandidate } from './find-position.ts'
import { HOURS_NAMES, slotName, TEXT } from './hours-table.ts'
import { type Managing, placeNamed, placesIfSignedIn } from './managing.ts'
import type { FieldOrigin } from './origins.tsx'
import type { PinTold } from './pin-told.ts'
import { POSITION_FIELD, pointIn } from './position-text.ts'
import { hoursToShow, readChanges, typedIn, typedOf } from './read-edit.ts'
import { saveFields } from './save-fields.ts'
import { EDIT_STYLE } from './style.ts'

/** What the form for a place needs beside the rest: its script, and the map that it lays over the drawing. */
export type Editing = Managing & { readonly base: BaseMap; readonly entry: Entry | undefined }

/** Shows the form for a place to one of its managers. */
export async function showEdit(managing: Editing, request: FastifyRequest, reply: FastifyReply) {
  const about = await aboutOf(managing, request, reply)
  if ('answered' in about) return about.answered
  if (about.isSignedOut) return sendRefused(request, reply, 401, editPath(about.place.id))
  const typed = typedOf(about.place)
  return sendEdit(managing, request, reply, about, { typed, before: typed, query: request.query as object })
}

type About = {
  readonly place: ShownPlace
  readonly lang: Language
  readonly bearer: string | undefined
  readonly isSignedOut: boolean
}

async function aboutOf(
  managing: Managing,
  request: FastifyRequest,
  reply: FastifyReply
): Promise<About | { readonly answered: FastifyReply }> {
  const named = await placeNamed(managing, request, reply, editAddress)
  if ('answered' in named) return named
  const { place, lang } = named
  const own = await placesIfSignedIn(managing, request, reply, editPath(place.id))
  if (own === undefined) return { place, lang, bearer: undefined, isSignedOut: true }
  if ('answered' in own) return own
  if (!own.places.some((each) => each.place === place.id))
    return { answered: sendNotYours(request, reply, place, lang) }
  return { place, lang, bearer: own.bearer, isSignedOut: false }
}

export function sendNotYours(
  request: FastifyRequest,
  reply: FastifyReply,
  place: ShownPlace,
  lang: Language
) {
  const says = MANAGING[lang]
  return sendMessage(request, reply, 403, {
    title: says.notYours,
    text: says.notYoursText,
    onward: [{ href: placeAddress(place, lang), label: says.see }]
  })
}

/** Saves what was changed, or shows how the hours will look. If it is refused, nothing that was typed is lost. */
export async function receiveEdit(managing: Editing, request: FastifyRequest, reply: FastifyReply) {
  const about = await aboutOf(managing, request, reply)
  if ('answered' in about) return about.answered
  const { place, lang } = about
  const says = MANAGING[lang]
  const received = receive(request, {
    form: formName(place),
    secret: await managing.secret(),
    now: managing.clock()
  })
  const { values } = received
  const carried = beforeIn(values)
  const before = carried ?? typedOf(place)
  const typed = chosen(withCandidate(typedIn(values), values), before, values)
  const address = typedAddress(values)
  const version = textIn(values, CARRIED.version) || place.updated_at
  const again = (status: number, shown: Partial<Shown>) =>
    sendEdit(managing, request, reply.code(status), about, { typed, before, version, address, ...shown })
  // The session may have ended while the form was being filled in.
  if (about.isSignedOut) return again(401, { isSignedOut: true })
  if (textIn(values, CARRIED.act) === 'chercher') {
    const search = await searchAddress(managing, request, about, address ?? '')
    if (!('refused' in search)) return again(200, { search })
    return search.refused === 401
      ? again(401, { isSignedOut: true })
      : sendRefused(request, reply, search.refused, editPath(place.id))
  }
  const { fields, faults: readFaults } = readChanges(typed, before, lang)
  const faults = [...hoursFaults(fields[HOURS.field], typed, lang), ...readFaults]
  if (textIn(values, CARRIED.act) === 'verifier')
    return again(200, { preview: { text: hoursToShow(typed, before) }, faults: faults.filter(isAboutHours) })
  if (faults.length > 0) return again(422, { faults })
  if ('fault' in received) return again(422, { fault: received.fault })
  // Without it, what others changed meanwhile would count as changed back.
  if (carried === undefined) return again(422, { fault: 'forged', version: place.updated_at })
  if (Object.keys(fields).length === 0) return reply.redirect(stateAddress(place, lang, 'inchange'), 303)
  const clashes = clashesIn(typed, before, typedOf(place), lang)
  const told = await saveFields(managing, request, about, {
    fields,
    version,
    // If another person changed other fields meanwhile, both changes stand.
    retryAt: clashes.length === 0 ? place.updated_at : undefined,
    form: received.id
  })
  if (!('refused' in told))
    return reply.redirect(stateAddress(place, lang, told.state, told.saved.map(formNameOf)), 303)
  const { status, errors } = told.refused
  if (status === 412) {
    const now = typedOf(place)
    return again(412, { clashes, before: now, version: place.updated_at, typed: rebased(typed, before, now) })
  }
  if (status === 401) return again(401, { isSignedOut: true })
  if (status === 403) return sendRefused(request, reply, status, editPath(place.id))
  const refused = errors.flatMap(({ pointer = '', detail }): readonly FieldFault[] => {
    const name = formNameOf(pointer.replace('/fields/', ''))
    return pointer.startsWith('/fields/')
      ? [{ name: name === HOURS.name ? hoursAnchor(typed) : name, text: says.refusedBy(detail) }]
      : []
  })
  if (refused.length > 0) return again(422, { faults: refused })
  const whole = faultOf(told.refused)
  return again(whole.status, { fault: whole.fault })
}

const formName = ({ id }: ShownPlace): string => `edit ${id}`

const hoursAnchor = (typed: TypedEdit): string => (typed[TEXT] ? TEXT : slotName(0, 1, 'de'))

const isAboutHours = ({ name }: FieldFault): boolean => HOURS_NAMES.includes(name)

/** Hours that are not read exactly are not saved: the part that is not understood is named. */
function hoursFaults(text: unknown, typed: TypedEdit, lang: Language): readonly FieldFault[] {
  if (typeof text !== 'string') return []
  const { osm, confidence, leftover } = readHours(text)
  if (osm !== null && confidence === 'exact') return []
  return [{ name: hoursAnchor(typed), text: MANAGING[lang].hoursUnread(leftover ?? undefined) }]
}

type Shown = {
  readonly typed: TypedEdit
  readonly before: TypedEdit
  readonly version?: string
  readonly faults?: readonly FieldFault[]
  readonly fault?: FormFault
  readonly clashes?: readonly Clash[]
  readonly preview?: { readonly text: string | undefined }
  readonly isSignedOut?: boolean
  /** What stands in the field for an address to search; undefined as long as it says what the form says. */
  readonly address?: string | undefined
  readonly search?: Search
  readonly query?: object
}

async function sendEdit(
  { ask, secret, clock, base, entry }: Editing,
  request: FastifyRequest,
  reply: FastifyReply,
  { place, lang }: About,
  {
    typed,
    before,
    version = place.updated_at,
    faults = [],
    fault,
    clashes = [],
    preview,
    address,
    search,
    ...shown
  }: Shown
) {
  const says = MANAGING[lang]
  const at = place.location && { lat: place.location.lat, lon: place.location.lon }
  const [provenance, sources, surroundings] = await Promise.all([
    ask<{ readonly fields: Readonly<Record<string, readonly FieldOrigin[]>> }>(
      `/v1/places/${place.id}/provenance`
    ),
    listSources(ask),
    aroundPosition(ask, place, typed)
  ])
  const origins = {
    place: place.id,
    fields: 'body' in provenance ? provenance.body.fields : {},
    sources: sources ?? [],
    lang
  }
  const token = issueToken(formName(place), await secret(), clock())
  return sendPrivate(request, reply, lang, {
    title: says.editTitle(place.display_name),
    lead: says.editLead,
    isRefused: faults.length > 0 || fault !== undefined || clashes.length > 0,
    styles: [SMALL_MAP_STYLE.address, EDIT_STYLE.address],
    script: surroundings
      ? {
          entry,
          base,
          told: { name: place.display_name, lang, base, at, frame: surroundings.frame } satisfies PinTold
        }
      : undefined,
    children: (
      <>
        <p class="back">
          <a href={inLanguage(PARTICIPATION_PAGES.managed, lang)}>{says.toPlaces}</a>
        </p>
        <EditState query={shown.query ?? {}} place={place} lang={lang} />
        {shown.isSignedOut && <SignedOut lang={lang} />}
        <p class="lead">{says.editLead}</p>
        <EditForm
          {...{ place, typed, before, version, origins, token, faults, fault, clashes, preview, lang }}
          position={{
            ...{ name: place.display_name, at, surroundings, search },
            address: address ?? addressToSearch(typed)
          }}
        />
        <p>
          <a href={correctionsAddress(place.id, lang)}>{says.corrections}</a>
          {' · '}
          <a href={placeAddress(place, lang)}>{says.see}</a>
        </p>
        <p>
          <a href={pageAddress('privacy', lang)}>{says.privacy}</a>
        </p>
      </>
    )
  })
}

/** The area of the drawing, around the present position and the one that was typed; else around the town. */
async function aroundPosition(
  ask: Managing['ask'],
  place: ShownPlace,
  typed: TypedEdit
): Promise<Surroundings | null> {
  const points = [place.location, pointIn(typed[POSITION_FIELD] ?? '')].flatMap((point) => point ?? [])
  if (points.length > 0) return surroundingsOf(ask, points, null)
  const town = await townOf(ask, place)
  return town && surroundingsOf(ask, [town.at], town)
}

/**
 * The session ended while the form was being filled in. Its reader signs in on another tab, and sends this form again: what was
 * typed is kept here, and nowhere on the server.
 */
const SignedOut = ({ lang }: { readonly lang: Language }) => (
  <p class="warning" id={SUMMARY} role="alert" tabIndex={-1}>
    {MANAGING[lang].signedOut}{' '}
    <a href={inLanguage(PARTICIPATION_PAGES.signIn, lang)} target="_blank" rel="noopener">
      {MANAGING[lang].signIn}
    </a>
  </p>
)
