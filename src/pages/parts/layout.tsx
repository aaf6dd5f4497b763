import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Language } from '../../domain/language.ts'
import { orientationAddress } from '../addresses/answers.ts'
import type { Entry } from '../shell/assets.ts'
import { SOCIAL } from '../shell/images.ts'
import { WORDING, type Wording } from '../wording/wording.ts'
import { SITE_STYLE } from './style.ts'

export type PageProps = {
  readonly lang: Language
  readonly title: string
  readonly description: string
  /** The preferred address of the page; absolute if the public address of the site is known. */
  readonly canonical: string
  /** The same page in the other language. */
  readonly translated: string
  readonly noindex?: boolean
  /** Addresses of style sheets that only this page needs. */
  readonly styles?: readonly string[]
  /** On the page of a place: its schema.org description for search engines. */
  readonly linkedData?: object
  /** The script of the page, if it has one. */
  readonly entry?: Entry | undefined
  /** Data for the script, written as JSON into the element with the id `told`. */
  readonly told?: object
  readonly children: ComponentChildren
}

/** A whole page as HTML. */
export const renderPage = (props: PageProps): string =>
  `<!doctype html>${renderToString(<Page {...props} />)}`

function Page({ children, ...head }: PageProps) {
  const { lang, translated } = head
  const says: Wording = WORDING[lang]
  return (
    <html lang={lang}>
      <Head {...head} />
      <body>
        <a class="skip" href="#content">
          {says.skip}
        </a>
        <header class="site">
          <a class="home" href={lang === 'fr' ? '/' : '/?lang=en'}>
            {says.site}
          </a>
          <a href={orientationAddress({}, lang)}>{says.orientation}</a>
          <a href={translated} lang={lang === 'fr' ? 'en' : 'fr'} hreflang={lang === 'fr' ? 'en' : 'fr'}>
            {says.otherLanguage}
          </a>
        </header>
        <main id="content" tabIndex={-1}>
          {children}
        </main>
        <footer class="site">
          <p>{says.footer}</p>
          <nav aria-label={says.more}>
            <a href={lang === 'fr' ? '/integrer' : '/integrer?lang=en'}>{says.integrate}</a>
            <a href={lang === 'fr' ? '/departements' : '/departements?lang=en'}>{says.departments}</a>
            <a href="/docs">{says.api}</a>
          </nav>
        </footer>
      </body>
    </html>
  )
}

function Head(props: Omit<PageProps, 'children'>) {
  const { lang, title, description, canonical, translated, noindex, styles, linkedData, entry, told } = props
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={canonical} />
      <link rel="alternate" hreflang={lang === 'fr' ? 'en' : 'fr'} href={translated} />
      {noindex && <meta name="robots" content="noindex" />}
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:site_name" content={WORDING[lang].site} />
      <meta property="og:type" content="website" />
      <meta property="og:image" content={besides(canonical, SOCIAL)} />
      <meta property="og:image:alt" content={`${WORDING[lang].site}. ${WORDING[lang].tagline}.`} />
      <meta name="twitter:card" content="summary_large_image" />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={lang === 'fr' ? 'fr_FR' : 'en_GB'} />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#16161d" media="(prefers-color-scheme: dark)" />
      <link rel="icon" href="/pages/icon.svg" type="image/svg+xml" />
      <link rel="apple-touch-icon" href="/pages/icon-192.png" />
      <link rel="manifest" href={`/pages/site.webmanifest?lang=${lang}`} />
      <link rel="stylesheet" href={SITE_STYLE.address} />
      {[...(styles ?? []), ...(entry?.styles ?? [])].map((href) => (
        <link key={href} rel="stylesheet" href={href} />
      ))}
      {linkedData && <DataBlock type="application/ld+json" value={linkedData} />}
      {told && <DataBlock id="told" type="application/json" value={told} />}
      {entry && <script type="module" src={entry.script} />}
    </head>
  )
}

/**
 * Makes the path absolute if the address of the page is, because sites that show link previews do not resolve
 * relative URLs.
 */
const besides = (canonical: string, path: string): string =>
  URL.canParse(canonical) ? new URL(path, canonical).href : path

/** Embeds JSON in the page. `<` is escaped, because the name of a place could contain `</script>`. */
const DataBlock = ({
  value,
  ...named
}: {
  readonly type: string
  readonly id?: string
  readonly value: object
}) => (
  <script {...named} dangerouslySetInnerHTML={{ __html: JSON.stringify(value).replaceAll('<', '\\u003c') }} />
)
