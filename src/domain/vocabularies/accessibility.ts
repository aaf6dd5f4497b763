/**
 * Features that a place has, does not have, or does not mention; the three values are kept apart everywhere.
 */
export const FEATURES = [
  'step_free_entrance',
  'adapted_toilet',
  'adapted_parking',
  'hearing_loop',
  'sign_language',
  'guide_strip',
  'sound_beacon',
  'trained_staff',
  'tactile_or_easy_read'
] as const

export type Feature = (typeof FEATURES)[number]

/** The values of the parameter `accessibility`: the features, and the wheelchair value of the whole place. */
export const SEARCHABLE_FEATURES = ['wheelchair', ...FEATURES] as const
export type SearchableFeature = (typeof SEARCHABLE_FEATURES)[number]

export type Accessibility = {
  /** OpenStreetMap's wheelchair=*: `limited` means accessible with help, or not everywhere. */
  readonly wheelchair: 'yes' | 'limited' | 'no' | 'unknown'
  /** Address of the place's acceslibre sheet. */
  readonly sheet: string | null
} & { readonly [feature in Feature]: boolean | null }

export const UNKNOWN_ACCESSIBILITY: Accessibility = {
  wheelchair: 'unknown',
  step_free_entrance: null,
  adapted_toilet: null,
  adapted_parking: null,
  hearing_loop: null,
  sign_language: null,
  guide_strip: null,
  sound_beacon: null,
  trained_staff: null,
  tactile_or_easy_read: null,
  sheet: null
}

/** The features that a place is known to have, and the features that it is known not to have. */
export function knownFeatures(accessibility: Accessibility): {
  readonly present: readonly SearchableFeature[]
  readonly absent: readonly SearchableFeature[]
} {
  const wheelchair = accessibility.wheelchair
  return {
    present: [
      ...(wheelchair === 'yes' ? (['wheelchair'] as const) : []),
      ...FEATURES.filter((feature) => accessibility[feature] === true)
    ],
    absent: [
      ...(wheelchair === 'no' ? (['wheelchair'] as const) : []),
      ...FEATURES.filter((feature) => accessibility[feature] === false)
    ]
  }
}
