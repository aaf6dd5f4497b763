/** The source of generated places, so that they are not taken for real ones. */
export const SAMPLE = {
  source: 'sample',
  name: 'Lieux inventés',
  homepage: null,
  licence: 'CC0-1.0',
  // Lower than the priority of any real directory.
  priority: -100,
  // Allowed, because the persons are invented too.
  publishes_persons: true,
  gives: 'places'
} as const
