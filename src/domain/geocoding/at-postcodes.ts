import type { PostcodeCentres } from './geocoder.ts'
import type { Outcome } from './locate.ts'

/**
 * Positions of addresses without a known commune: the centre of each postcode. No geocoder is called, because without
 * a commune its answer could not be checked. If a centre is missing, it may be loaded later, so `again` is set.
 */
export async function atPostcodes(
  postcodes: readonly string[],
  centresOf: PostcodeCentres
): Promise<ReadonlyMap<string, Outcome>> {
  const distinct = [...new Set(postcodes)]
  if (distinct.length === 0) return new Map()
  const centres = await centresOf(distinct)
  return new Map(
    distinct.map((postcode): readonly [string, Outcome] => {
      const centre = centres.get(postcode)
      if (centre === undefined) return [postcode, { geocoded: null, again: true }]
      const { lat, lon } = centre
      const found = { precision: 'postcode', provider: 'communes', type: 'postcode' } as const
      return [
        postcode,
        { geocoded: { lat, lon, ...found, score: null, at: null, key: postcode }, again: false }
      ]
    })
  )
}
