import type { Language } from '../../domain/language.ts'
import { orientationAddress } from '../addresses/answers.ts'
import { HOME } from '../wording/home.ts'
import { WORDING } from '../wording/wording.ts'
import { Country } from './country.tsx'
import { Figures } from './figures.tsx'
import { NeedIcon } from './need-icon.tsx'
import { NEEDS } from './needs.ts'
import type { Numbers } from './numbers.ts'

type Props = {
  readonly numbers: Numbers | 'away'
  /** The paths of the régions on the map, by code. */
  readonly outlines: ReadonlyMap<string, string>
  readonly lang: Language
}

export function HomePage({ numbers, outlines, lang }: Props) {
  const says = HOME[lang]
  return (
    <div class="home-page">
      <div class="hero">
        <h1>{WORDING[lang].tagline}</h1>
        <p class="lead">
          {numbers === 'away' || numbers.places === 0 ? says.leadUncounted : says.lead(numbers.places)}
        </p>
        <Ask lang={lang} />
      </div>
      <section aria-labelledby="needs">
        <h2 id="needs">{says.needs}</h2>
        <ul class="needs">
          {NEEDS.map(({ name, choice }) => {
            const [title, detail] = says.need[name]
            return (
              <li key={name}>
                <a href={nearAddress([choice], lang)}>
                  <NeedIcon name={name} />
                  <span>
                    <strong>{title}</strong>
                    <small>{detail}</small>
                  </span>
                </a>
              </li>
            )
          })}
        </ul>
        <div class="guided">
          <p>
            <strong>{says.unsure}</strong> {says.guideWhy}
          </p>
          <a class="action" href={orientationAddress({}, lang)}>
            {says.guide}
          </a>
        </div>
      </section>
      {numbers === 'away' ? (
        <p role="alert">{says.away}</p>
      ) : (
        <>
          <Country numbers={numbers} outlines={outlines} lang={lang} />
          {numbers.places > 0 ? <Figures numbers={numbers} lang={lang} /> : <p>{says.empty}</p>}
        </>
      )}
    </div>
  )
}

/** The field of the search. In browsers with JavaScript, our script adds suggestions and the position of the reader. */
function Ask({ lang }: { readonly lang: Language }) {
  const says = WORDING[lang].search
  return (
    <search>
      <form action="/" method="get">
        {lang === 'en' && <input type="hidden" name="lang" value="en" />}
        <label for="q">{says.field}</label>
        <div class="ask">
          <div id="search-field">
            <input
              id="q"
              name="q"
              type="search"
              required
              maxLength={2000}
              autocomplete="off"
              aria-describedby="q-hint"
            />
          </div>
          <button type="submit">{says.button}</button>
          <div id="around-me">
            <a class="plain" href={nearAddress([], lang)}>
              {says.locate}
            </a>
          </div>
        </div>
        <p id="q-hint" class="hint">
          {says.hint}
        </p>
      </form>
    </search>
  )
}

/** The search near the reader, which asks for their town. */
const nearAddress = (choices: readonly (readonly [string, string])[], lang: Language): string =>
  `/?${new URLSearchParams([...choices.map((choice) => [...choice]), ['near', '1'], ...(lang === 'en' ? [['lang', lang]] : [])])}#town`
