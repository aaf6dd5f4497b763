import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { privateAddress, sendPrivate, sendRefused } from '../account/private-page.tsx'
import { correctionsAddress, editAddress } from '../addresses/managing-address.ts'
import { PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { textIn, type Values } from '../forms/receive.ts'
import { fieldNames, saidValue } from '../history/said-value.ts'
import { languageOf } from '../shell/respond.ts'
import { longDay } from '../wording/day.ts'
import { MANAGING } from '../wording/managing.ts'
import { type ListedPlace, type Managing, ownPlaces } from './managing.ts'
import { EDIT_STYLE } from './style.ts'

const PATH = PARTICIPATION_PAGES.managed

/** Shows the places of an account, and what waits there. */
export async function showManaged(managing: Managing, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = MANAGING[lang]
  const own = await ownPlaces(managing, request, reply, PATH)
  if ('answered' in own) return own.answered
  const { places } = own
  const suspended = await suspendedClaims(managing, request, own.bearer)
  const today = new Date(managing.clock()).toISOString().slice(0, 10)
  const { etat } = request.query as { readonly etat?: unknown }
  return sendPrivate(request, reply, lang, {
    title: says.title,
    lead: says.lead,
    styles: [EDIT_STYLE.address],
    children: (
      <>
        {etat === 'confirme' && (
          <p class="state" role="status">
            {says.confirmed}
          </p>
        )}
        <p class="lead">{says.lead}</p>
        {suspended.map(({ id, place }) => (
          <p key={id} class="warning">
            {says.suspended(placeTitle(place))}{' '}
            <a href={privateAddress(`/revendications/${id}`, lang)}>{says.followClaim}</a>
          </p>
        ))}
        {places.length === 0 && suspended.length > 0 ? null : places.length === 0 ? (
          <>
            <p>{says.none}</p>
            <p>{says.noneHow}</p>
          </>
        ) : (
          <ul class="managed">
            {places.map((place) => (
              <li key={place.place}>
                <Managed place={place} today={today} lang={lang} />
              </li>
            ))}
          </ul>
        )}
        {places.filter(({ edits }) => edits > 0).length > 1 && (
          <ConfirmForm place="" label={says.confirmAll} lang={lang} />
        )}
      </>
    )
  })
}

type OwnClaim = {
  readonly id: string
  readonly state: string
  readonly place: { readonly name: string; readonly city: string | null }
}

/** The claims of the reader that are suspended: their places are no longer in the list. */
async function suspendedClaims(
  managing: Managing,
  request: FastifyRequest,
  bearer: string | undefined
): Promise<readonly OwnClaim[]> {
  const told = await managing.tell<{ readonly items: readonly OwnClaim[] }>(request, '/v1/claims', { bearer })
  return 'refused' in told ? [] : told.body.items.filter(({ state }) => state === 'contested')
}

const placeTitle = ({ name, city }: OwnClaim['place']): string =>
  city === null || name.includes(city) ? name : `${name}, ${city}`

type ManagedProps = { readonly place: ListedPlace; readonly today: string; readonly lang: Language }

function Managed({ place, today, lang }: ManagedProps) {
  const says = MANAGING[lang]
  const { place: id, name, city, status, edits, confirm_by: confirmBy, waiting, claims } = place
  const title = placeTitle({ name, city })
  if (status !== 'active')
    return (
      <>
        <h2 lang="fr">{title}</h2>
        <p>{says.gone}</p>
      </>
    )
  return (
    <>
      <h2 lang="fr">{title}</h2>
      <p>
        <a class="action" href={editAddress(id, lang)}>
          {says.edit}
          <span class="visually-hidden"> {name}</span>
        </a>
      </p>
      {claims.map(({ claim, at, answer_by: answerBy }) => (
        <p key={claim} class="warning">
          {says.claimWaits(longDay(lang, at), longDay(lang, answerBy))}{' '}
          <a href={privateAddress(`/revendications/${claim}`, lang)}>{says.answerClaim}</a>
        </p>
      ))}
      <p>
        {says.edits(edits)} {confirmBy !== null && says.until(longDay(lang, confirmBy))}
      </p>
      {confirmBy !== null && confirmBy <= today && <p class="warning">{says.late}</p>}
      {waiting.map(({ reference, fields }) => (
        <p key={reference}>
          <strong>{says.waiting}</strong>
          {'\u00a0'}:{' '}
          {Object.entries(fields)
            .map(([field, value]) => `${fieldNames([field], lang)} (${saidValue(field, value, lang)})`)
            .join(', ')}
        </p>
      ))}
      {edits > 0 && <ConfirmForm place={id} label={says.confirm(name)} lang={lang} />}
      <p>
        <a href={correctionsAddress(id, lang)}>{says.corrections}</a>
        {' · '}
        <a href={placeAddress({ id, display_name: name }, lang)}>{says.see}</a>
      </p>
    </>
  )
}

type ConfirmProps = { readonly place: string; readonly label: string; readonly lang: Language }

/** Without a place, for all of them. */
const ConfirmForm = ({ place, label, lang }: ConfirmProps) => (
  <form method="post" action={privateAddress(PATH, lang)}>
    {place !== '' && <input type="hidden" name="lieu" value={place} />}
    <p>
      <button type="submit" class="quiet">
        {label}
      </button>
    </p>
  </form>
)

/** Confirms what the account set on one place, or on all. Pressing twice says the same twice. */
export async function confirmManaged(managing: Managing, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const own = await ownPlaces(managing, request, reply, PATH)
  if ('answered' in own) return own.answered
  const named = textIn((request.body ?? {}) as Values, 'lieu')
  const meant = own.places.filter(({ place, edits }) => edits > 0 && (named === '' || place === named))
  for (const { place } of meant) {
    const told = await managing.tell(request, `/v1/places/${place}/confirm`, {
      method: 'POST',
      body: {},
      bearer: own.bearer
    })
    if ('refused' in told) return sendRefused(request, reply, told.refused.status, PATH)
  }
  return reply.redirect(privateAddress(PATH, lang, { etat: 'confirme' }), 303)
}
