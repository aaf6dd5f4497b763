import type { Language } from '../../domain/language.ts'
import { splitBeyond } from '../parts/beyond.ts'
import { Card, type ListedPlace } from '../parts/card.tsx'
import { SITE_STYLE } from '../parts/style.ts'
import { countText } from '../search/count.ts'
import type { Found } from '../search/found.ts'
import { EMBED } from '../wording/embed.ts'
import { WORDING } from '../wording/wording.ts'
import { radiusIn } from './filters.ts'
import { EMBED_STYLE } from './style.ts'

type Props = {
  readonly lang: Language
  readonly filters: URLSearchParams
  readonly found: Found | 'away' | 'refused'
  /** The address of a style sheet with the chosen colours; undefined if none was chosen. */
  readonly colours: string | undefined
}

/** The page with the map component. Inside it is a list of the places, for browsers that do not run scripts. */
export function EmbedPage({ lang, filters, found, colours }: Props) {
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
        {/* Links of the list without script: a place does not fit into somebody else's frame. */}
        <base target="_blank" />
        <link rel="stylesheet" href={SITE_STYLE.address} />
        <link rel="stylesheet" href={EMBED_STYLE.address} />
        {colours && <link rel="stylesheet" href={colours} />}
        <script type="module" src="/embed/annuaire-carte.js" />
      </head>
      <body>
        <main>
          <h1 class="visually-hidden">{says.label}</h1>
          <annuaire-carte lang={lang} {...attributes}>
            <Fallback found={found} filters={filters} lang={lang} />
          </annuaire-carte>
        </main>
      </body>
    </html>
  )
}

function Fallback({ found, filters, lang }: Pick<Props, 'found' | 'filters' | 'lang'>) {
  const [says, labels] = [EMBED[lang], WORDING[lang]]
  if (typeof found === 'string') return <p role="alert">{says[found]}</p>
  const { inside, beyond, unsure } = splitBeyond(found.items, found.within !== undefined)
  return (
    <section aria-labelledby="count">
      <h2 id="count">{countText(found, radiusIn(filters), lang)}</h2>
      <p class="hint">{says.needsScript}</p>
      <Places items={inside} lang={lang} />
      {beyond.length > 0 && <h2>{labels.search.farther}</h2>}
      <Places items={beyond} lang={lang} />
      {unsure.length > 0 && <h2>{labels.search.unsure}</h2>}
      <Places items={unsure} lang={lang} />
      <p>
        <a href={lang === 'fr' ? '/' : '/?lang=en'}>{says.whole}</a>
      </p>
    </section>
  )
}

const Places = ({ items, lang }: { readonly items: readonly ListedPlace[]; readonly lang: Language }) =>
  items.length === 0 ? null : (
    <ol class="places">
      {items.map((place) => (
        <li key={place.id}>
          <Card place={place} lang={lang} says={WORDING[lang]} />
        </li>
      ))}
    </ol>
  )

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements {
      'annuaire-carte': HTMLAttributes<HTMLElement> & Readonly<Record<string, unknown>>
    }
  }
}
