import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Language } from '../../domain/language.ts'
import type { Place } from '../../domain/places/place.ts'
import { PAGES, pageAddress } from '../addresses/pages.ts'
import { idIn, otherLanguage, placeAddress } from '../addresses/place-address.ts'
import { type ListedSource, listSources } from '../parts/count-directory.ts'
import { send } from '../parts/send.ts'
import type { Ask } from '../shell/api.ts'
import { languageOf } from '../shell/respond.ts'
import { CONTACT } from '../wording/contact.ts'
import { WORDING } from '../wording/wording.ts'
import { ContactPage, type Subject } from './contact-page.tsx'

/**
 * Shows how to reach the operator; with `lieu`, the id of a place, about that place. A merged place leads to the one that
 * remains, as its page does.
 */
export async function showContact(ask: Ask, request: FastifyRequest, reply: FastifyReply) {
  const lang = languageOf(request)
  const { lieu } = request.query as { readonly lieu?: unknown }
  const subject = lieu === undefined ? 'directory' : await readSubject(ask, lieu)
  if (typeof subject === 'object' && 'survivor' in subject)
    return reply.redirect(addressFor(subject.survivor, lang), 301)
  const says = CONTACT[lang]
  const { operator, publicUrl } = reply.server.site
  const place = typeof subject === 'object' ? subject : undefined
  const title = place ? says.aboutTitle(place.display_name) : says.title
  // Without a public address, the message contains the host that the client sent.
  if (place && publicUrl === undefined) reply.header('cache-control', 'no-store')
  return send(reply.code(typeof subject === 'object' ? 200 : STATUS[subject]), lang, {
    title: `${title} – ${WORDING[lang].site}`,
    description: says.lead,
    canonical: `${publicUrl ?? ''}${pageAddress('contact', lang)}`,
    translated: addressFor(place?.id, otherLanguage(lang)),
    noindex: lieu !== undefined,
    children: (
      <ContactPage
        subject={subject}
        sources={await sourcesOf(ask, place)}
        page={place && `${publicUrl ?? request.origin}${placeAddress(place, lang)}`}
        operator={operator}
        lang={lang}
      />
    )
  })
}

const STATUS = { directory: 200, missing: 404, gone: 410, away: 503 } as const

async function readSubject(ask: Ask, lieu: unknown): Promise<Subject | { readonly survivor: string }> {
  const id = typeof lieu === 'string' ? idIn(lieu) : undefined
  if (id === undefined) return 'missing'
  const answered = await ask<Place>(`/v1/places/${id}`)
  if ('body' in answered) return answered.body
  const survivor = answered.status === 301 ? idIn(answered.location?.split('?')[0] ?? '') : undefined
  if (survivor !== undefined) return { survivor }
  return answered.status === 410 ? 'gone' : [400, 404].includes(answered.status) ? 'missing' : 'away'
}

/** The sources of a place that can be reached if the operator cannot. */
async function sourcesOf(ask: Ask, place: Place | undefined): Promise<readonly ListedSource[]> {
  const slugs = new Set(place?.sources.map(({ source }) => source))
  const listed = slugs.size > 0 ? await listSources(ask) : undefined
  return (listed ?? []).filter(({ slug }) => slugs.has(slug))
}

function addressFor(id: string | undefined, lang: Language): string {
  const query = new URLSearchParams({ ...(id && { lieu: id }), ...(lang === 'en' && { lang }) })
  return query.size > 0 ? `${PAGES.contact}?${query}` : PAGES.contact
}
