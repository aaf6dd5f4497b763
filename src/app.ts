import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { admissionFor } from './http/shell/plugins/admission.ts'
import { authorisation } from './http/shell/plugins/authorisation.ts'
import { PRESSURE, type Pressure } from './http/shell/plugins/pressure.ts'
import { createShell } from './http/shell/shell.ts'
import { openapi, openapiPages } from './http/v1/openapi.ts'
import { routes } from './http/v1/routes/routes.ts'
import { logOptions } from './log.ts'
import { pages } from './pages/pages.tsx'
import { problemPage } from './pages/problem-page.tsx'
import { baseMapOf } from './pages/shell/base-map.ts'

/** A number of proxies is a number of hops, which Fastify expects as a function. */
const proxiesTrusted = (rule: Config['TRUST_PROXY']) =>
  typeof rule === 'number' ? (_address: string, hop: number) => hop < rule : rule

/**
 * Builds the app on its dependencies. It does not listen, does not read the environment, and closing it
 * leaves the dependencies open.
 */
export async function buildApp(
  deps: Deps,
  logger: FastifyServerOptions['logger'] = logOptions(deps.config.LOG_LEVEL),
  pressure: Pressure = PRESSURE
): Promise<FastifyInstance> {
  const { config, database } = deps
  const app = await createShell({
    logger,
    trustProxy: proxiesTrusted(config.TRUST_PROXY),
    requestsPerMinute: config.RATE_LIMIT_PER_MINUTE,
    admission: admissionFor(config.DB_POOL_MAX, config.SEARCH_TIMEOUT_MS),
    pressure,
    ping: deps.ping,
    pool: database.pool,
    dataVersion: deps.version.latest,
    sourceAges: deps.sources.ages,
    problemPage,
    describe: (shell) => openapi(shell, config.PUBLIC_URL)
  })
  authorisation(app, deps.keys, config.RATE_LIMIT_PER_MINUTE > 0)
  routes(app, deps)
  pages(app, {
    publicUrl: config.PUBLIC_URL,
    reportTo: config.REPORT_TO,
    base: baseMapOf(config.MAP_STYLE, config.MAP_ATTRIBUTION, config.MAP_ORIGINS)
  })
  if (config.EXPOSE_DOCS) await openapiPages(app)
  await app.ready()
  return app
}
