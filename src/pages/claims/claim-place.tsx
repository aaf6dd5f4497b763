import type { FastifyReply, FastifyRequest } from 'fastify'
import { TEXT_MOST } from '../../domain/claims/claim.ts'
import type { Language } from '../../domain/language.ts'
import { sessionIn } from '../account/cookies.ts'
import { type AccountPages, privateAddress, sendPrivate } from '../account/private-page.tsx'
import { editAddress } from '../addresses/managing-address.ts'
import { inLanguage, PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { sendMissing } from '../contributions/send-missing.tsx'
import { AreaField, ChoiceField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import { formId, issueToken } from '../forms/form-token.ts'
import { type FormFault, receive, TOKEN_FIELD, textIn } from '../forms/receive.ts'
import { faultOf } from '../forms/refused.ts'
import { Section } from '../parts/prose.tsx'
import { languageOf } from '../shell/respond.ts'
import { CLAIMS } from '../wording/claims.ts'
import {
  type AnsweredClaim,
  claimAddress,
  managePath,
  type NamedPlace,
  namedPlace,
  type Options
} from './read-claim.ts'

type Params = { readonly place: string }

type Refused = {
  readonly faults: readonly FieldFault[]
  readonly fault?: FormFault | undefined
  readonly typed: { readonly proof: string; readonly message: string }
  readonly status: number
}

/** Says what the manager of a place can do, and asks a reader who is signed in for a proof. */
export async function showClaiming(
  pages: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  refused?: Refused
) {
  const lang = languageOf(request)
  const read = await namedPlace(pages, request, (request.params as Params).place)
  if ('status' in read) return missing(reply, lang, read.status)
  const { place, options } = read
  const says = CLAIMS[lang]
  const bearer = sessionIn(request, pages.publicUrl)
  const own = bearer && (await pages.tell<Managed>(request, '/v1/account/places', { bearer }))
  const managed = own && 'body' in own ? own.body.items : undefined
  const suspended = managed && (await suspendedOn(pages, request, place.id))
  const token = issueToken(formOf(place.id), await pages.secret(), pages.clock())
  return sendPrivate(request, reply.code(refused?.status ?? 200), lang, {
    title: says.title(place.name),
    lead: says.lead,
    isRefused: refused !== undefined,
    children: (
      <>
        <p class="lead">{says.lead}</p>
        <ul>
          {says.can.map((each) => (
            <li key={each}>{each}</li>
          ))}
        </ul>
        <p>{says.cannot}</p>
        {managed?.some((each) => each.place === place.id) ? (
          <Already place={place} lang={lang} />
        ) : (
          <Section title={says.proof}>
            {suspended && (
              <p class="warning">
                {says.suspendedHere} <a href={claimAddress(suspended, lang)}>{says.followClaim}</a>
              </p>
            )}
            {options.has_manager && <p class="notice">{says.managed}</p>}
            {suspended && refused === undefined ? null : managed ? (
              <ProofForm place={place} options={options} token={token} refused={refused} lang={lang} />
            ) : (
              <SignInFirst place={place} options={options} lang={lang} />
            )}
          </Section>
        )}
        <p class="onward">
          <a href={placeAddress({ id: place.id, display_name: place.title }, lang)}>{says.toPlace}</a>
        </p>
      </>
    )
  })
}

/** The claim of this reader on the place that is suspended, if there is one. */
async function suspendedOn(
  pages: AccountPages,
  request: FastifyRequest,
  place: string
): Promise<string | undefined> {
  const bearer = sessionIn(request, pages.publicUrl)
  const told = await pages.tell<{ readonly items: readonly AnsweredClaim[] }>(request, '/v1/claims', {
    bearer
  })
  if ('refused' in told) return undefined
  return told.body.items.find((claim) => claim.place.id === place && claim.state === 'contested')?.id
}

const formOf = (place: string): string => `claim ${place}`

type Shown = { readonly place: NamedPlace; readonly options: Options; readonly lang: Language }

/** The places of the account, as the API lists them. */
type Managed = { readonly items: readonly { readonly place: string }[] }

/** To a manager of the place, who has nothing to prove. */
const Already = ({ place, lang }: Omit<Shown, 'options'>) => {
  const says = CLAIMS[lang]
  return (
    <>
      <p class="notice">{says.already}</p>
      <p>
        <a class="action" href={editAddress(place.id, lang)}>
          {says.toEdit}
        </a>
      </p>
      <p>
        <a href={inLanguage(PARTICIPATION_PAGES.managed, lang)}>{says.toOwn}</a>
      </p>
    </>
  )
}

const SignInFirst = ({ place, options, lang }: Shown) => {
  const says = CLAIMS[lang]
  return (
    <>
      {hasProof(options) ? (
        <>
          <p>{says.needed}</p>
          <ul>
            {proofsOf(options, lang).map(({ value, label }) => (
              <li key={value}>{label}</li>
            ))}
          </ul>
        </>
      ) : (
        <p>{says.onlyOldContacts}</p>
      )}
      <p>{says.first}</p>
      <p>
        <a
          class="action"
          href={privateAddress(PARTICIPATION_PAGES.signIn, lang, { vers: managePath(place.id) })}
        >
          {says.signIn}
        </a>
      </p>
    </>
  )
}

const hasProof = ({ addresses, domains }: Options): boolean => addresses.length + domains.length > 0

function proofsOf({ addresses, domains }: Options, lang: Language) {
  const says = CLAIMS[lang]
  const hint = addresses.length > 0 ? says.byDomainHint : says.byDomainChecked
  return [
    ...addresses.map((hint, index) => ({
      ...{ value: `code-${index + 1}`, label: says.byCode(hint), hint: says.byCodeHint }
    })),
    ...(domains.length > 0 ? [{ value: 'domaine', label: says.byDomain(domains.join(', ')), hint }] : []),
    { value: 'message', label: says.byMessage, hint: says.byMessageHint }
  ]
}

function ProofForm({
  place,
  options,
  token,
  refused,
  lang
}: Shown & { readonly token: string; readonly refused: Refused | undefined }) {
  const says = CLAIMS[lang]
  const { faults = [], fault, typed } = refused ?? {}
  return (
    <Form
      action={privateAddress(managePath(place.id), lang)}
      token={token}
      lang={lang}
      submit={says.send}
      faults={faults}
      fault={fault}
    >
      <ChoiceField
        name="preuve"
        label={says.choose}
        options={proofsOf(options, lang)}
        value={typed?.proof}
        faults={faults}
        lang={lang}
      />
      <AreaField
        name="message"
        label={says.message}
        hint={says.messageHint}
        value={typed?.message ?? ''}
        faults={faults}
        optional
        lang={lang}
      />
      {options.addresses.length > 0 && <p>{says.told}</p>}
    </Form>
  )
}

/** Makes the claim, and leads to its page. */
export async function receiveClaiming(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const says = CLAIMS[lang]
  const read = await namedPlace(pages, request, (request.params as Params).place)
  if ('status' in read) return missing(reply, lang, read.status)
  const { place } = read
  const received = receive(request, {
    form: formOf(place.id),
    secret: await pages.secret(),
    now: pages.clock()
  })
  const typed = { proof: textIn(received.values, 'preuve'), message: textIn(received.values, 'message') }
  const again = (status: number, faults: readonly FieldFault[], fault?: FormFault) =>
    showClaiming(pages, request, reply, { faults, fault, typed, status })
  if ('fault' in received && received.fault !== 'too-fast') return again(422, [], received.fault)
  const body = bodyOf(typed)
  if (body === undefined) return again(422, [{ name: 'preuve', text: says.chooseProof }])
  if (body.message === '') return again(422, [{ name: 'message', text: says.needsMessage }])
  if ((body.message ?? '').length > TEXT_MOST) return again(422, [{ name: 'message', text: says.tooLong }])
  const key = formId(formOf(place.id), textIn(received.values, TOKEN_FIELD), await pages.secret())
  const told = await pages.tell<AnsweredClaim>(request, `/v1/places/${place.id}/claims`, {
    method: 'POST',
    body,
    ...(key !== undefined && { idempotencyKey: key }),
    bearer: sessionIn(request, pages.publicUrl)
  })
  if ('body' in told) return reply.redirect(claimAddress(told.body.id, lang), 303)
  const { status, code } = told.refused
  if (status === 401)
    return reply.redirect(
      privateAddress(PARTICIPATION_PAGES.signIn, lang, { vers: managePath(place.id) }),
      303
    )
  if (code === 'wrong-state') {
    // A suspended claim cannot be made anew. What was typed is shown again, so that it can be sent otherwise.
    if (await suspendedOn(pages, request, place.id))
      return again(409, [{ name: 'preuve', text: says.suspendedNoClaim }])
    return reply.redirect(editAddress(place.id, lang), 303)
  }
  if (code === 'proof-not-possible') return again(409, [{ name: 'preuve', text: says.notPossible }])
  if (code === 'too-many-claims') return again(429, [{ name: 'preuve', text: says.tooMany }])
  const refusal = faultOf(told.refused)
  return again(refusal.status, [], refusal.fault)
}

function bodyOf({ proof, message }: Refused['typed']) {
  const address = /^code-([1-9]\d?)$/.exec(proof)?.[1]
  if (address !== undefined) return { proof: 'contact_code', address: Number(address), message: undefined }
  if (proof === 'domaine') return { proof: 'domain', message: undefined }
  return proof === 'message' ? { proof: 'vouched', message } : undefined
}

const missing = (reply: FastifyReply, lang: Language, status: number) =>
  sendMissing(reply, lang, status === 410 ? 'gone' : status === 404 || status === 400 ? 'missing' : 'away')
