import type { Moment, OpenAt, OpenFilter } from '../../../domain/opening/open-at.ts'

import type { Filters } from '../../../domain/search/search-question.ts'
import type { TimeAsked, Words } from '../../../domain/words/words.ts'
import type { OpenSchedules } from '../../hours/open-schedules.ts'
import type { TermIds } from '../../vocabularies/term-ids.ts'
import { type Compiled, compile } from './compile.ts'

type Deps = {
  readonly terms: () => Promise<TermIds>
  readonly openAt: (open: OpenFilter) => Promise<OpenSchedules>
}

export type WishCompiler = (filters: Pick<Filters, 'words' | 'absent'>) => Promise<Compiled | null>

/**
 * Returns a function that converts words to parameters of statements, once for all statements of a question. It
 * returns null if there are no words.
 */
export function wishCompiler({ terms, openAt }: Deps): WishCompiler {
  const compiled = new WeakMap<Words, Map<string, Promise<Compiled>>>()
  return async ({ words, absent = [] }) => {
    if (!words) return null
    const known = compiled.get(words) ?? new Map<string, Promise<Compiled>>()
    compiled.set(words, known)
    const before = known.get(absent.join())
    if (before) return before
    const made = (async () => compile({ words, absent }, await terms(), await timeOf(words)))()
    known.set(absent.join(), made)
    made.catch(() => known.delete(absent.join()))
    return made
  }

  async function timeOf({ when }: Words) {
    const at = when?.at ? toOpenAt(when.at) : null
    if (at === null) return null
    const [open, notClosed] = await Promise.all([
      openAt({ at, unknown: 'exclude' }),
      openAt({ at, unknown: 'include' })
    ])
    return { open, notClosed }
  }
}

function toOpenAt(asked: TimeAsked): OpenAt {
  if (!('from' in asked)) return asked
  const { from, to } = asked.core ?? asked
  return { from: momentOf(from), to: momentOf(to) }
}

const momentOf = (text: string): Moment => (/T[\d:.]+$/.test(text) ? { local: text } : { instant: text })
