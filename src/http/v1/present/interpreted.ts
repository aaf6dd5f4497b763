import type { Language } from '../../../domain/language.ts'
import { vocabularyOf } from '../../../domain/vocabularies/vocabularies.ts'
import type {
  Meant,
  MeantParameter,
  Reading,
  Spot,
  Typed,
  When,
  Where,
  Words
} from '../../../domain/words/words.ts'

/** How the words were interpreted, so that the user can see and undo it. */
export function presentInterpreted(
  { where, when, nearMe, abroad, ignored, readings }: Words,
  lang: Language
) {
  const said = (parameter: MeantParameter) =>
    readings
      .filter(
        (reading) => reading.as === 'meaning' && reading.codes.some((meant) => meant.parameter === parameter)
      )
      .map((reading) => presentReading(reading, lang))
  return {
    where: where && presentWhere(where),
    when: when && presentWhen(when),
    near_me: nearMe && presentTyped(nearMe),
    abroad: abroad && { ...presentTyped(abroad), name: abroad.name },
    fee: said('fee'),
    access: said('access'),
    accessibility: said('accessibility'),
    words: readings.map((reading) => presentReading(reading, lang)),
    ignored: ignored.map(presentTyped),
    ambiguous: (where?.ambiguous ?? []).map(presentSpot)
  }
}

const presentTyped = ({ typed, undo }: Typed) => ({ typed, undo })

const presentSpot = ({ kind, code, name, department, centre }: Spot) => ({
  ...{ kind, code, name, department },
  location: centre
})

function presentWhere(where: Where) {
  const { postcode, address, also } = where
  return {
    ...{ typed: where.typed, ...presentSpot(where), postcode, address },
    also: also.map(presentSpot),
    undo: where.undo
  }
}

function presentWhen({ at, ...said }: When) {
  const openAt = at && ('instant' in at ? at.instant : 'local' in at ? at.local : null)
  const openBetween = at && 'from' in at ? `${at.from}/${at.to}` : null
  return { ...presentTyped(said), open_at: openAt, open_between: openBetween }
}

function presentReading(reading: Reading, lang: Language) {
  const { as } = reading
  if (as === 'ignored') return { as, ...presentTyped(reading) }
  if (as === 'correction') return { as, ...presentTyped(reading), words: reading.words }
  return {
    as,
    ...presentTyped(reading),
    codes: reading.codes.map(({ parameter, code }) => ({
      parameter,
      code,
      label: labelOf({ parameter, code }, lang)
    }))
  }
}

function labelOf({ parameter, code }: Meant, lang: Language): string {
  const term = vocabularyOf(parameter).terms.find((each) => each.code === code)
  return term?.[lang] ?? code
}
