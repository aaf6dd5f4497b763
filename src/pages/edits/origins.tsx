import { MANAGED_BY } from '../../domain/edits/managed.ts'
import type { Language } from '../../domain/language.ts'
import { correctionsAddress } from '../addresses/managing-address.ts'
import type { ListedSource } from '../parts/count-directory.ts'
import { longDay } from '../wording/day.ts'
import { MANAGING } from '../wording/managing.ts'

/** Where the value of a field comes from, as `/v1/places/{id}/provenance` says. */
export type FieldOrigin = {
  readonly source: string
  readonly record: string
  readonly changed_on: string | null
  readonly correction?: {
    readonly by: string
    readonly at: string
    readonly instead_of: readonly FieldOrigin[]
  }
}

export type Origins = {
  readonly place: string
  readonly fields: Readonly<Record<string, readonly FieldOrigin[]>>
  readonly sources: readonly ListedSource[]
  readonly lang: Language
}

/** From which source a field has its value, and since when; what people here set can be taken back. */
export function Origin({ origins, field }: { readonly origins: Origins; readonly field: string }) {
  const { place, fields, sources, lang } = origins
  const says = MANAGING[lang]
  const [origin] = fields[field] ?? fields[field.split('.')[0] ?? ''] ?? []
  if (origin === undefined) return null
  const nameOf = (slug: string) => sources.find((each) => each.slug === slug)?.name ?? slug
  const { correction, changed_on: day } = origin
  if (correction === undefined)
    return <p class="hint origin">{says.says(nameOf(origin.source), day ? longDay(lang, day) : undefined)}</p>
  const at = longDay(lang, correction.at.slice(0, 10))
  const [replaced] = correction.instead_of
  return (
    <p class="hint origin">
      {correction.by === MANAGED_BY
        ? says.managed(at, replaced && nameOf(replaced.source))
        : says.moderated(at)}{' '}
      <a href={`${correctionsAddress(place, lang)}#c${origin.record}`}>{says.back}</a>
    </p>
  )
}
