import type { Language } from '../../domain/language.ts'
import { territoryAddress } from '../addresses/territory-address.ts'
import { number } from '../wording/number.ts'
import { TERRITORY } from '../wording/territory.ts'
import type { Shown } from './shown.ts'

type Props = {
  readonly id: string
  readonly title: string
  readonly territories: readonly Shown[]
  readonly lang: Language
}

/** A list of territories with links to their pages and the number of places in each; nothing if there is none. */
export function Counts({ id, title, territories, lang }: Props) {
  if (territories.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <ul class="counts many">
        {territories.map((each) => (
          <li key={each.code}>
            <a href={territoryAddress(each, lang)}>
              {each.kind === 'department' && <span class="code">{each.code}</span>}
              <span class="name" lang="fr">
                {each.name}
                {id === 'namesakes' && ` (${each.department})`}
              </span>
              <span class="count">
                <span aria-hidden="true">{number(lang, each.places)}</span>
                <span class="visually-hidden"> {TERRITORY[lang].places(each.places)}</span>
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
