/** What a contribution is about. */
export const CATEGORIES = [
  'hours',
  'services',
  'position',
  'contacts',
  'support',
  'labels',
  'audiences',
  'accessibility',
  'closed',
  'duplicate',
  'person',
  'other'
] as const

export type Category = (typeof CATEGORIES)[number]

export const CONTRIBUTION_KINDS = [
  'report',
  'edit',
  'new_place',
  'closed',
  'duplicate',
  'personal_data'
] as const
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number]

type About = {
  readonly kind: ContributionKind
  /** The fields of the place that may be wrong: its author sees what the directory says there, and since when. */
  readonly fields: readonly string[]
  /** Whether a text is required. The categories `closed` and `person` say enough without one. */
  readonly needsText: boolean
}

const about = (...fields: readonly string[]): About => ({ kind: 'report', fields, needsText: true })

export const ABOUT: Readonly<Record<Category, About>> = {
  hours: about('opening_hours'),
  services: about('services', 'fees'),
  position: about('address', 'location'),
  contacts: about('contacts.phone', 'contacts.emails', 'contacts.websites', 'booking_url'),
  support: about('access', 'support'),
  labels: about('labels'),
  audiences: about('audiences', 'needs'),
  accessibility: about('accessibility'),
  closed: { kind: 'closed', fields: [], needsText: false },
  duplicate: { kind: 'duplicate', fields: [], needsText: true },
  person: { kind: 'personal_data', fields: ['contacts.person'], needsText: false },
  other: about('name', 'types')
}
