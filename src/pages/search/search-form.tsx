import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { featureLabel, isFeature, termLabel } from '../parts/terms.ts'
import { WORDING, type Wording } from '../wording/wording.ts'
import {
  AREAS,
  CHOICES,
  type Choices,
  COUNTED,
  FLAGS,
  type FlagName,
  type SelectName,
  searchAddress,
  withoutChoices
} from './choices.ts'
import type { Facets, FacetValue } from './found.ts'

/** What a browser that runs our script adds to the form. */
export type LiveForm = {
  readonly onSubmit: (event: SubmitEvent) => void
  readonly onChange: (event: Event) => void
  /** Replaces the plain field. */
  readonly field: ComponentChildren
  /** Replaces the link to the question about the town, after the search button. */
  readonly near: ComponentChildren
  /** How many places are open now, if that was requested. */
  readonly openNow: number | undefined
}

type Props = {
  readonly lang: Language
  readonly choices: Choices
  readonly facets: Facets
  readonly live: LiveForm | undefined
}

/** Choices made outside the form, which stay when the words change. */
const KEPT = ['bbox', 'lat', 'lon', ...AREAS, 'radius', 'sort'] as const

export function SearchForm({ lang, choices, facets, live }: Props) {
  const says = WORDING[lang]
  const kept = KEPT.filter((name) => choices[name] !== undefined)
  const { cursor: _cursor, ...others } = choices
  return (
    <search>
      <form action="/" method="get" onSubmit={live?.onSubmit} onChange={live?.onChange}>
        {lang === 'en' && <input type="hidden" name="lang" value="en" />}
        {kept.map((name) => (
          <input key={name} type="hidden" name={name} value={choices[name]} />
        ))}
        <label for="q">{says.search.field}</label>
        <div class="ask">
          {live?.field ?? (
            <input
              id="q"
              name="q"
              type="search"
              value={choices.q ?? ''}
              maxLength={2000}
              autocomplete="off"
              aria-describedby="q-hint"
            />
          )}
          <button type="submit">{says.search.button}</button>
          {live?.near ?? (
            <a class="plain" href={`${searchAddress({ ...others, near: '1' }, lang)}#town`}>
              {says.search.locate}
            </a>
          )}
        </div>
        <p id="q-hint" class="hint">
          {says.search.hint}
        </p>
        <Refine choices={choices} facets={facets} lang={lang} openNow={live?.openNow} />
      </form>
    </search>
  )
}

const REFINED = [...CHOICES, ...FLAGS, 'openAt'] as const

type RefineProps = Pick<Props, 'choices' | 'facets' | 'lang'> & { readonly openNow: number | undefined }

function Refine({ choices, facets, lang, openNow }: RefineProps) {
  const says = WORDING[lang]
  const chosen = REFINED.filter((name) => choices[name] !== undefined).length
  const countOf = (name: FlagName): number | undefined => {
    if (name === 'openNow') return openNow
    const [facet, code] = COUNTED[name] ?? []
    const values = facet === undefined ? undefined : facets[facet]
    return values && (values.find((value) => value.code === code)?.count ?? 0)
  }
  return (
    <details open={chosen > 0}>
      <summary>
        {says.search.refine}
        {chosen > 0 && ` (${chosen})`}
      </summary>
      <div class="choices">
        {CHOICES.map((name) => (
          <Choice key={name} name={name} chosen={choices[name]} values={facets[name] ?? []} lang={lang} />
        ))}
        <p>
          <label for="openAt">{says.search.openAt}</label>
          <input id="openAt" name="openAt" type="datetime-local" value={choices.openAt ?? ''} />
        </p>
        <fieldset>
          <legend class="visually-hidden">{says.search.refine}</legend>
          {FLAGS.map((name) => (
            <Flag
              key={name}
              name={name}
              chosen={choices[name] !== undefined}
              count={countOf(name)}
              says={says}
            />
          ))}
        </fieldset>
      </div>
      <button type="submit">{says.search.button}</button>
      {chosen > 0 && (
        <a class="clear" href={searchAddress(withoutChoices(choices, [...REFINED, 'cursor']), lang)}>
          {says.search.clear}
        </a>
      )}
    </details>
  )
}

type ChoiceProps = {
  readonly name: SelectName
  readonly chosen: string | undefined
  readonly values: readonly FacetValue[]
  readonly lang: Language
}

/** The label of a code in the list of this choice. */
export const choiceLabel = (name: SelectName, code: string, lang: Language): string =>
  name === 'accessibility' ? featureLabel(code, lang) : termLabel(name, code, lang)

/**
 * Lists each choice with the number of places that it would leave. The current choice is always listed, even if it
 * leaves none. The wheelchair is not listed, because it has its own checkbox.
 */
function Choice({ name, chosen, values, lang }: ChoiceProps) {
  const says = WORDING[lang]
  const known = values.some(({ code }) => code === chosen)
  const all = chosen === undefined || known ? values : [...values, { code: chosen, label: chosen, count: 0 }]
  const listed = all.filter(({ code }) => name !== 'accessibility' || isFeature(code))
  return (
    <p>
      <label for={name}>{says.search[name]}</label>
      <select id={name} name={name}>
        <option value="" selected={chosen === undefined}>
          {says.search.any}
        </option>
        {listed.map(({ code, count }) => (
          <option key={code} value={code} selected={code === chosen}>
            {choiceLabel(name, code, lang)} ({count})
          </option>
        ))}
      </select>
    </p>
  )
}

type FlagProps = {
  readonly name: FlagName
  readonly chosen: boolean
  readonly count: number | undefined
  readonly says: Wording
}

const Flag = ({ name, chosen, count, says }: FlagProps) => (
  <p class="flag">
    <input type="checkbox" id={name} name={name} value="1" checked={chosen} />
    <label for={name}>
      {says.search[name]}
      {count !== undefined && ` (${count})`}
    </label>
  </p>
)
