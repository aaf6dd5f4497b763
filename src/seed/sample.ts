/** The source under which generated places are filed, so that nobody takes them for real ones. */
export const SAMPLE = {
  source: 'sample',
  name: 'Lieux inventés',
  homepage: null,
  licence: 'CC0-1.0',
  // Below any real directory.
  priority: -100,
  // The people are invented too.
  publishes_persons: true,
  gives: 'places'
} as const
