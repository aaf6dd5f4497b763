import type { FastifyInstance } from 'fastify'
import { embed } from './embed/embed.tsx'
import { integrate } from './integrer/integrate.tsx'
import { orientation } from './orientation/orientation.tsx'
import { SITE_STYLE } from './parts/style.ts'
import { showPlace } from './place/show-place.tsx'
import { showSearch } from './search/show-search.tsx'
import { apiOf } from './shell/api.ts'
import { assets } from './shell/assets.ts'
import type { BaseMap } from './shell/base-map.ts'
import { images } from './shell/images.ts'
import { FRESH, hidden, serveStyle } from './shell/respond.ts'
import { sitemaps } from './sitemaps.ts'

type PagesOptions = {
  /** Address under which the public reaches the pages. */
  readonly publicUrl: string | undefined
  /** Where to write when something is wrong. */
  readonly reportTo: string | undefined
  /** What lies under the places on a map. */
  readonly base: BaseMap
}

/** The pages for people: written whole on the server, so that they need nothing but a browser of any age. */
export function pages(app: FastifyInstance, options: PagesOptions): void {
  const ask = apiOf(app)
  const entryOf = assets(app, options.base)
  const searching = { ask, entry: entryOf('search'), ...options }
  app.get('/', hidden(FRESH), (request, reply) => showSearch(searching, request, reply))
  app.get<{ Params: { place: string } }>('/lieux/:place', hidden(FRESH), (request, reply) =>
    showPlace(ask, options, request.params.place, request, reply)
  )
  serveStyle(app, SITE_STYLE)
  images(app)
  orientation(app, { ask, publicUrl: options.publicUrl, entry: entryOf('sheet') })
  embed(app, ask, options.base)
  integrate(app, { ask, publicUrl: options.publicUrl, entry: entryOf('integrer') })
  sitemaps(app, ask, options.publicUrl)
}
