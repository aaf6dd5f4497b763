import { createHash } from 'node:crypto'

/** A style sheet that is served at `path`, and linked to by an address that changes with what it says. */
export type Stylesheet = { readonly path: string; readonly address: string; readonly css: string }

/** Kept for ever by browsers: with a path alone, a new release was shown in the old one's style for a day. */
export const stylesheet = (path: string, css: string): Stylesheet => ({
  path,
  css,
  address: `${path}?v=${createHash('sha256').update(css).digest('hex').slice(0, 8)}`
})
