import { LABELS_ELSEWHERE } from './labels-elsewhere.ts'
import { PROGRAMMES } from './labels-programmes.ts'
import { TRAININGS } from './labels-trainings.ts'
import type { Term, Vocabulary } from './term.ts'

/** The standard writes these two lists with straight apostrophes; we show typographic ones. */
const inStandard = (field: 'dispositif_programmes_nationaux' | 'formations_labels') => (term: Term) => ({
  ...term,
  field,
  standard: term.fr.replaceAll('’', "'")
})

export const LABELS: Vocabulary = {
  name: 'labels',
  parameter: 'label',
  fr: 'Programmes, formations et labels',
  en: 'Programmes, trainings and labels',
  terms: [
    ...PROGRAMMES.map(inStandard('dispositif_programmes_nationaux')),
    ...TRAININGS.map(inStandard('formations_labels')),
    ...LABELS_ELSEWHERE.map((term): Term => ({ ...term, field: 'autres_formations_labels' }))
  ]
}
