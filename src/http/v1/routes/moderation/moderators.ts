import { permission } from '../../../../domain/permissions.ts'

/** The settings of a path on which moderators read what waits for them. */
export const MODERATORS_READ = {
  cost: 'cheap',
  cacheControl: 'private, no-store',
  may: () => permission('moderation:read')
} as const
