import { type BaseMap, originsOf } from './base-map.ts'

/**
 * The content security policy of a page: it may load its own files, and the base map from the configured origins.
 * It may not run inline scripts or scripts of other sites, and it sends forms only to this site.
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
