import type { Language } from '../../domain/language.ts'
import { WORDING } from '../wording/wording.ts'
import { type Choices, ORDERS, RADII, searchAddress, withoutChoices } from './choices.ts'

type Props = {
  readonly choices: Choices
  /** Whether distances are known, from a town or a position. */
  readonly placed: boolean
  readonly lang: Language
}

/** Choice of the radius and the order. The options are links, so that they need no button and no script. */
export function Arrange({ choices, placed, lang }: Props) {
  const says = WORDING[lang].search
  const { cursor: _cursor, ...kept } = choices
  const { radius, sort } = kept
  const byWords = kept.q !== undefined
  const orders = ORDERS.filter((order) => (order === 'relevance' ? byWords : order === 'name' || placed))
  const current = sort ?? (byWords ? 'relevance' : placed ? 'distance' : 'name')
  return (
    <details class="arrange" open={radius !== undefined || sort !== undefined}>
      <summary>{says.arrange}</summary>
      {placed && (
        <Options
          title={says.howFar}
          options={[undefined, ...RADII].map((km) => ({
            said: km === undefined ? says.asFarAsNeeded : says.upTo(Number(km)),
            chosen: radius === km,
            href: addressWith(kept, 'radius', km, lang)
          }))}
        />
      )}
      <Options
        title={says.order}
        options={orders.map((order) => ({
          said: says.orders[order],
          chosen: order === current,
          href: addressWith(kept, 'sort', order, lang)
        }))}
      />
    </details>
  )
}

const addressWith = (
  choices: Choices,
  name: 'radius' | 'sort',
  value: string | undefined,
  lang: Language
): string =>
  searchAddress({ ...withoutChoices(choices, [name]), ...(value !== undefined && { [name]: value }) }, lang)

type Option = { readonly said: string; readonly chosen: boolean; readonly href: string }

const Options = ({ title, options }: { readonly title: string; readonly options: readonly Option[] }) => (
  <nav aria-label={title}>
    <span>{title}</span>
    <ul>
      {options.map(({ said, chosen, href }) => (
        <li key={said}>
          <a href={href} aria-current={chosen ? 'true' : undefined}>
            {said}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)
