import type { Language } from '../../domain/language.ts'
import { type Implied, isValidOn, type Place } from '../../domain/places/place.ts'
import { CODE_FIELDS } from '../../domain/places/place-codes.ts'
import type { CodeParameter } from '../../domain/vocabularies/term.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { priceItems } from '../parts/facts.tsx'
import { becauseText } from '../parts/fit.ts'
import { WORDING } from '../wording/wording.ts'

type Props = { readonly place: Place; readonly lang: Language }

type Item = { readonly label: string; readonly because: string | null }

/** The services: those that the place declares, then those that its type, name or label implies, with the reason. */
export function Helps({ place, lang }: Props) {
  const helps = itemsOf('service', place.services, place.services_implied, lang)
  if (helps.length === 0) return null
  return (
    <section>
      <h2>{WORDING[lang].place.services}</h2>
      <ul>
        {helps.map((help) => (
          <li key={help.label}>
            <Said {...help} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** The price, for whom the place is, and how it helps. Labels come last, and only if they are valid today. */
export function Practical({ place, lang, today }: Props & { readonly today: string }) {
  const says = WORDING[lang].place
  const valid = place.labels.filter((label) => isValidOn(label, today)).map(({ code }) => code)
  const rows = [
    ['fee', priceItems(place, lang)],
    ['access', itemsOf('access', place.access, [], lang)],
    ['audience', itemsOf('audience', place.audiences, place.audiences_implied, lang)],
    ['need', itemsOf('need', place.needs, [], lang)],
    ['support', itemsOf('support', place.support, [], lang)],
    ['label', itemsOf('label', [...new Set(valid)], [], lang)]
  ] as const
  const known = rows.filter(([, items]) => items.length > 0)
  if (known.length === 0) return null
  return (
    <section>
      <h2>{says.practical}</h2>
      <dl class="facts">
        {known.map(([parameter, items]) => (
          <div key={parameter}>
            <dt>{says[CODE_FIELDS[parameter]]}</dt>
            <dd>
              <Listed items={items} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** One item as text, several as a list, so that screen readers announce how many there are. */
function Listed({ items }: { readonly items: readonly Item[] }) {
  const [only, ...others] = items
  if (only && others.length === 0) return <Said {...only} />
  return (
    <ul>
      {items.map((item) => (
        <li key={item.label}>
          <Said {...item} />
        </li>
      ))}
    </ul>
  )
}

const Said = ({ label, because }: Item) => (
  <>
    {label}
    {because !== null && <span class="because">, {because}</span>}
  </>
)

/** The values of a place in words, first those that it declares, then those that are implied. */
export const itemsOf = (
  parameter: CodeParameter,
  codes: readonly string[],
  implied: readonly Implied[],
  lang: Language
): readonly Item[] => [
  ...codes.map((code) => ({ label: termLabel(parameter, code, lang), because: null })),
  ...implied.map(({ code, because }) => ({
    label: termLabel(parameter, code, lang),
    because: becauseText(because, lang)
  }))
]
