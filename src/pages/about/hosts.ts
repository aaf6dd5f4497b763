import type { Language } from '../../domain/language.ts'

/** The hosts of origins, for a sentence; empty if there is none. `https://*.example.org` is written `*.example.org`. */
export const hostsOf = (origins: readonly string[], lang: Language): string =>
  new Intl.ListFormat(lang).format(origins.map((origin) => origin.replace(/^https?:\/\//, '')))
