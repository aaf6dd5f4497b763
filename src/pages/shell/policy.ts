import { type BaseMap, originsOf } from './base-map.ts'

/**
 * What a page may load: its own files, and the base map from the configured origins. No inline scripts and
 * none from elsewhere; forms are sent only to this site.
 */
export function policyFor(base: BaseMap): string {
  const map = originsOf(base).map((origin) => ` ${origin}`)
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: blob:${map.join('')}`,
    `connect-src 'self'${map.join('')}`,
    "worker-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'"
  ].join('; ')
}
