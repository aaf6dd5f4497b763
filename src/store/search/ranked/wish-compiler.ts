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

export type WishCompiler = (filters: Pick<Filters, 'words'>) => Promise<Compiled | null>

/** Makes of words what statements bind, once for all the statements of a question; null without words. */
export function wishCompiler({ terms, openAt }: Deps): WishCompiler {
  const compiled = new WeakMap<Words, Promise<Compiled>>()
  return async ({ words }) => {
    if (!words) return null
    const before = compiled.get(words)
    if (before) return before
    const made = (async () => compile(words, await terms(), await timeOf(words)))()
    compiled.set(words, made)
    made.catch(() => compiled.delete(words))
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

const toOpenAt = (asked: TimeAsked): OpenAt =>
  'from' in asked ? { from: momentOf(asked.from), to: momentOf(asked.to) } : asked

const momentOf = (text: string): Moment => (/T[\d:.]+$/.test(text) ? { local: text } : { instant: text })
