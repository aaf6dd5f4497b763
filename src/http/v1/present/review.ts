import type { ReviewedRecord, ReviewPair } from '../../../domain/review/review.ts'

export const presentPair = ({ id, records, distance_m, decision }: ReviewPair) => ({
  id,
  probability: Math.round(decision.probability * 1_000) / 1_000,
  distance_m: distance_m === null ? null : Math.round(distance_m * 10) / 10,
  records: records.map(presentRecord),
  reasons: decision.reasons
})

/** A record without the person in charge, who is not needed to distinguish two places. */
function presentRecord({ source, id, url, place, content }: ReviewedRecord) {
  const { name, types, siret, rna = null } = content
  const { street, complement, postcode, city } = content.address
  const { phone, emails, websites } = content.contacts
  return {
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
