import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { termLabel } from '../../domain/vocabularies/term-label.ts'
import { featureLabel } from '../parts/terms.ts'
import { WORDING } from '../wording/wording.ts'
import { type Choices, searchAddress } from './choices.ts'
import type { Interpreted, Reading, Spot } from './found.ts'
import { isNow, timeInWords } from './time-in-words.ts'
import { asTyped, withoutWords } from './typed-words.ts'

type Props = {
  readonly interpreted: Interpreted | undefined
  readonly choices: Choices
  readonly lang: Language
}

/** Shows how the words of the question were understood. Each part has a link that undoes it. */
export function Understood({ interpreted, choices, lang }: Props) {
  return interpreted ? (
    <ul class="understood">
      <FromWords interpreted={interpreted} choices={choices} lang={lang} />
    </ul>
  ) : null
}

type LineProps = {
  readonly said: string
  /** Whether this is only true for now, so that it is not printed. */
  readonly passing?: boolean
  readonly children: ComponentChildren
}

const Line = ({ said, passing = false, children }: LineProps) => (
  <li class={passing ? 'passing' : undefined}>
    <span>{said}</span> {children}
  </li>
)

type UndoProps = { readonly href: string; readonly text: string; readonly what?: string }

/**
 * A link that undoes one part. `what` names the part for screen readers, because several links have the same text.
 */
const Undo = ({ href, text, what }: UndoProps) => (
  <a href={href}>
    {text}
    {what && <span class="visually-hidden"> : {what}</span>}
  </a>
)

type WordsProps = Pick<Props, 'choices' | 'lang'> & { readonly interpreted: Interpreted }

function FromWords({ interpreted, choices, lang }: WordsProps) {
  const says = WORDING[lang].search
  const { where, when, abroad, words, ignored = [], ambiguous = [] } = interpreted
  const also = where?.also?.map(({ name }) => name) ?? []
  const { cursor: _cursor, q: asked = '', ...kept } = choices
  const ask = (q: string) => searchAddress({ ...kept, q }, lang)
  const typed = (text: string) => asTyped(asked, text)
  return (
    <>
      {where && (
        <Line
          said={
            isPoint(where)
              ? says.located(distinct(where, ambiguous, lang), also)
              : says.inside([where.name, ...also])
          }
        >
          <Undo href={ask(where.undo)} text={says.notAsPlace(typed(where.typed))} />
        </Line>
      )}
      {where && <Homonyms where={where} others={ambiguous} ask={ask} kept={kept} lang={lang} />}
      {when && (
        <Line said={says.openThen(timeInWords(when, lang))} passing={isNow(when)}>
          <Undo href={ask(withoutWords(when))} text={says.takeBack} what={typed(when.typed)} />
        </Line>
      )}
      {words.filter(isCondition).map((reading) => (
        <Line key={reading.typed} said={meaningOf(reading, lang)}>
          <Undo href={ask(withoutWords(reading))} text={says.takeBack} what={typed(reading.typed)} />
        </Line>
      ))}
      {words.filter(isCorrection).map((reading) => (
        <Line key={reading.typed} said={says.corrected(typed(reading.typed), reading.words?.[0] ?? '')}>
          <Undo href={ask(reading.undo)} text={says.literally(typed(reading.typed))} />
        </Line>
      ))}
      {words.filter(isRefused).map((reading) => (
        <Line key={reading.typed} said={says.leftOut(typed(reading.typed))}>
          <Undo href={ask(withoutWords(reading))} text={says.takeBack} what={typed(reading.typed)} />
        </Line>
      ))}
      {abroad && <li>{says.abroad(abroad.name)}</li>}
      {ignored.length > 0 && <li>{says.ignored(ignored.map((each) => typed(each.typed)))}</li>}
    </>
  )
}

/**
 * Parameters whose interpretation is shown here, because the cards do not repeat them: price, way of access,
 * accessibility.
 */
const CONDITIONS: ReadonlySet<string> = new Set(['fee', 'access', 'accessibility'])

const isCondition = ({ as, codes = [] }: Reading): boolean =>
  as === 'meaning' && CONDITIONS.has(codes[0]?.parameter ?? '')

const isRefused = ({ as }: Reading): boolean => as === 'refused'

const isCorrection = ({ as, words = [] }: Reading): boolean => as === 'correction' && words.length > 0

function meaningOf({ codes = [] }: Reading, lang: Language): string {
  const [first] = codes
  if (!first) return ''
  const { parameter, code } = first
  return parameter === 'accessibility' ? featureLabel(code, lang) : termLabel(parameter, code, lang)
}

/**
 * Whether the search measures distances from this territory. It does so for a town or a postcode; in larger
 * territories, it searches for places inside.
 */
const isPoint = ({ kind }: Spot): boolean => kind === 'commune' || kind === 'postcode'

/** The name of a territory, with its département if other towns have the same name. */
function distinct({ kind, name, department }: Spot, others: readonly Spot[], lang: Language): string {
  const isOneOfMany = kind === 'commune' && department && others.some((other) => other.kind === 'commune')
  return isOneOfMany ? WORDING[lang].search.homonym(name, kind, department) : name
}

type HomonymsProps = {
  readonly where: NonNullable<Interpreted['where']>
  readonly others: readonly Spot[]
  readonly ask: (q: string) => string
  readonly kept: Choices
  readonly lang: Language
}

/** Links to other territories that have the same name as the one that was understood. */
function Homonyms({ where, others, ask, kept, lang }: HomonymsProps) {
  const says = WORDING[lang].search
  const rest = withoutWords(where)
  const linked = others.flatMap((spot) => {
    const { kind, code, name, department } = spot
    if (kind === 'commune' && department) return [{ spot, href: ask(`${rest} ${name} ${department}`.trim()) }]
    if (kind !== 'department' && kind !== 'region') return []
    return [{ spot, href: searchAddress({ ...kept, ...(rest && { q: rest }), [kind]: code }, lang) }]
  })
  return linked.length === 0 ? null : (
    <li class="homonyms">
      <span>{says.whichOne(where.name)}</span>{' '}
      {linked.map(({ spot, href }) => (
        <a key={`${spot.kind} ${spot.code}`} href={href}>
          {says.homonym(spot.name, spot.kind, spot.department)}
        </a>
      ))}
    </li>
  )
}
