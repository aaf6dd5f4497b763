import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { showAbout } from './about/show-about.tsx'
import { showAccessibility } from './about/show-accessibility.tsx'
import { showLegal } from './about/show-legal.tsx'
import { showPrivacy } from './about/show-privacy.tsx'
import { PAGES, type PageName } from './addresses/pages.ts'
import { showContact } from './contact/show-contact.tsx'
import { showData } from './data/show-data.tsx'
import { showDepartments } from './departments/departments.tsx'
import { embedFiles, showEmbed } from './embed/embed.tsx'
import { EMBED_STYLE } from './embed/style.ts'
import { feeds } from './feeds/feeds.ts'
import { FRANCE_MAP_STYLE } from './france-map/style.ts'
import { showHome } from './home/show-home.tsx'
import { HOME_STYLE } from './home/style.ts'
import { showIntegrate } from './integrer/integrate.tsx'
import { INTEGRATE_STYLE } from './integrer/style.ts'
import { showOrientation } from './orientation/orientation.tsx'
import { showSheet } from './orientation/show-sheet.tsx'
import { ORIENTATION_STYLE } from './orientation/style.ts'
import { SITE_STYLE } from './parts/style.ts'
import { showPlace } from './place/show-place.tsx'
import { PLACE_STYLE } from './place/style.ts'
import { showReference, showReferenceEntry } from './reference/show-reference.tsx'
import { asksNothing } from './search/choices.ts'
import { showSearch } from './search/show-search.tsx'
import { SEARCH_STYLE } from './search/style.ts'
import { showSelection } from './selection/show-selection.tsx'
import { SELECTION_STYLE } from './selection/style.ts'
import { type Ask, apiOf } from './shell/api.ts'
import { assets } from './shell/assets.ts'
import type { BaseMap } from './shell/base-map.ts'
import { images } from './shell/images.ts'
import { FRESH, hidden, serveStyle } from './shell/respond.ts'
import type { Site } from './shell/site.ts'
import { sitemaps } from './sitemaps.ts'
import { SMALL_MAP_STYLE } from './small-map/style.ts'
import { showSources } from './sources/show-sources.tsx'
import { showTerritory } from './territory/show-territory.tsx'
import { TERRITORY_STYLE } from './territory/style.ts'

type PagesOptions = {
  readonly site: Site
  /** The base map on which places are drawn. */
  readonly base: BaseMap
}

type Show = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

const STYLES = [
  SITE_STYLE,
  HOME_STYLE,
  FRANCE_MAP_STYLE,
  TERRITORY_STYLE,
  SEARCH_STYLE,
  SMALL_MAP_STYLE,
  PLACE_STYLE,
  SELECTION_STYLE,
  ORIENTATION_STYLE,
  INTEGRATE_STYLE,
  EMBED_STYLE
]

/** The pages for people. They are rendered completely on the server, so that browsers of any age can show them. */
export function pages(app: FastifyInstance, { site, base }: PagesOptions): void {
  const ask = apiOf(app)
  const entryOf = assets(app, base)
  app.decorate('site', site)
  const { publicUrl } = site
  const asking =
    (request: FastifyRequest): Ask =>
    (path) =>
      ask(request, path)
  const searching = { ask, entry: entryOf('search'), base, publicUrl }
  const welcoming = { ask, publicUrl, entry: entryOf('home') }
  const placing = { ask, publicUrl, base, entry: entryOf('place') }
  const selecting = { publicUrl, entry: entryOf('selection') }
  const orienting = { publicUrl, entry: entryOf('orientation') }
  const integrating = { ask, publicUrl, entry: entryOf('integrer') }
  const show: Readonly<Record<PageName, Show>> = {
    search: (request, reply) =>
      asksNothing(request.query as Record<string, unknown>)
        ? showHome(welcoming, request, reply)
        : showSearch(searching, request, reply),
    place: (request, reply) => showPlace(placing, request, reply),
    territory: (request, reply) => showTerritory(asking(request), publicUrl, request, reply),
    selection: (request, reply) => showSelection({ ...selecting, ask: asking(request) }, request, reply),
    orientation: (request, reply) => showOrientation(asking(request), orienting, request, reply),
    sheet: (request, reply) => showSheet(asking(request), entryOf('sheet'), request, reply),
    integrate: (request, reply) => showIntegrate(integrating, request, reply),
    departments: (request, reply) => showDepartments(asking(request), publicUrl, request, reply),
    embed: (request, reply) => showEmbed(ask, base, request, reply),
    about: (request, reply) => showAbout(asking(request), request, reply),
    contact: (request, reply) => showContact(asking(request), request, reply),
    sources: (request, reply) => showSources(asking(request), request, reply),
    data: (request, reply) => showData(asking(request), request, reply),
    reference: (request, reply) => showReference(asking(request), request, reply),
    referenceEntry: (request, reply) => showReferenceEntry(asking(request), request, reply),
    legal: (request, reply) => showLegal(base, request, reply),
    privacy: (request, reply) => showPrivacy(base, request, reply),
    accessibility: showAccessibility
  }
  for (const name of Object.keys(PAGES) as readonly PageName[]) {
    app.get(PAGES[name], hidden(FRESH), show[name])
  }
  for (const style of STYLES) serveStyle(app, style)
  images(app)
  embedFiles(app, base)
  sitemaps(app, ask, publicUrl)
  feeds(app, ask, publicUrl)
}
