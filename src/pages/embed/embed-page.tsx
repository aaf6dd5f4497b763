import type { Language } from '../../domain/language.ts'
import { SITE_STYLE } from '../parts/style.ts'
import { countText } from '../search/count.ts'
import type { Found } from '../search/found.ts'
import { EMBED } from '../wording/embed.ts'
import { EmbeddedLists } from './embed-list.tsx'
import { radiusIn } from './filters.ts'
import { EMBED_STYLE } from './style.ts'

type Props = {
  readonly lang: Language
  readonly filters: URLSearchParams
  readonly found: Found | 'away' | 'refused'
  /** Whether there is a search field. */
  readonly isSearched: boolean
  /** The address of a style sheet with the chosen colours; undefined if none was chosen. */
  readonly colours: string | undefined
}

/** The page with the map component. Inside it is a list of the places, for browsers that do not run scripts. */
export function EmbedPage({ lang, filters, found, colours, isSearched }: Props) {
  const says = EMBED[lang]
  const attributes: Record<string, string> = {}
  for (const name of new Set(filters.keys())) attributes[name] = filters.getAll(name).join(' ')
  return (
    <html lang={lang}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <title>{says.label}</title>
        <link rel="icon" href="/pages/icon.svg" type="image/svg+xml" />
        {/* Links in the list for browsers without scripts open in a new tab, because a place does not fit into a
            frame on another site. */}
        <base target="_blank" />
        <link rel="stylesheet" href={SITE_STYLE.address} />
        <link rel="stylesheet" href={EMBED_STYLE.address} />
        {colours && <link rel="stylesheet" href={colours} />}
        <script type="module" src="/embed/annuaire-carte.js" />
      </head>
      <body>
        <main>
          <h1 class="visually-hidden">{says.label}</h1>
          <annuaire-carte lang={lang} {...attributes} {...(isSearched && { search: '' })}>
            <Fallback found={found} filters={filters} lang={lang} />
          </annuaire-carte>
        </main>
      </body>
    </html>
  )
}

function Fallback({ found, filters, lang }: Pick<Props, 'found' | 'filters' | 'lang'>) {
  const says = EMBED[lang]
  if (typeof found === 'string') return <p role="alert">{says[found]}</p>
  return (
    <section aria-labelledby="count">
      <h2 id="count">{countText(found, radiusIn(filters), lang)}</h2>
      <p class="hint">{says.needsScript}</p>
      <EmbeddedLists items={found.items} hasRadius={found.within !== undefined} origin="" lang={lang} />
      <p>
        <a href={lang === 'fr' ? '/' : '/?lang=en'}>{says.whole}</a>
      </p>
    </section>
  )
}

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'annuaire-carte': HTMLAttributes<HTMLElement> & Readonly<Record<string, unknown>>
    }
  }
}
