import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { PAGES, type PageName } from './addresses/pages.ts'
import { showDepartments } from './departments/departments.tsx'
import { embedFiles, showEmbed } from './embed/embed.tsx'
import { EMBED_STYLE } from './embed/style.ts'
import { showIntegrate } from './integrer/integrate.tsx'
import { INTEGRATE_STYLE } from './integrer/style.ts'
import { showOrientation } from './orientation/orientation.tsx'
import { showSheet } from './orientation/show-sheet.tsx'
import { ORIENTATION_STYLE } from './orientation/style.ts'
import { SITE_STYLE } from './parts/style.ts'
import { showPlace } from './place/show-place.tsx'
import { showSearch } from './search/show-search.tsx'
import { apiOf } from './shell/api.ts'
import { assets } from './shell/assets.ts'
import type { BaseMap } from './shell/base-map.ts'
import { images } from './shell/images.ts'
import { FRESH, hidden, serveStyle } from './shell/respond.ts'
import { sitemaps } from './sitemaps.ts'
import { SMALL_MAP_STYLE } from './small-map/style.ts'

type PagesOptions = {
  /** Address under which the public reaches the pages. */
  readonly publicUrl: string | undefined
  /** E-mail address for reporting errors. */
  readonly reportTo: string | undefined
  /** The base map under the places. */
  readonly base: BaseMap
}

type Show = (request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>

const STYLES = [SITE_STYLE, SMALL_MAP_STYLE, ORIENTATION_STYLE, INTEGRATE_STYLE, EMBED_STYLE]

/** The pages for people. They are rendered completely on the server, so that browsers of any age can show them. */
export function pages(app: FastifyInstance, options: PagesOptions): void {
  const ask = apiOf(app)
  const entryOf = assets(app, options.base)
  const { base, publicUrl } = options
  const searching = { ask, entry: entryOf('search'), ...options }
  const orienting = { publicUrl, entry: entryOf('orientation') }
  const integrating = { ask, publicUrl, entry: entryOf('integrer') }
  const show: Readonly<Record<PageName, Show>> = {
    search: (request, reply) => showSearch(searching, request, reply),
    place: (request, reply) => showPlace(ask, options, request, reply),
    orientation: (request, reply) => showOrientation((path) => ask(request, path), orienting, request, reply),
    sheet: (request, reply) => showSheet((path) => ask(request, path), entryOf('sheet'), request, reply),
    integrate: (request, reply) => showIntegrate(integrating, request, reply),
    departments: (request, reply) => showDepartments((path) => ask(request, path), publicUrl, request, reply),
    embed: (request, reply) => showEmbed(ask, base, request, reply)
  }
  for (const name of Object.keys(PAGES) as readonly PageName[]) {
    app.get(PAGES[name], hidden(FRESH), show[name])
  }
  for (const style of STYLES) serveStyle(app, style)
  images(app)
  embedFiles(app, base)
  sitemaps(app, ask, publicUrl)
}
