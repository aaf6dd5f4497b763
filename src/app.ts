import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import type { Config } from './config.ts'
import type { Deps } from './deps.ts'
import { type Admission, admissionFor, EMBEDDED_CONNECTIONS } from './http/shell/admission-limits.ts'
import { securityText } from './http/shell/operation/security-text.ts'
import { authorisation } from './http/shell/plugins/authorisation.ts'
import { PRESSURE, type Pressure } from './http/shell/plugins/pressure.ts'
import { createShell } from './http/shell/shell.ts'
import { openapi, openapiDocuments } from './http/v1/openapi.ts'
import { routes } from './http/v1/routes/routes.ts'
import { logOptions } from './log.ts'
import { pages } from './pages/pages.tsx'
import { participation } from './pages/participation.tsx'
import { problemPage } from './pages/problem-page.tsx'
import { baseMapOf } from './pages/shell/base-map.ts'
import type { Site } from './pages/shell/site.ts'

/**
 * The value for Fastify's `trustProxy`. A number in `TRUST_PROXY` is the number of proxies in front of the API;
 * Fastify expects it as a function that says whether to trust a hop.
 */
const proxiesTrusted = (rule: Config['TRUST_PROXY']) =>
  typeof rule === 'number' ? (_address: string, hop: number) => hop < rule : rule

const admissionOf = ({ config: { DB_POOL_MAX, SEARCH_TIMEOUT_MS }, database }: Deps): Admission =>
  admissionFor(
    database.kind === 'embedded' ? Math.min(DB_POOL_MAX, EMBEDDED_CONNECTIONS) : DB_POOL_MAX,
    SEARCH_TIMEOUT_MS
  )

const siteOf = (config: Config): Site => ({
  publicUrl: config.PUBLIC_URL,
  operator: {
    name: config.OPERATOR_NAME,
    address: config.OPERATOR_ADDRESS,
    phone: config.OPERATOR_PHONE,
    email: config.REPORT_TO,
    publicationDirector: config.PUBLICATION_DIRECTOR,
    host: config.HOSTING_PROVIDER,
    dataProtection: config.DATA_PROTECTION_CONTACT,
    legalBasis: config.LEGAL_BASIS
  },
  accessibility: {
    status: config.ACCESSIBILITY_STATUS,
    audit: config.ACCESSIBILITY_AUDIT,
    issues: config.ACCESSIBILITY_ISSUES ?? [],
    plan: config.ACCESSIBILITY_PLAN,
    declaredOn: config.ACCESSIBILITY_DATE
  },
  participation: config.PARTICIPATION,
  isReferenceServed: config.EXPOSE_DOCS,
  hasSecurityContact: config.SECURITY_CONTACT !== undefined,
  requestsPerMinute: config.RATE_LIMIT_PER_MINUTE
})

/**
 * Builds the app from its dependencies. The app does not listen yet, does not read the environment, and leaves the
 * dependencies open when it is closed.
 */
export async function buildApp(
  deps: Deps,
  logger: FastifyServerOptions['logger'] = logOptions(deps.config.LOG_LEVEL),
  pressure: Pressure = PRESSURE,
  limits: Partial<Admission> = {}
): Promise<FastifyInstance> {
  const { config, database } = deps
  const app = await createShell({
    logger,
    trustProxy: proxiesTrusted(config.TRUST_PROXY),
    requestsPerMinute: config.RATE_LIMIT_PER_MINUTE,
    admission: { ...admissionOf(deps), ...limits },
    pressure,
    ping: deps.ping,
    pool: database.pool,
    dataVersion: deps.version.latest,
    sourceAges: deps.sources.ages,
    problemPage,
    describe: (shell) => openapi(shell, config.PUBLIC_URL)
  })
  authorisation(app, {
    keys: deps.keys,
    sessions: config.PARTICIPATION ? deps.sessions : undefined,
    limited: config.RATE_LIMIT_PER_MINUTE > 0,
    clock: deps.clock
  })
  routes(app, deps)
  if (config.SECURITY_CONTACT !== undefined) {
    const { SECURITY_CONTACT: contact, PUBLIC_URL: publicUrl } = config
    securityText(app, { contact, publicUrl, clock: deps.clock })
  }
  const base = baseMapOf(config.MAP_STYLE, config.MAP_ATTRIBUTION, config.MAP_ORIGINS)
  pages(app, { site: siteOf(config), base })
  if (config.PARTICIPATION)
    await participation(app, { publicUrl: config.PUBLIC_URL, secret: deps.secret, clock: deps.clock, base })
  if (config.EXPOSE_DOCS) openapiDocuments(app)
  await app.ready()
  return app
}
