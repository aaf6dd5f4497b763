import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { PARTICIPATION_PAGES } from '../addresses/pages.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { NOT_KEPT } from '../forms/form-scope.ts'
import { titleOf } from '../forms/refused.ts'
import { FORM_STYLE } from '../forms/style.ts'
import { send } from '../parts/send.ts'
import type { TellApi } from '../shell/api.ts'
import type { Entry } from '../shell/assets.ts'
import type { BaseMap } from '../shell/base-map.ts'
import { policyFor } from '../shell/policy.ts'
import { languageOf } from '../shell/respond.ts'
import { WORDING } from '../wording/wording.ts'

/** What the pages of accounts need. */
export type AccountPages = {
  readonly tell: TellApi
  readonly secret: () => Promise<string>
  /** The current time in epoch milliseconds. */
  readonly clock: () => number
  readonly publicUrl: string | undefined
}

type PrivateParameters = { readonly vers?: string | undefined; readonly etat?: string | undefined }

/** The address of a private page. */
export function privateAddress(path: string, lang: Language, { vers, etat }: PrivateParameters = {}): string {
  const query = new URLSearchParams({
    ...(vers && { vers }),
    ...(etat && { etat }),
    ...(lang === 'en' && { lang })
  })
  return query.size > 0 ? `${path}?${query}` : path
}

const PRIVATE =
  /^\/((compte|gestion|moderation|instruction|revendications|invitations)(\/[\w-]+)*|lieux\/[\w-]+\/gerer)$/

/** Where to go after signing in: one of our private pages, or the account. */
export const returnPath = (text: unknown): string | undefined =>
  typeof text === 'string' && PRIVATE.test(text) ? text : undefined

/**
 * Answers in place of a page that the API refused: it leads to signing in, and back. If the API did not answer, the session
 * may be as good as before, and its reader is asked to wait instead.
 */
export function sendRefused(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  vers: string
): FastifyReply {
  const lang = languageOf(request)
  if (status !== 429 && status < 500) return toSignIn(reply, lang, vers)
  const { title, why } = WORDING[lang].problem[status === 429 ? 'busy' : 'away']
  return sendMessage(request, reply, status === 429 ? 429 : 503, { title, text: why })
}

/** Leads to signing in, and back. */
const toSignIn = (reply: FastifyReply, lang: Language, vers: string): FastifyReply =>
  reply
    .header('cache-control', NOT_KEPT)
    .redirect(privateAddress(PARTICIPATION_PAGES.signIn, lang, { vers }), 303)

type Message = {
  readonly title: string
  readonly text: string
  /** Where its reader can go from there. */
  readonly onward?: readonly { readonly href: string; readonly label: string }[]
}

/** Sends a private page that says one thing, in place of what was asked for. */
export function sendMessage(
  request: FastifyRequest,
  reply: FastifyReply,
  status: number,
  { title, text, onward = [] }: Message
): FastifyReply {
  return sendPrivate(request, reply.code(status), languageOf(request), {
    title,
    lead: text,
    children: (
      <>
        <p class="lead">{text}</p>
        {onward.map(({ href, label }) => (
          <p class="onward" key={href}>
            <a href={href}>{label}</a>
          </p>
        ))}
      </>
    )
  })
}

type PrivatePage = {
  readonly title: string
  readonly lead: string
  /** Whether something must be corrected. */
  readonly isRefused?: boolean
  /** Addresses of style sheets, beside that of forms. */
  readonly styles?: readonly string[]
  /** Its script, the data for it, and the base map that it may load. */
  readonly script?:
    | { readonly entry: Entry | undefined; readonly told: object; readonly base: BaseMap }
    | undefined
  readonly children: ComponentChildren
}

/** Sends a page that belongs to one reader: search engines do not list it, and caches do not keep it. */
export function sendPrivate(
  request: FastifyRequest,
  reply: FastifyReply,
  lang: Language,
  { title, lead, isRefused = false, styles = [], script, children }: PrivatePage
): FastifyReply {
  const [path = '/'] = request.url.split('?', 1)
  const { vers } = (request.query ?? {}) as { readonly vers?: unknown }
  const addressIn = (language: Language) => privateAddress(path, language, { vers: returnPath(vers) })
  const page = {
    title: `${titleOf(title, isRefused, lang)} – ${WORDING[lang].site}`,
    description: lead,
    canonical: path,
    translated: addressIn(otherLanguage(lang)),
    noindex: true,
    styles: [FORM_STYLE.address, ...styles],
    children: (
      <div class="prose">
        <h1>{title}</h1>
        {children}
      </div>
    ),
    ...(script && { entry: script.entry, told: script.told })
  }
  reply.header('cache-control', NOT_KEPT).header('referrer-policy', 'same-origin')
  return script ? send(reply, lang, page, policyFor(script.base)) : send(reply, lang, page)
}
