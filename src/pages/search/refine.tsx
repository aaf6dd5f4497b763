import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { isFeature } from '../parts/terms.ts'
import { number } from '../wording/number.ts'
import { WORDING, type Wording } from '../wording/wording.ts'
import { COUNTED } from './asked-of-api.ts'
import { choiceLabel } from './choice-label.ts'
import { CHOICES, type ChoiceName, type Choices, FLAGS, ORDERS, RADII, valuesOf } from './choices.ts'
import type { Facets } from './found.ts'
import { PARTS_OF_DAY, WHENS } from './when.ts'

type Props = {
  readonly choices: Choices
  readonly facets: Facets
  /** Whether distances are known, from a town or a position. */
  readonly placed: boolean
  readonly lang: Language
  /** The text of the button; our script names the number of places. */
  readonly button: string
}

/**
 * The filters, closed until they are opened, so that the first place stays in sight; what is chosen is listed above
 * the places. Each filter is closed too: all together have over a hundred values.
 */
export function Refine({ choices, facets, placed, lang, button }: Props) {
  const says = WORDING[lang]
  return (
    <details class="refine">
      <summary>{says.search.refine}</summary>
      <div class="quick">
        <When choices={choices} lang={lang} />
        {FLAGS.map((name) => {
          const [facet, code] = COUNTED[name]
          return (
            <Box
              key={name}
              id={name}
              name={name}
              value="1"
              chosen={choices[name] !== undefined}
              count={facets[facet] && countOf(facets, facet, code)}
              lang={lang}
            >
              {says.search[name]}
            </Box>
          )
        })}
      </div>
      <div class="groups">
        {CHOICES.map((name) => (
          <Group key={name} name={name} choices={choices} facets={facets} lang={lang} />
        ))}
      </div>
      <Arrange choices={choices} placed={placed} says={says} />
      <button type="submit">{button}</button>
    </details>
  )
}

const countOf = (facets: Facets, facet: string, code: string): number =>
  facets[facet]?.find((value) => value.code === code)?.count ?? 0

type GroupProps = Pick<Props, 'choices' | 'facets' | 'lang'> & { readonly name: ChoiceName }

/**
 * A filter with a box for each value, and the number of places that it would leave. The chosen values are always
 * listed, even if they leave none. The wheelchair is not listed, because it has a box of its own.
 */
function Group({ name, choices, facets, lang }: GroupProps) {
  const says = WORDING[lang].search
  const chosen = valuesOf(choices, name)
  const known = facets[name] ?? []
  const missing = chosen.filter((code) => known.every((value) => value.code !== code))
  const listed = [...missing.map((code) => ({ code, count: 0 })), ...known].filter(
    ({ code }) => (name !== 'accessibility' || isFeature(code)) && !(name === 'type' && code === 'Autre')
  )
  if (listed.length === 0) return null
  // Features are all required. The API counts them without those that are chosen, which would not fit.
  const isCounted = name !== 'accessibility' || (chosen.length === 0 && choices.wheelchair === undefined)
  return (
    <details class="group">
      <summary>
        {says[name]}
        {chosen.length > 0 && <span class="count"> {says.chosenCount(chosen.length)}</span>}
      </summary>
      <fieldset>
        <legend class="visually-hidden">{says[name]}</legend>
        {listed.map(({ code, count }) => (
          <Box
            key={code}
            id={`${name}-${code}`}
            name={name}
            value={code}
            chosen={chosen.includes(code)}
            count={isCounted ? count : undefined}
            lang={lang}
          >
            {choiceLabel(name, code, lang)}
          </Box>
        ))}
      </fieldset>
    </details>
  )
}

type BoxProps = {
  readonly id: string
  readonly name: string
  readonly value: string
  readonly chosen: boolean
  readonly count: number | undefined
  readonly lang: Language
  readonly children: ComponentChildren
}

const Box = ({ id, name, value, chosen, count, lang, children }: BoxProps) => (
  <p class="flag">
    <input type="checkbox" id={id} name={name} value={value} checked={chosen} />
    <label for={id}>
      {children}
      {count !== undefined && <span class="count"> ({number(lang, count)})</span>}
    </label>
  </p>
)

type SelectProps = {
  readonly name: string
  readonly label: string
  readonly chosen: string | undefined
  /** The options as pairs of value and text; the empty value stands for no choice. */
  readonly options: readonly (readonly [value: string, said: string])[]
}

const Select = ({ name, label, chosen = '', options }: SelectProps) => (
  <p>
    <label for={name}>{label}</label>
    <select id={name} name={name}>
      {options.map(([value, said]) => (
        <option key={value} value={value} selected={value === chosen}>
          {said}
        </option>
      ))}
    </select>
  </p>
)

const When = ({ choices: { when, part }, lang }: Pick<Props, 'choices' | 'lang'>) => {
  const says = WORDING[lang].search
  return (
    <>
      <Select
        name="when"
        label={says.when}
        chosen={when}
        options={[['', says.any], ...WHENS.map((each) => [each, capital(says.days[each])] as const)]}
      />
      <Select
        name="part"
        label={says.part}
        chosen={part}
        options={[
          ['', says.allDay],
          ...PARTS_OF_DAY.map((each) => [each, capital(says.parts[each])] as const)
        ]}
      />
    </>
  )
}

type ArrangeProps = Pick<Props, 'choices' | 'placed'> & { readonly says: Wording }

/** The radius and the order. A radius needs a point to measure from. */
function Arrange({ choices: { q, radius, sort }, placed, says: { search: says } }: ArrangeProps) {
  const standard = q !== undefined ? 'relevance' : placed ? 'distance' : 'name'
  const orders = ORDERS.filter((order) =>
    order === 'relevance' ? q !== undefined : order === 'name' || placed
  )
  return (
    <div class="quick">
      {(placed || radius !== undefined) && (
        <Select
          name="radius"
          label={says.howFar}
          chosen={radius}
          options={[['', says.asFarAsNeeded], ...RADII.map((km) => [km, says.upTo(Number(km))] as const)]}
        />
      )}
      <Select
        name="sort"
        label={says.order}
        chosen={sort === standard ? '' : sort}
        options={orders.map((order) => [order === standard ? '' : order, capital(says.orders[order])])}
      />
    </div>
  )
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`
