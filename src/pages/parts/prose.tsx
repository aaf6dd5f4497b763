import type { FastifyReply } from 'fastify'
import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { type PlainPage, pageAddress } from '../addresses/pages.ts'
import { otherLanguage } from '../addresses/place-address.ts'
import { LEGAL } from '../wording/legal.ts'
import { WORDING } from '../wording/wording.ts'
import { send } from './send.ts'

type Prose = {
  readonly page: PlainPage
  /** The last part of the path of a page below `page`. */
  readonly entry?: string
  readonly title: string
  readonly lead: string
  /** The schema.org description for search engines. */
  readonly linkedData?: object
  readonly children: ComponentChildren
}

/** Sends a page of text: its title, one sentence that says what is in it, and sections. */
export function sendProse(
  reply: FastifyReply,
  lang: Language,
  { page, entry, title, lead, linkedData, children }: Prose
) {
  const { publicUrl = '' } = reply.server.site
  const addressIn = (language: Language) =>
    pageAddress(page, language).replace(/(?=\?|$)/, entry === undefined ? '' : `/${entry}`)
  return send(reply, lang, {
    title: `${title} – ${WORDING[lang].site}`,
    description: lead,
    canonical: `${publicUrl}${addressIn(lang)}`,
    translated: addressIn(otherLanguage(lang)),
    ...(linkedData && { linkedData }),
    children: (
      <div class="prose">
        <h1>{title}</h1>
        <p class="lead">{lead}</p>
        {children}
      </div>
    )
  })
}

type SectionProps = { readonly title: string; readonly children: ComponentChildren }

export const Section = ({ title, children }: SectionProps) => (
  <section>
    <h2>{title}</h2>
    {children}
  </section>
)

export const Paragraphs = ({ texts }: { readonly texts: readonly string[] }) => (
  <>
    {texts.map((text) => (
      <p key={text}>{text}</p>
    ))}
  </>
)

type LinkProps = { readonly page: PlainPage; readonly lang: Language }

/** A link of its own line to another of our pages. */
export const PageLink = ({ page, lang, children }: LinkProps & { readonly children: ComponentChildren }) => (
  <p class="onward">
    <a href={pageAddress(page, lang)}>{children}</a>
  </p>
)

type FilledProps = {
  readonly term: string
  readonly value: string | undefined
  readonly lang: Language
  /** How the value is shown; the operator's own French text, if left out. */
  readonly children?: ComponentChildren
}

/** One setting of the operator in a list; one that is not set is said to be missing. */
export const Filled = ({ term, value, lang, children }: FilledProps) => (
  <div>
    <dt>{term}</dt>
    <dd>
      {value === undefined ? (
        <span class="unfilled">{LEGAL[lang].unfilled}</span>
      ) : (
        (children ?? <span lang="fr">{value}</span>)
      )}
    </dd>
  </div>
)
