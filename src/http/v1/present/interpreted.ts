import type { Language } from '../../../domain/language.ts'
import { vocabularyOf } from '../../../domain/vocabularies/vocabularies.ts'
import type { Meant, Reading, Words } from '../../../domain/words/words.ts'

/** How the words were interpreted, so that the user can see and undo it. */
export function presentInterpreted({ where, readings }: Words, lang: Language) {
  return {
    where: where && {
      typed: where.typed,
      kind: where.kind,
      code: where.code,
      name: where.name,
      location: where.centre,
      undo: where.undo
    },
    words: readings.map((reading) => presentReading(reading, lang))
  }
}

function presentReading(reading: Reading, lang: Language) {
  if (reading.as !== 'meaning') return reading
  const { codes, ...rest } = reading
  return { ...rest, codes: codes.map((meant) => ({ ...meant, label: labelOf(meant, lang) })) }
}

function labelOf({ parameter, code }: Meant, lang: Language): string {
  const term = vocabularyOf(parameter).terms.find((each) => each.code === code)
  return term?.[lang] ?? code
}
