import { ABOUT, type Category } from '../../domain/contributions/categories.ts'
import type { Language } from '../../domain/language.ts'
import { saidHours } from '../../domain/opening/said-hours.ts'
import { spokenPhone } from '../../domain/places/spoken-phone.ts'
import { FEATURES } from '../../domain/vocabularies/accessibility.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import type { ListedSource } from '../parts/count-directory.ts'
import { WeekTable } from '../parts/week-table.tsx'
import type { ShownPlace } from '../place/place-page.tsx'
import { CONTRIBUTIONS } from '../wording/contributions.ts'
import { longDay } from '../wording/day.ts'
import { WORDING } from '../wording/wording.ts'

/** The record from which a field comes, as `/v1/places/{id}/provenance` names it. */
export type FieldOrigin = { readonly source: string; readonly changed_on: string | null }

type Props = {
  readonly place: ShownPlace
  readonly category: Category
  readonly origins: Readonly<Record<string, readonly FieldOrigin[]>>
  readonly sources: readonly ListedSource[]
  readonly lang: Language
}

/** What the directory says about the subject, from which source and since when: what is wrong is seen at once. */
export function WhatIsSaid({ place, category, origins, sources, lang }: Props) {
  const says = CONTRIBUTIONS[lang]
  const { fields } = ABOUT[category]
  if (fields.length === 0) return null
  const lines = linesOf(place, category, lang)
  const { week } = place.opening_hours
  const isWeek = category === 'hours' && week
  return (
    <section class="said">
      <h2>{says.says}</h2>
      {isWeek ? (
        <WeekTable week={week} />
      ) : lines.length > 0 ? (
        <ul lang="fr">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ) : (
        <p>{says.saysNothing}</p>
      )}
      {(isWeek || lines.length > 0) &&
        originsOf(fields, origins).map(({ source, changed_on: day }) => (
          <p class="hint" key={source}>
            {says.from(
              sources.find(({ slug }) => slug === source)?.name ?? source,
              day ? longDay(lang, day) : undefined
            )}
          </p>
        ))}
    </section>
  )
}

/** Each source once, with its latest date. A field without a provenance of its own has that of the whole. */
export function originsOf(fields: readonly string[], origins: Props['origins']): readonly FieldOrigin[] {
  const all = fields.flatMap(
    (field) =>
      origins[field] ??
      origins[field.split('.')[0] ?? ''] ??
      Object.entries(origins).flatMap(([name, from]) => (name.startsWith(`${field}.`) ? from : []))
  )
  const slugs = [...new Set(all.map(({ source }) => source))]
  return slugs.map((source) => {
    const days = all.flatMap((each) => (each.source === source ? (each.changed_on ?? []) : []))
    return { source, changed_on: days.toSorted().at(-1) ?? null }
  })
}

function linesOf(place: ShownPlace, category: Category, lang: Language): readonly string[] {
  const terms = (parameter: CodeParameter, codes: readonly string[]) =>
    codes.map((code) => termLabel(parameter, code, lang))
  const { address, contacts } = place
  switch (category) {
    case 'hours':
      return present(place.opening_hours.raw && saidHours(place.opening_hours.raw, 'fr'))
    case 'services':
      return [...terms('service', place.services), ...terms('fee', place.fees)]
    case 'position':
      return present(
        address.street,
        address.complement,
        [address.postcode, address.city].filter(Boolean).join(' ') || null
      )
    case 'contacts':
      return present(
        contacts.phone && spokenPhone(contacts.phone),
        ...contacts.emails,
        ...contacts.websites,
        place.booking_url
      )
    case 'support':
      return [...terms('access', place.access), ...terms('support', place.support)]
    case 'labels':
      return terms(
        'label',
        place.labels.map(({ code }) => code)
      )
    case 'audiences':
      return [...terms('audience', place.audiences), ...terms('need', place.needs)]
    case 'accessibility':
      return accessibilityOf(place, lang)
    case 'person':
      return present(
        contacts.person && [contacts.person.name, contacts.person.role].filter(Boolean).join(', ')
      )
    case 'other':
      return [place.name, ...terms('type', place.types)]
    default:
      return []
  }
}

function accessibilityOf({ accessibility }: ShownPlace, lang: Language): readonly string[] {
  const says = WORDING[lang]
  const said = (name: string, answer: string) => `${name}${lang === 'fr' ? '\u00a0' : ''}: ${answer}`
  const { wheelchair } = accessibility
  return [
    ...(wheelchair === 'unknown' ? [] : [said(says.wheelchair, says.answers[wheelchair])]),
    ...FEATURES.flatMap((feature) => {
      const has = accessibility[feature]
      return has === null ? [] : said(says.features[feature], says.answers[has ? 'yes' : 'no'])
    })
  ]
}

const present = (...texts: readonly (string | null | undefined)[]): readonly string[] =>
  texts.filter((text): text is string => Boolean(text))
