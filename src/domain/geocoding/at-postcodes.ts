import type { PostcodeCentres } from './geocoder.ts'
import type { Outcome } from './locate.ts'

/**
 * Positions, by postcode, for addresses without a known commune. No geocoder is called: without a commune, its
 * answer could not be checked. Centres that are missing may be loaded later.
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
