import type { FastifyReply, FastifyRequest } from 'fastify'
import { CAPACITIES, type Capacity } from '../../domain/accounts/account.ts'
import { CLOSED_AFTER_MONTHS } from '../../domain/accounts/periods.ts'
import { LANGUAGES, type Language } from '../../domain/language.ts'
import { PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { ChoiceField, TextField } from '../forms/fields.tsx'
import { type FieldFault, Form } from '../forms/form.tsx'
import { issueToken } from '../forms/form-token.ts'
import { receive, textIn } from '../forms/receive.ts'
import { Section } from '../parts/prose.tsx'
import { languageOf } from '../shell/respond.ts'
import { ACCOUNT } from '../wording/account.ts'
import { longDay } from '../wording/day.ts'
import { dropSession, sessionIn } from './cookies.ts'
import { type FollowedItem, Following } from './following.tsx'
import { type AccountPages, privateAddress, sendPrivate, sendRefused } from './private-page.tsx'
import { type AnsweredRole, nameRoles, Roles } from './roles.tsx'
import { Sent, type SentContribution } from './sent.tsx'

/** The account as the API answers it. */
type AnsweredAccount = {
  readonly email: string
  readonly name: string | null
  readonly capacity: Capacity | null
  readonly language: Language
  readonly roles: readonly AnsweredRole[]
  readonly sessions: readonly {
    readonly browser: string | null
    readonly seen_at: string
    readonly is_current: boolean
  }[]
}

const FORM = 'account'

type Refused = { readonly faults?: readonly FieldFault[]; readonly typed?: Typed }

type Typed = { readonly name: string; readonly capacity: string; readonly language: string }

/** Who is signed in, what they told, and where else they are signed in. */
export async function showAccount(
  { tell, secret, clock, publicUrl }: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply,
  { faults = [], typed }: Refused = {}
) {
  const lang = languageOf(request)
  const says = ACCOUNT[lang]
  const bearer = sessionIn(request, publicUrl)
  const told = await tell<AnsweredAccount>(request, '/v1/account', { bearer })
  if ('refused' in told) return sendRefused(request, reply, told.refused.status, PARTICIPATION_PAGES.account)
  const { body: account } = told
  const following = await tell<{ readonly items: readonly FollowedItem[] }>(
    request,
    '/v1/account/subscriptions',
    { bearer }
  )
  const listed = await tell<{ readonly items: readonly SentContribution[] }>(
    request,
    '/v1/account/contributions',
    { bearer }
  )
  const roles = await nameRoles({ tell }, request, account.roles, bearer)
  const sent = 'refused' in listed ? [] : listed.body.items
  const { etat } = request.query as { readonly etat?: unknown }
  return sendPrivate(request, reply.code(faults.length > 0 ? 422 : 200), lang, {
    title: says.account,
    lead: says.accountLead(account.email),
    isRefused: faults.length > 0,
    children: (
      <>
        {etat === 'enregistre' && (
          <p class="notice" role="status">
            {says.saved}
          </p>
        )}
        <p class="lead">{says.accountLead(account.email)}</p>
        <Section title={says.profile}>
          <Profile
            typed={
              typed ?? {
                name: account.name ?? '',
                capacity: account.capacity ?? '',
                language: account.language
              }
            }
            faults={faults}
            token={issueToken(FORM, await secret(), clock())}
            lang={lang}
          />
        </Section>
        <Roles roles={roles} lang={lang} />
        <Following items={'body' in following ? following.body.items : []} lang={lang} />
        <Sent sent={sent} lang={lang} />
        <Sessions account={account} lang={lang} />
        <p class="onward">
          <a href={privateAddress(PARTICIPATION_PAGES.accountData, lang)}>{says.toData}</a>
        </p>
        <p class="onward">
          <a href={privateAddress(PARTICIPATION_PAGES.closeAccount, lang)}>{says.toClose}</a>
        </p>
        <p>{says.retention(CLOSED_AFTER_MONTHS)}</p>
      </>
    )
  })
}

type ProfileProps = {
  readonly typed: Typed
  readonly faults: readonly FieldFault[]
  readonly token: string
  readonly lang: Language
}

function Profile({ typed, faults, token, lang }: ProfileProps) {
  const says = ACCOUNT[lang]
  return (
    <Form
      action={privateAddress(PARTICIPATION_PAGES.account, lang)}
      token={token}
      lang={lang}
      submit={says.save}
      faults={faults}
    >
      <TextField
        name="nom"
        label={says.name}
        hint={says.nameHint}
        autocomplete="name"
        value={typed.name}
        faults={faults}
        optional
        lang={lang}
      />
      <ChoiceField
        name="titre"
        label={says.capacity}
        value={typed.capacity}
        options={[
          { value: '', label: says.noCapacity },
          ...CAPACITIES.map((value) => ({ value, label: says.capacities[value] }))
        ]}
        optional
        lang={lang}
      />
      <ChoiceField
        name="langue"
        label={says.language}
        value={typed.language}
        options={LANGUAGES.map((value) => ({ value, label: says.languages[value] }))}
        lang={lang}
      />
    </Form>
  )
}

type Shown = { readonly account: AnsweredAccount; readonly lang: Language }

function Sessions({ account: { sessions }, lang }: Shown) {
  const says = ACCOUNT[lang]
  return (
    <Section title={says.sessions}>
      <ul>
        {sessions.map(({ browser, seen_at, is_current }) => (
          <li key={`${browser} ${seen_at} ${is_current}`}>
            {says.session(browser ?? says.otherProgram, longDay(lang, seen_at))}
            {is_current && ` (${says.current})`}
          </li>
        ))}
      </ul>
      <form method="post" action={privateAddress(PARTICIPATION_PAGES.signOut, lang)}>
        <button type="submit">{says.signOut}</button>{' '}
        <button type="submit" name="partout" value="1">
          {says.signOutAll}
        </button>
      </form>
    </Section>
  )
}

export async function saveAccount(pages: AccountPages, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const bearer = sessionIn(request, pages.publicUrl)
  const { values } = receive(request, { form: FORM, secret: await pages.secret(), now: pages.clock() })
  const typed = {
    name: textIn(values, 'nom'),
    capacity: textIn(values, 'titre'),
    language: textIn(values, 'langue')
  }
  const told = await pages.tell(request, '/v1/account', {
    method: 'PATCH',
    bearer,
    body: { name: typed.name || null, capacity: typed.capacity || null, language: typed.language }
  })
  if ('body' in told)
    return reply.redirect(privateAddress(PARTICIPATION_PAGES.account, lang, { etat: 'enregistre' }), 303)
  if (told.refused.status !== 400)
    return sendRefused(request, reply, told.refused.status, PARTICIPATION_PAGES.account)
  return showAccount(pages, request, reply, {
    faults: [{ name: 'nom', text: ACCOUNT[lang].nameFault }],
    typed
  })
}

/** Ends this session, or all of them. A session that has ended already is as good. */
export async function signOut(
  { tell, publicUrl }: AccountPages,
  request: FastifyRequest,
  reply: FastifyReply
) {
  const isEverywhere = textIn((request.body ?? {}) as Record<string, string>, 'partout') !== ''
  const bearer = sessionIn(request, publicUrl)
  if (bearer !== undefined)
    await tell(request, isEverywhere ? '/v1/account/sessions' : '/v1/session', { method: 'DELETE', bearer })
  return dropSession(reply, publicUrl).redirect(
    privateAddress(PARTICIPATION_PAGES.signIn, languageOf(request)),
    303
  )
}
