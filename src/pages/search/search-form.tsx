import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { WORDING } from '../wording/wording.ts'
import { AREAS, type Choices, searchAddress } from './choices.ts'
import type { Facets } from './found.ts'
import { Refine } from './refine.tsx'

/** What our script adds to the form in browsers that run it. */
export type LiveForm = {
  readonly onSubmit: (event: SubmitEvent) => void
  readonly onChange: (event: Event) => void
  /** The field with suggestions, which replaces the plain field. */
  readonly field: ComponentChildren
  /** Shown after the search button instead of the link to the question about the town. */
  readonly near: ComponentChildren
  /** The text of the button below the filters: it names the number of places. */
  readonly button: string
}

type Props = {
  readonly lang: Language
  readonly choices: Choices
  readonly facets: Facets
  /** Whether distances are known, from a town or a position. */
  readonly placed?: boolean
  readonly live: LiveForm | undefined
}

/** Choices that are not made in the form; they stay as they are when the words change. */
const KEPT = ['bbox', 'lat', 'lon', ...AREAS, 'openAt', 'unsaid', 'lieu'] as const

export function SearchForm({ lang, choices, facets, placed = false, live }: Props) {
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
              aria-describedby={choices.q === undefined ? 'q-hint' : undefined}
            />
          )}
          <button type="submit">{says.search.button}</button>
          {live?.near ?? (
            <a class="plain" href={`${searchAddress({ ...others, near: '1' }, lang)}#town`}>
              {says.search.locate}
            </a>
          )}
        </div>
        {choices.q === undefined && (
          <p id="q-hint" class="hint">
            {says.search.hint}
          </p>
        )}
        <Refine
          choices={choices}
          facets={facets}
          placed={placed}
          lang={lang}
          button={live?.button ?? says.search.showPlaces}
        />
      </form>
    </search>
  )
}
