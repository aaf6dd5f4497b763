/** The source of generated places. It marks them as invented, so that nobody takes them for real places. */
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
