import { type Accessibility, FEATURES, UNKNOWN_ACCESSIBILITY } from '../domain/vocabularies/accessibility.ts'
import { type Random, weights } from './random.ts'

const WHEELCHAIR = weights<Accessibility['wheelchair']>([
  ['yes', 45],
  ['limited', 15],
  ['no', 15],
  ['unknown', 25]
])

/**
 * For places with accessibility data: the share of places that have the feature, and the share known not to have
 * it.
 */
const SHARES: { readonly [feature in (typeof FEATURES)[number]]: readonly [number, number] } = {
  step_free_entrance: [0.5, 0.2],
  adapted_toilet: [0.35, 0.25],
  adapted_parking: [0.3, 0.2],
  hearing_loop: [0.06, 0.3],
  sign_language: [0.02, 0.2],
  guide_strip: [0.04, 0.3],
  sound_beacon: [0.01, 0.3],
  trained_staff: [0.12, 0.2],
  tactile_or_easy_read: [0.005, 0.1]
}

export function accessibilityOf(random: Random, path: string): Accessibility {
  if (random.chance(0.4)) return UNKNOWN_ACCESSIBILITY
  const features = FEATURES.map((feature) => {
    const [present, absent] = SHARES[feature]
    const chance = random.next()
    return [feature, chance < present ? true : chance < present + absent ? false : null] as const
  })
  return {
    ...UNKNOWN_ACCESSIBILITY,
    wheelchair: random.weighted(WHEELCHAIR),
    ...Object.fromEntries(features),
    sheet: random.chance(0.2) ? `https://example.org/accessibilite/${path}` : null
  }
}
