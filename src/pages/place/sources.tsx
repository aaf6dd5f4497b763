import { fieldInWords } from '../../domain/history/field-words.ts'
import type { Language } from '../../domain/language.ts'
import type { Place, SourceReference } from '../../domain/places/place.ts'
import { feedOf } from '../addresses/feed-address.ts'
import { placeAddress } from '../addresses/place-address.ts'
import { Licence } from '../parts/licence.tsx'
import { HistoryLink, ManageLink, SubscribeLink } from '../report-link.tsx'
import type { Ask } from '../shell/api.ts'
import { CHANGES } from '../wording/changes.ts'
import { CLAIMS } from '../wording/claims.ts'
import { longDay } from '../wording/day.ts'
import { HISTORY } from '../wording/history.ts'
import { SUBSCRIPTIONS } from '../wording/subscriptions.ts'
import { WORDING } from '../wording/wording.ts'
import type { ManagedFields } from './managed-fields.ts'

/** A directory as `/v1/sources` lists it. */
export type KnownSource = {
  readonly slug: string
  readonly name: string
  readonly homepage: string | null
}

/** The directories that a place comes from; empty if the API does not answer, and then the page shows their slugs. */
export async function sourcesKnown(ask: Ask): Promise<readonly KnownSource[]> {
  const answered = await ask<{ readonly items: readonly KnownSource[] }>('/v1/sources')
  return 'body' in answered ? answered.body.items : []
}

type Props = {
  readonly place: Place
  readonly known: readonly KnownSource[]
  readonly managed: ManagedFields | null
  readonly lang: Language
}

/**
 * The directories that the place comes from, each once, with its licence, its latest date and links to its entries; first
 * what its manager wrote.
 */
export function Sources({ place, known, managed, lang }: Props) {
  const says = WORDING[lang].place
  const slugs = [...new Set(place.sources.map(({ source }) => source))]
  return (
    <section class="sources">
      <h2>{says.sources}</h2>
      <ul>
        {managed && (
          <li>{says.managedFields(fieldsIn(managed.fields, lang), longDay(lang, managed.latest))}</li>
        )}
        {slugs.map((slug) => (
          <li key={slug}>
            <Source
              records={place.sources.filter(({ source }) => source === slug)}
              source={known.find((each) => each.slug === slug) ?? { slug, name: slug, homepage: null }}
              lang={lang}
            />
          </li>
        ))}
      </ul>
      <p>
        <a href={feedOf(placeAddress(place, lang))}>{CHANGES[lang].follow}</a>
      </p>
      <SubscribeLink as="p" to={{ place: place.id }} lang={lang}>
        {SUBSCRIPTIONS[lang].link}
      </SubscribeLink>
      <ManageLink place={place.id} lang={lang}>
        {CLAIMS[lang].link}
      </ManageLink>
      <HistoryLink place={place.id} lang={lang}>
        {HISTORY[lang].link}
      </HistoryLink>
    </section>
  )
}

/** Each field once, in words. */
const fieldsIn = (fields: readonly string[], lang: Language): string =>
  [...new Set(fields.map((field) => fieldInWords(field, lang) ?? field))].join(', ')

type SourceProps = {
  readonly records: readonly SourceReference[]
  readonly source: KnownSource
  readonly lang: Language
}

function Source({ records, source: { name, homepage }, lang }: SourceProps) {
  const says = WORDING[lang].place
  const licences = [...new Set(records.map(({ licence }) => licence))]
  const updated = records
    .flatMap(({ updated_at: day }) => day ?? [])
    .toSorted()
    .at(-1)
  const pages = [...new Set(records.flatMap(({ url }) => url ?? []))]
  return (
    <>
      <span lang="fr">{homepage ? <a href={homepage}>{name}</a> : name}</span>
      {licences.map((licence) => (
        <span key={licence}>
          , {says.licence} <Licence licence={licence} lang={lang} />
        </span>
      ))}
      {updated && `, ${says.updated(longDay(lang, updated))}`}
      {pages.map((page, index) => (
        <span key={page}>
          , <a href={page}>{index === 0 ? says.record : `${says.record} (${index + 1})`}</a>
        </span>
      ))}
    </>
  )
}
