import { createHash } from 'node:crypto'

/** A style sheet. It is served at `path`; pages link to `address`, which changes with its content. */
export type Stylesheet = { readonly path: string; readonly address: string; readonly css: string }

/**
 * Creates a style sheet. Its address has a hash, so that browsers can cache it for ever. Without a hash, browsers
 * showed a new release with the style of the old one for a day.
 */
export const stylesheet = (path: string, css: string): Stylesheet => ({
  path,
  css,
  address: `${path}?v=${createHash('sha256').update(css).digest('hex').slice(0, 8)}`
})
