import type { Language } from '../../../domain/language.ts'
import { fieldInWords } from '../../../domain/review/compare-fields.ts'
import type { ReviewedPair, ReviewedRecord, ReviewQuestion } from '../../../domain/review/review.ts'
import { evidenceInWords, levelInWords, misledInWords } from '../../../domain/review/review-words.ts'

export const presentQuestion = (
  { id, records, pairs, fields, misleads }: ReviewQuestion,
  lang: Language
) => ({
  id,
  misleads: {
    ...misleads,
    because: misledInWords(misleads, pairs[0]?.decision.probability ?? 0, lang)
  },
  records: records.map(presentRecord),
  fields: fields.map((each) => ({ ...each, label: fieldInWords(each.field, lang) })),
  pairs: pairs.map((pair) => presentPair(pair, lang))
})

const presentPair = ({ id, distance_m, decision }: ReviewedPair, lang: Language) => ({
  id,
  probability: Math.round(decision.probability * 1_000) / 1_000,
  distance_m: distance_m === null ? null : Math.round(distance_m * 10) / 10,
  reasons: decision.reasons.map(({ evidence, level, value, weight }) => ({
    evidence,
    label: evidenceInWords(evidence, lang),
    value,
    level: levelInWords(evidence, level, lang),
    weight
  }))
})

/** A record without the person in charge, who is not needed to distinguish two places. */
function presentRecord({ member, source, id, url, place, content }: ReviewedRecord) {
  const { name, types, siret, rna = null } = content
  const { street, complement, postcode, city } = content.address
  const { phone, emails, websites } = content.contacts
  return {
    member,
    source,
    id,
    url,
    place,
    name,
    types,
    street,
    complement,
    postcode,
    city,
    phone,
    emails,
    websites,
    siret,
    rna
  }
}
