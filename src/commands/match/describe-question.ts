import type { Language } from '../../domain/language.ts'
import { type Agreement, type ComparedField, fieldInWords } from '../../domain/review/compare-fields.ts'
import type { ReviewedPair, ReviewQuestion } from '../../domain/review/review.ts'
import { evidenceInWords, levelInWords, misledInWords } from '../../domain/review/review-words.ts'

type Screen = {
  readonly lang: Language
  /** Whether differing values are shown in bold. The marks before each line are shown in any case. */
  readonly colours: boolean
  /** Characters per line. */
  readonly width: number
}

const MARKS = { same: '=', differs: '≠', only_one: '·' } satisfies Record<Agreement, string>

/** The records side by side, each line marked, with the reasons of each pair. */
export function describeQuestion(question: ReviewQuestion, screen: Screen): string {
  const { id, records, pairs, fields, misleads } = question
  const { lang } = screen
  const rows: readonly Row[] = [
    { mark: ' ', label: 'source', values: records.map((record) => `${record.source} ${record.id}`) },
    ...fields.map((field) => rowOf(field, lang)),
    { mark: ' ', label: LABELS.place[lang], values: records.map(({ place }) => place) }
  ]
  const numbers = new Map(records.map(({ member }, index) => [member, index + 1]))
  return [
    `${id}  ${misledInWords(misleads, pairs[0]?.decision.probability ?? 0, lang)}`,
    ...tableOf(rows, screen),
    ...pairs.flatMap((pair) => reasonsOf(pair, numbers, lang))
  ].join('\n')
}

type Row = { readonly mark: string; readonly label: string; readonly values: readonly string[] }

const LABELS = {
  place: { fr: 'lieu', en: 'place' },
  unknown: { fr: 'distance inconnue', en: 'distance unknown' },
  apart: { fr: 'de distance', en: 'apart' }
} satisfies Record<string, Record<Language, string>>

const rowOf = ({ field, values, agreement }: ComparedField, lang: Language): Row => ({
  mark: MARKS[agreement],
  label: fieldInWords(field, lang),
  values: values.map((value) => value ?? '–')
})

/** One column per record; if these would be too narrow, one value below another. */
function tableOf(rows: readonly Row[], { colours, width }: Screen): readonly string[] {
  const label = Math.max(...rows.map((row) => row.label.length)) + 3
  const records = rows[0]?.values.length ?? 1
  const column = Math.floor((width - label) / records) - SEPARATOR.length
  return rows.flatMap(({ mark, label: name, values }) => {
    const shown = (text: string) => (colours && mark === MARKS.differs ? `\u001b[1m${text}\u001b[22m` : text)
    if (column < NARROW)
      return [`${mark} ${name}`, ...values.map((value, index) => `    ${index + 1}  ${shown(value)}`)]
    const cells = values.map((value) => linesOf(value, column))
    return Array.from({ length: Math.max(...cells.map(({ length }) => length)) }, (_, line) => {
      const texts = cells.map((lines) => shown((lines[line] ?? '').padEnd(column)))
      return `${(line === 0 ? `${mark} ${name}` : '').padEnd(label)}${texts.join(SEPARATOR)}`.trimEnd()
    })
  })
}

const NARROW = 25

/** Breaks a text at spaces, and words that are longer than a line. */
function linesOf(text: string, width: number): readonly string[] {
  const lines: string[] = ['']
  for (const word of text.split(' ').flatMap((each) => each.match(new RegExp(`.{1,${width}}`, 'gu')) ?? [])) {
    const line = lines.at(-1) ?? ''
    if (line === '') lines[lines.length - 1] = word
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

const SEPARATOR = '  │ '

function reasonsOf(
  { id, distance_m, decision }: ReviewedPair,
  numbers: ReadonlyMap<string, number>,
  lang: Language
): readonly string[] {
  const [one, other] = id.split('-').map((member) => numbers.get(member))
  const away =
    distance_m === null ? LABELS.unknown[lang] : `${Math.round(distance_m)} m ${LABELS.apart[lang]}`
  return [
    `${one}–${other}: ${Math.round(100 * decision.probability)} %, ${away}`,
    ...decision.reasons.map(
      ({ evidence, level, weight }) =>
        `  ${signed(weight)}  ${evidenceInWords(evidence, lang)}: ${levelInWords(evidence, level, lang)}`
    )
  ]
}

const signed = (weight: number): string => `${weight > 0 ? '+' : ''}${weight.toFixed(2)}`.padStart(5)
