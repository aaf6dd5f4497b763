import type { Language } from '../../domain/language.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { codesOf } from '../../domain/vocabularies/vocabularies.ts'
import { inSentence } from '../wording/in-sentence.ts'
import { number } from '../wording/number.ts'
import { TERRITORY } from '../wording/territory.ts'
import type { Facts } from './read-facts.ts'
import { searchIn } from './search-in.ts'

type Props = { readonly facts: Pick<Facts, 'territory' | 'services'>; readonly lang: Language }

/** The services on offer in a territory, the most frequent first, and those that no place there is known to offer. */
export function Needs({ facts: { territory, services }, lang }: Props) {
  const says = TERRITORY[lang]
  const offered = new Set(services.map(({ code }) => code))
  const missing = codesOf('service').filter((code) => !offered.has(code))
  return (
    <section aria-labelledby="needs">
      <h2 id="needs">{says.needs}</h2>
      {services.length === 0 ? (
        <p>{says.needsNone}</p>
      ) : (
        <>
          <ul class="counts">
            {services.map(({ code, count }) => (
              <li key={code}>
                <a href={searchIn(territory, { service: code }, lang)}>
                  <span class="name">{termLabel('service', code, lang)}</span>
                  <span class="count">
                    {number(lang, count)}
                    <span class="visually-hidden"> {count > 1 ? WORD[lang][1] : WORD[lang][0]}</span>
                  </span>
                </a>
              </li>
            ))}
          </ul>
          {missing.length > 0 && (
            <p class="hint">
              {says.missing(missing.map((code) => inSentence(termLabel('service', code, lang))))}
            </p>
          )}
        </>
      )}
    </section>
  )
}

const WORD = { fr: ['lieu', 'lieux'], en: ['place', 'places'] } as const
