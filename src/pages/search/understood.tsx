import type { ComponentChildren } from 'preact'
import type { Language } from '../../domain/language.ts'
import { momentIn } from '../parts/state.tsx'
import { featureLabel, termLabel } from '../parts/terms.ts'
import { WORDING } from '../wording/wording.ts'
import { type Choices, searchAddress, withoutChoices } from './choices.ts'
import type { Facets, Interpreted, Reading, Spot } from './found.ts'
import { timeInWords } from './time-in-words.ts'
import { asTyped, withoutWords } from './typed-words.ts'

type Props = {
  readonly interpreted: Interpreted | undefined
  readonly facets: Facets
  readonly choices: Choices
  readonly lang: Language
}

/** How the question was understood, each part with a link that undoes it. */
export function Understood({ interpreted, facets, choices, lang }: Props) {
  const says = WORDING[lang].search
  const limits = limitsOf(choices, facets, lang)
  if (limits.length === 0 && !interpreted) return null
  return (
    <ul class="understood">
      {limits.map(({ said, without }) => (
        <Line key={said} said={said}>
          <Undo
            href={searchAddress(withoutChoices(choices, without), lang)}
            text={says.takeBack}
            what={said}
          />
        </Line>
      ))}
      {interpreted && <FromWords interpreted={interpreted} choices={choices} lang={lang} />}
    </ul>
  )
}

const Line = ({ said, children }: { readonly said: string; readonly children: ComponentChildren }) => (
  <li>
    <span>{said}</span> {children}
  </li>
)

type UndoProps = { readonly href: string; readonly text: string; readonly what?: string }

/** A link that undoes one part. `what` tells screen readers which part, because several links have the same text. */
const Undo = ({ href, text, what }: UndoProps) => (
  <a href={href}>
    {text}
    {what && <span class="visually-hidden"> : {what}</span>}
  </a>
)

/** The parameters of an address that the form does not show: an area of the map, a position, a moment, a territory. */
function limitsOf(choices: Choices, facets: Facets, lang: Language) {
  const says = WORDING[lang].search
  const { openAt, openNow, department, region } = choices
  const nameOf = (facet: 'department' | 'region', code: string) =>
    facets[facet]?.find((value) => value.code === code)?.label ?? code
  return [
    ...(choices.bbox === undefined ? [] : [{ said: says.inArea, without: ['bbox'] as const }]),
    ...(choices.lat === undefined ? [] : [{ said: says.aroundMe, without: ['lat', 'lon'] as const }]),
    ...(department === undefined
      ? []
      : [{ said: says.inDepartment(nameOf('department', department)), without: ['department'] as const }]),
    ...(region === undefined
      ? []
      : [{ said: says.inRegion(nameOf('region', region)), without: ['region'] as const }]),
    ...(openAt === undefined || openNow !== undefined
      ? []
      : [{ said: momentChosen(openAt, lang), without: ['openAt'] as const }])
  ]
}

/** The chosen time in words. A time chosen in a browser has neither seconds nor an offset. */
export const momentChosen = (openAt: string, lang: Language): string =>
  WORDING[lang].search.openThen(momentIn(lang, openAt, { state: 'open', now: Date.now() }))

type WordsProps = Pick<Props, 'choices' | 'lang'> & { readonly interpreted: Interpreted }

function FromWords({ interpreted, choices, lang }: WordsProps) {
  const says = WORDING[lang].search
  const { where, when, words, ignored = [], ambiguous = [] } = interpreted
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
        <Line said={says.openThen(timeInWords(when, lang))}>
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
      {ignored.length > 0 && <li>{says.ignored(ignored.map((each) => typed(each.typed)))}</li>}
    </>
  )
}

/** Parameters shown here because the cards do not repeat them: price, way of access, accessibility. */
const CONDITIONS: ReadonlySet<string> = new Set(['fee', 'access', 'accessibility'])

const isCondition = ({ codes = [] }: Reading): boolean => CONDITIONS.has(codes[0]?.parameter ?? '')

const isCorrection = ({ as, words = [] }: Reading): boolean => as === 'correction' && words.length > 0

function meaningOf({ codes = [] }: Reading, lang: Language): string {
  const [first] = codes
  if (!first) return ''
  const { parameter, code } = first
  return parameter === 'accessibility' ? featureLabel(code, lang) : termLabel(parameter, code, lang)
}

/** Distances are measured from a town, but places are searched for inside a larger territory. */
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

/** Links to other territories with the name that was understood as a place. */
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
