import type { ComponentChildren } from 'preact'
import { renderToString } from 'preact-render-to-string'
import type { Language } from '../../domain/language.ts'
import { orientationAddress } from '../addresses/answers.ts'
import { inLanguage, PARTICIPATION_PAGES, type PlainPage, pageAddress } from '../addresses/pages.ts'
import { proposalAddress } from '../addresses/report-address.ts'
import { Participating } from '../report-link.tsx'
import type { Entry } from '../shell/assets.ts'
import { type PreviewImage, SOCIAL } from '../shell/images.ts'
import type { Site } from '../shell/site.ts'
import { CHANGES } from '../wording/changes.ts'
import { FOOT } from '../wording/foot.ts'
import { WORDING, type Wording } from '../wording/wording.ts'
import { SITE_STYLE } from './style.ts'

export type PageProps = {
  readonly lang: Language
  readonly site: Site
  readonly title: string
  readonly description: string
  /** The preferred address of the page; absolute if the public address of the site is known. */
  readonly canonical: string
  /** The same page in the other language. */
  readonly translated: string
  readonly noindex?: boolean
  /** The address of the feed of changes in what the page shows. */
  readonly feed?: string
  /** Addresses of style sheets that only this page needs. */
  readonly styles?: readonly string[]
  /** The path of the image in previews of shared links, and its text; the image of the site, if left out. */
  readonly image?: PreviewImage | undefined
  /** The schema.org description for search engines. */
  readonly linkedData?: object
  /** The script of the page, if it has one. */
  readonly entry?: Entry | undefined
  /** Data for the script, written as JSON into the element with the id `told`. */
  readonly told?: object
  readonly children: ComponentChildren
}

/** Renders a complete page as HTML. */
export const renderPage = (props: PageProps): string =>
  `<!doctype html>${renderToString(<Page {...props} />)}`

function Page({ children, site, ...head }: PageProps) {
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
          <Participating.Provider value={site.participation}>{children}</Participating.Provider>
        </main>
        <Footer lang={lang} site={site} />
      </body>
    </html>
  )
}

/** The links that every page of a public site has, and the conformity that French law wants on each of its pages. */
function Footer({ lang, site }: Pick<PageProps, 'lang' | 'site'>) {
  const says = WORDING[lang]
  const foot = FOOT[lang]
  const link = (page: PlainPage, text: string) => (
    <li>
      <a href={pageAddress(page, lang)}>{text}</a>
    </li>
  )
  return (
    <footer class="site">
      <p>{says.footer}</p>
      <nav aria-label={says.more}>
        <ul>
          {link('integrate', says.integrate)}
          {link('departments', says.departments)}
          {link('data', foot.data)}
          {site.participation && (
            <li>
              <a href={proposalAddress(lang)}>{foot.propose}</a>
            </li>
          )}
        </ul>
      </nav>
      <nav aria-label={foot.site}>
        <ul>
          {link('about', foot.about)}
          {link('contact', foot.contact)}
          {link('sources', foot.sources)}
          {link('legal', foot.legal)}
          {link('privacy', foot.privacy)}
          {site.participation && (
            <li>
              <a href={inLanguage(PARTICIPATION_PAGES.notice, lang)}>{foot.notice}</a>
            </li>
          )}
          {site.participation && (
            <li>
              {/* The same for all readers, because public pages read no cookie: it leads to signing in where needed. */}
              <a href={inLanguage(PARTICIPATION_PAGES.account, lang)}>{foot.account}</a>
            </li>
          )}
          {link('accessibility', foot.accessibility[site.accessibility.status ?? 'undeclared'])}
        </ul>
      </nav>
    </footer>
  )
}

function Head(props: Omit<PageProps, 'children' | 'site'>) {
  const { lang, title, description, canonical, noindex, feed, styles, linkedData, entry, told } = props
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <title>{title}</title>
      <meta name="description" content={description} />
      <link rel="canonical" href={canonical} />
      <Translations {...props} />
      {feed !== undefined && (
        <link rel="alternate" type="application/atom+xml" title={CHANGES[lang].follow} href={feed} />
      )}
      {noindex && <meta name="robots" content="noindex" />}
      <Preview {...props} />
      <meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)" />
      <meta name="theme-color" content="#16161d" media="(prefers-color-scheme: dark)" />
      <link rel="icon" href="/favicon.ico" sizes="32x32" />
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

type Addresses = Pick<PageProps, 'lang' | 'canonical' | 'translated'>

/**
 * The page in both languages. The French address has no `lang`, so it answers in the language that the browser prefers:
 * search engines should offer it to readers of every other language.
 */
function Translations({ lang, canonical, translated }: Addresses) {
  const other = besides(canonical, translated)
  const [fr, en] = lang === 'fr' ? [canonical, other] : [other, canonical]
  return (
    <>
      <link rel="alternate" hreflang="fr" href={fr} />
      <link rel="alternate" hreflang="en" href={en} />
      <link rel="alternate" hreflang="x-default" href={fr} />
    </>
  )
}

/** What sites show of a shared link (https://ogp.me). Twitter reads the same properties. */
function Preview({ lang, title, description, canonical, image }: Omit<PageProps, 'children' | 'site'>) {
  const says = WORDING[lang]
  const { path, text } = image ?? { path: SOCIAL, text: `${says.site}. ${says.tagline}.` }
  return (
    <>
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:site_name" content={says.site} />
      <meta property="og:type" content="website" />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={lang === 'fr' ? 'fr_FR' : 'en_GB'} />
      <meta property="og:locale:alternate" content={lang === 'fr' ? 'en_GB' : 'fr_FR'} />
      <meta property="og:image" content={besides(canonical, path)} />
      <meta property="og:image:type" content="image/png" />
      <meta property="og:image:width" content="1200" />
      <meta property="og:image:height" content="630" />
      <meta property="og:image:alt" content={text} />
      <meta name="twitter:card" content="summary_large_image" />
    </>
  )
}

/**
 * Makes a path absolute if the canonical address of the page is absolute, because sites that show link previews do
 * not resolve relative URLs.
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
