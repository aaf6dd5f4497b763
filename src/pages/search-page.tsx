import type { Language } from '../domain/opening/say-week.ts'
import type { FoundPlace } from '../domain/place.ts'
import { placeAddress } from './addresses.ts'
import { CHOICES, type Choices, FLAGS, type FlagName, type SelectName } from './choices.ts'
import { State } from './state.tsx'
import { termLabel } from './terms.ts'
import { WORDING, type Wording } from './wording.ts'

type FacetValue = { readonly code: string; readonly label: string; readonly count: number }

/** What the pages read of a page of the API. */
export type Found = {
  readonly items: readonly FoundPlace[]
  readonly total: { readonly value: number; readonly relation: 'eq' | 'gte' } | null
  readonly facets?: Readonly<Record<string, readonly FacetValue[]>>
  readonly interpreted?: {
    readonly where: { readonly name: string; readonly typed: string; readonly undo: string } | null
    readonly words: readonly {
      readonly typed: string
      readonly words?: readonly string[]
      readonly undo: string
    }[]
  }
  readonly next: string | null
}

export type SearchPageProps = {
  readonly lang: Language
  readonly choices: Choices
  /** Or why there is nothing to show: the API did not answer, or did not understand. */
  readonly found: Found | 'away' | 'refused'
  /** Address of the page that follows. */
  readonly next: string | null
}

export function SearchPage({ lang, choices, found, next }: SearchPageProps) {
  const says = WORDING[lang]
  const told = typeof found === 'string' ? null : found
  return (
    <>
      <h1>{says.tagline}</h1>
      <SearchForm
        lang={lang}
        choices={told || choices.q === undefined ? choices : { q: choices.q }}
        facets={told?.facets ?? {}}
        says={says}
      />
      {typeof found === 'string' ? (
        <p role="alert">{says.search[found]}</p>
      ) : (
        <Results lang={lang} found={found} next={next} says={says} />
      )}
    </>
  )
}

type FormProps = Pick<SearchPageProps, 'lang' | 'choices'> & {
  readonly facets: Readonly<Record<string, readonly FacetValue[]>>
  readonly says: Wording
}

function SearchForm({ lang, choices, facets, says }: FormProps) {
  const refined = [...CHOICES, ...FLAGS].some((name) => choices[name] !== undefined)
  return (
    <search>
      <form action="/" method="get">
        {lang === 'en' && <input type="hidden" name="lang" value="en" />}
        <label for="q">{says.search.label}</label>
        <div class="ask">
          <input
            id="q"
            name="q"
            type="search"
            value={choices.q ?? ''}
            maxLength={200}
            autocomplete="off"
            aria-describedby="q-hint"
          />
          <button type="submit">{says.search.button}</button>
        </div>
        <p id="q-hint" class="hint">
          {says.search.hint}
        </p>
        <details open={refined}>
          <summary>{says.search.refine}</summary>
          <div class="choices">
            {CHOICES.map((name) => (
              <Choice
                key={name}
                name={name}
                chosen={choices[name]}
                values={facets[name] ?? []}
                lang={lang}
                says={says}
              />
            ))}
            <fieldset>
              <legend class="visually-hidden">{says.search.refine}</legend>
              {FLAGS.map((name) => (
                <Flag key={name} name={name} chosen={choices[name] !== undefined} says={says} />
              ))}
            </fieldset>
          </div>
          <button type="submit">{says.search.button}</button>
        </details>
      </form>
    </search>
  )
}

type ChoiceProps = {
  readonly name: SelectName
  readonly chosen: string | undefined
  readonly values: readonly FacetValue[]
  readonly lang: Language
  readonly says: Wording
}

/** With how many places each choice would leave; what is chosen stays there, even where it leaves none. */
function Choice({ name, chosen, values, lang, says }: ChoiceProps) {
  const known = values.some(({ code }) => code === chosen)
  const all =
    chosen === undefined || known
      ? values
      : [...values, { code: chosen, label: termLabel(name, chosen, lang), count: 0 }]
  return (
    <p>
      <label for={name}>{says.search[name]}</label>
      <select id={name} name={name}>
        <option value="">{says.search.any}</option>
        {all.map(({ code, count }) => (
          <option key={code} value={code} selected={code === chosen}>
            {termLabel(name, code, lang)} ({count})
          </option>
        ))}
      </select>
    </p>
  )
}

const Flag = ({ name, chosen, says }: { name: FlagName; chosen: boolean; says: Wording }) => (
  <p class="flag">
    <input type="checkbox" id={name} name={name} value="1" checked={chosen} />
    <label for={name}>{says.search[name]}</label>
  </p>
)

type ResultsProps = {
  readonly lang: Language
  readonly found: Found
  readonly next: string | null
  readonly says: Wording
}

function Results({ lang, found, next, says }: ResultsProps) {
  const { items, total, interpreted } = found
  return (
    <section aria-labelledby="count">
      <h2 id="count">{says.search.results(total?.value ?? items.length, total?.relation === 'gte')}</h2>
      {interpreted && <Understood interpreted={interpreted} lang={lang} says={says} />}
      {items.length === 0 && <p>{says.search.none}</p>}
      <ol class="places">
        {items.map((place) => (
          <li key={place.id}>
            <Card place={place} lang={lang} says={says} />
          </li>
        ))}
      </ol>
      {next !== null && (
        <nav>
          <a class="next" rel="next" href={next}>
            {says.search.next}
          </a>
        </nav>
      )}
    </section>
  )
}

type UnderstoodProps = {
  readonly interpreted: NonNullable<Found['interpreted']>
  readonly lang: Language
  readonly says: Wording
}

/** How the words were read, and the way to have them read to the letter. */
function Understood({ interpreted: { where, words }, lang, says }: UnderstoodProps) {
  const literally = (undo: string) => `/?${new URLSearchParams({ q: undo, ...(lang === 'en' && { lang }) })}`
  const corrected = words.filter((reading) => reading.words && reading.words.length > 0)
  return (
    <ul class="understood">
      {where && (
        <li>
          {says.search.located(where.name)}{' '}
          <a href={literally(where.undo)}>{says.search.literally(where.typed)}</a>
        </li>
      )}
      {corrected.map(({ typed, words: likely, undo }) => (
        <li key={typed}>
          {says.search.corrected(typed, likely?.[0] ?? typed)}{' '}
          <a href={literally(undo)}>{says.search.literally(typed)}</a>
        </li>
      ))}
    </ul>
  )
}

/** A place in a list. The name is the link, so that a list of links reads as a list of places. */
export function Card({ place, lang, says }: { place: FoundPlace; lang: Language; says: Wording }) {
  const { address, distance_m: metres } = place
  const where = [address.street, [address.postcode, address.city].filter(Boolean).join(' ')]
    .filter(Boolean)
    .join(', ')
  return (
    <article>
      <h3>
        <a href={placeAddress(place, lang)} lang="fr">
          {place.name}
        </a>
      </h3>
      <p class="types">{place.types.map((code) => termLabel('type', code, lang)).join(' · ')}</p>
      <p>
        {where}
        {metres !== undefined && metres !== null && <span class="distance"> {says.distance(metres)}</span>}
      </p>
      <p>
        <State hours={place.opening_hours} lang={lang} says={says} />
      </p>
    </article>
  )
}
