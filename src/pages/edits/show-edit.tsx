import type { FastifyReply, FastifyRequest } from 'fastify'
import { readHours } from '../../domain/hours/read/read-hours.ts'
import type { Language } from '../../domain/language.ts'
import { sendMessage, sendPrivate, sendRefused } from '../account/private-page.tsx'
import { correctionsAddress, editAddress, editPath } from '../addresses/managing-address.ts'
import { inLanguage, PARTICIPATION_PAGES, pageAddress } from '../addresses/pages.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { type FieldFault, SUMMARY } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { type FormFault, receive, textIn, type Values } from '../forms/receive.ts'
import { faultOf } from '../forms/refused.ts'
import { listSources } from '../parts/count-directory.ts'
import type { ShownPlace } from '../place/place-page.tsx'
import { MANAGING } from '../wording/managing.ts'
import { type Clash, choiceName } from './clashes.tsx'
import { formNameOf, HOURS, type TypedEdit } from './edit-fields.ts'
import { CARRIED, EditForm } from './edit-form.tsx'
import { EditState, stateAddress } from './edit-state.tsx'
import { contentInWords } from './field-label.ts'
import { HOURS_NAMES, slotName, TEXT } from './hours-table.ts'
import { type Managing, placeNamed, placesIfSignedIn } from './managing.ts'
import type { FieldOrigin } from './origins.tsx'
import { changedIn, hoursToShow, readChanges, typedIn, typedOf } from './read-edit.ts'
import { saveFields } from './save-fields.ts'
import { EDIT_STYLE } from './style.ts'

/** Shows the form for a place to one of its managers. */
export async function showEdit(managing: Managing, request: FastifyRequest, reply: FastifyReply) {
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
export async function receiveEdit(managing: Managing, request: FastifyRequest, reply: FastifyReply) {
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
  const typed = chosen(typedIn(values), before, values)
  const version = textIn(values, CARRIED.version) || place.updated_at
  const again = (status: number, shown: Partial<Shown>) =>
    sendEdit(managing, request, reply.code(status), about, { typed, before, version, ...shown })
  // The session may have ended while the form was being filled in.
  if (about.isSignedOut) return again(401, { isSignedOut: true })
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

/** What the fields contained at first, as the form carries it. */
function beforeIn(values: Values): TypedEdit | undefined {
  try {
    const before: unknown = JSON.parse(textIn(values, CARRIED.before))
    const isTyped =
      typeof before === 'object' &&
      before !== null &&
      Object.values(before).every((value) => typeof value === 'string')
    return isTyped ? (before as TypedEdit) : undefined
  } catch {
    return undefined
  }
}

const namesOf = (name: string): readonly string[] => (name === HOURS.name ? HOURS_NAMES : [name])

const only = (names: readonly string[], from: TypedEdit): TypedEdit =>
  Object.fromEntries(names.map((name) => [name, from[name] ?? '']))

/** After a clash, the present value of each field for which it was chosen. */
function chosen(typed: TypedEdit, before: TypedEdit, values: Values): TypedEdit {
  const given = changedIn(typed, before).filter((name) => textIn(values, choiceName(name)) === 'actuelle')
  return { ...typed, ...only(given.flatMap(namesOf), before) }
}

/** The fields that this person changed, and that say something else now than when the form was shown. */
function clashesIn(typed: TypedEdit, before: TypedEdit, now: TypedEdit, lang: Language): readonly Clash[] {
  const moved = changedIn(now, before)
  const different = changedIn(typed, now)
  return changedIn(typed, before)
    .filter((name) => moved.includes(name) && different.includes(name))
    .map((name) => ({
      name,
      mine: contentInWords(name, typed, lang),
      current: contentInWords(name, now, lang)
    }))
}

/** What this person changed, on top of what there is now. */
const rebased = (typed: TypedEdit, before: TypedEdit, now: TypedEdit): TypedEdit => ({
  ...now,
  ...only(changedIn(typed, before).flatMap(namesOf), typed)
})

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
  readonly query?: object
}

async function sendEdit(
  { ask, secret, clock }: Managing,
  request: FastifyRequest,
  reply: FastifyReply,
  { place, lang }: About,
  { typed, before, version = place.updated_at, faults = [], fault, clashes = [], preview, ...shown }: Shown
) {
  const says = MANAGING[lang]
  const [provenance, sources] = await Promise.all([
    ask<{ readonly fields: Readonly<Record<string, readonly FieldOrigin[]>> }>(
      `/v1/places/${place.id}/provenance`
    ),
    listSources(ask)
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
    styles: [EDIT_STYLE.address],
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
