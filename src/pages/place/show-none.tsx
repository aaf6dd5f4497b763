import type { FastifyReply } from 'fastify'
import type { Language } from '../../domain/language.ts'
import { orientationAddress } from '../addresses/answers.ts'
import { idIn } from '../addresses/place-address.ts'
import { Card } from '../parts/card.tsx'
import { LISTED_FIELDS, type ListedPlace } from '../parts/listed-place.ts'
import { send } from '../parts/send.ts'
import { SearchForm } from '../search/search-form.tsx'
import type { Ask } from '../shell/api.ts'
import { WORDING } from '../wording/wording.ts'

type Asked = {
  readonly ask: Ask
  readonly lang: Language
  /** The name and id of the place in the address. */
  readonly segment: string
  readonly answered: { readonly status: number; readonly location: string | undefined }
}

/**
 * Redirects from a merged place to the place that remains; otherwise shows a page that says why there is no place, with
 * a search for the words of the address and the places around the town that these words name.
 */
export async function showNone({ ask, lang, segment, answered }: Asked, reply: FastifyReply) {
  const { status, location } = answered
  const survivor = location && idIn(location.split('?')[0] ?? '')
  if (status === 301 && survivor)
    return reply.redirect(`/lieux/${survivor}${lang === 'en' ? '?lang=en' : ''}`, 301)
  const says = WORDING[lang]
  const told: Readonly<Record<number, string>> = { 404: says.place.unknown, 410: says.place.gone }
  const failure = status === 429 ? 'busy' : 'away'
  const title = told[status] ?? says.search[failure]
  const words = wordsIn(segment)
  const around = told[status] && words !== '' ? await placesNamed(ask, words) : undefined
  const home = (language: Language) => (language === 'fr' ? '/' : '/?lang=en')
  return send(reply.code(told[status] || failure === 'busy' ? status : 503), lang, {
    title: `${title} – ${says.site}`,
    description: title,
    canonical: '/',
    translated: home(lang === 'fr' ? 'en' : 'fr'),
    noindex: true,
    children: (
      <>
        <h1>{title}</h1>
        {told[status] && <p>{status === 410 ? says.place.goneWhat : says.place.unknownWhat}</p>}
        <SearchForm lang={lang} choices={words === '' ? {} : { q: words }} facets={{}} live={undefined} />
        <p>
          <a href={orientationAddress({}, lang)}>{says.orientation}</a>
        </p>
        {around && (
          <section aria-labelledby="around">
            <h2 id="around">{says.search.located(around.town, [])}</h2>
            <ol class="places">
              {around.places.map((place) => (
                <li key={place.id}>
                  <Card place={place} lang={lang} says={says} />
                </li>
              ))}
            </ol>
          </section>
        )}
      </>
    )
  })
}

/** The words of a name in an address: "epn-de-bayeux-01a2…" has "epn de bayeux". */
function wordsIn(segment: string): string {
  const name = segment.slice(0, segment.length - (idIn(segment)?.length ?? 0))
  const words = name.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
  // An address says "lieu" if the name of the place has no letters.
  return words === 'lieu' ? '' : words.slice(0, LONGEST)
}

const LONGEST = 100
const LISTED = 5

type Named = {
  readonly items: readonly ListedPlace[]
  readonly interpreted?: { readonly where: { readonly kind: string; readonly name: string } | null }
}

/** The places that fit the words best, if these name a town; elsewhere, places of that name may be anywhere. */
async function placesNamed(ask: Ask, words: string) {
  const query = new URLSearchParams({
    q: words,
    limit: String(LISTED),
    fields: LISTED_FIELDS.join(','),
    total: 'none'
  })
  const answered = await ask<Named>(`/v1/places?${query}`)
  if (!('body' in answered)) return undefined
  const { items, interpreted } = answered.body
  const where = interpreted?.where
  return where?.kind === 'commune' && items.length > 0 ? { town: where.name, places: items } : undefined
}
