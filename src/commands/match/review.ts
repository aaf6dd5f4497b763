import { createInterface } from 'node:readline'
import type { Language } from '../../domain/language.ts'
import type { Reviewer, ReviewPosition, ReviewQuestion, ReviewVerdict } from '../../domain/review/review.ts'
import { print } from '../shell/print.ts'
import { describeQuestion } from './describe-question.ts'

/** Number of pairs fetched at a time. */
const PAGE = 50

const KEYS: Readonly<Record<string, ReviewVerdict | 'skip' | 'quit'>> = {
  s: 'same',
  d: 'different',
  u: 'undo',
  n: 'skip',
  q: 'quit'
}

const HELP = {
  en: '[s]ame  [d]ifferent  [n]ext without deciding  [u]ndo the last decision  [q]uit',
  fr: '[s] même lieu  [d] lieux différents  [n] suivant sans décider  [u] annuler la dernière décision  [q] quitter'
} satisfies Record<Language, string>

const LEAVE_OUT = {
  en: '[1]…[8] leave a record out of the decision, or back in',
  fr: '[1]…[8] laisser une fiche hors de la décision, ou la reprendre'
} satisfies Record<Language, string>

/** Shows one question after another, and records the decisions that the user makes with single keys. */
export async function review(questions: Reviewer, by: string, lang: Language): Promise<void> {
  const keys = pressedKeys()
  let decided: string | null = null
  let count = 0
  try {
    for await (const question of queue(questions)) {
      print(`\n${screenOf(question, lang)}\n`)
      const without = new Set<string>()
      for (;;) {
        const key: string = (await keys.next()).value ?? 'q'
        const pressed = KEYS[key]
        if (pressed === 'quit') return
        if (pressed === 'skip') break
        if (pressed === 'undo') {
          if (decided !== null) await questions.decide(decided, 'undo', by)
          print(decided === null ? 'Nothing to undo.\n' : `Undone: ${decided}\n`)
          count -= decided === null ? 0 : 1
          decided = null
        } else if (pressed === undefined) {
          print(toggled(without, question, key))
        } else {
          decided = (await questions.decide(question.id, pressed, by, [...without])).id
          print(`${decided}: ${pressed}\n`)
          count++
          break
        }
      }
    }
    print('\nNo more questions to decide.\n')
  } finally {
    await keys.return(undefined)
    print(`${count} decided.\n`)
  }
}

const screenOf = (question: ReviewQuestion, lang: Language): string => {
  const { isTTY, columns } = process.stdout
  const text = describeQuestion(question, { lang, colours: isTTY === true, width: columns ?? PLAIN_WIDTH })
  const isGroup = question.records.length > 2
  return [text, ...(isGroup ? [LEAVE_OUT[lang]] : []), HELP[lang]].join('\n')
}

/** Width of lines that are not written to a terminal. */
const PLAIN_WIDTH = 120

/** Excludes a member from the decision, or includes it again; at least two members remain. */
function toggled(without: Set<string>, { records }: ReviewQuestion, key: string): string {
  const member = records[Number(key) - 1]?.member
  if (member === undefined || records.length === 2) return ''
  if (!without.delete(member) && without.size < records.length - 2) without.add(member)
  const left = records
    .filter((record) => !without.has(record.member))
    .map((each) => records.indexOf(each) + 1)
  return `Decide about ${left.join(', ')}.\n`
}

async function* queue(questions: Reviewer): AsyncGenerator<ReviewQuestion> {
  let after: ReviewPosition | null = null
  do {
    const { items, next }: Awaited<ReturnType<Reviewer['page']>> = await questions.page(after, PAGE)
    yield* items
    after = next
  } while (after !== null)
}

/** Yields single key presses on a terminal; otherwise the letters of the input, until it ends. */
async function* pressedKeys(): AsyncGenerator<string, undefined> {
  const { stdin } = process
  if (!stdin.isTTY) {
    for await (const line of createInterface({ input: stdin })) yield* line
    return
  }
  stdin.setRawMode(true)
  try {
    for await (const chunk of stdin) {
      // In raw mode, Ctrl-C no longer ends the process.
      for (const key of String(chunk)) yield key === '\u0003' ? 'q' : key
    }
  } finally {
    stdin.setRawMode(false)
  }
  return
}
