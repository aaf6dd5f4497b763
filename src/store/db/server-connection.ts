import type pg from 'pg'

const OLDEST_SERVER = 150_000 // 15.0, in the format of server_version_num
const OLDEST_POSTGIS = [3, 3] as const

/**
 * Adds settings to the startup message of each connection instead of sending `SET`. This saves a round trip,
 * and PgBouncer cannot pass the settings on to another client. PgBouncer needs `ignore_startup_parameters =
 * options` for this, and the same settings on the role.
 */
export function withStartupOptions(url: string, options: readonly string[]): string {
  const address = new URL(url)
  const own = address.searchParams.get('options')
  // The options from the URL come last, so that they take precedence.
  address.searchParams.set('options', [...options, ...(own ? [own] : [])].join(' '))
  return address.href
}

/** Throws an error that says what is wrong with a server, before a query fails with a less clear message. */
export async function checkServer(pool: pg.Pool, url: string): Promise<void> {
  const { host, pathname } = new URL(url)
  const server = `the database ${pathname.slice(1)} at ${host || 'this machine'}`
  const { rows } = await pool
    .query(
      `SELECT current_setting('server_version_num')::int AS version,
              (SELECT default_version FROM pg_available_extensions WHERE name = 'postgis') AS postgis`
    )
    .catch((error) => {
      throw new Error(`Cannot use ${server}: ${reasonOf(error)}`)
    })
  const { version, postgis } = rows[0] as { version: number; postgis: string | null }
  if (version < OLDEST_SERVER) {
    throw new Error(
      `Cannot use ${server}: it is PostgreSQL ${Math.floor(version / 10_000)}, but 15 or later is required.`
    )
  }
  if (!isRecentPostgis(postgis)) {
    throw new Error(
      `Cannot use ${server}: PostGIS ${OLDEST_POSTGIS.join('.')} or later must be installed on it ` +
        `(it has ${postgis ?? 'none'}).`
    )
  }
}

function isRecentPostgis(version: string | null): boolean {
  const [major = 0, minor = 0] = (version ?? '').split('.').map(Number)
  return major > OLDEST_POSTGIS[0] || (major === OLDEST_POSTGIS[0] && minor >= OLDEST_POSTGIS[1])
}

/**
 * The reason of a connection error. If no address of a host answers, Node throws an AggregateError without a
 * message.
 */
function reasonOf(error: Error & { code?: string; errors?: readonly Error[] }): string {
  return error.message || error.errors?.map((each) => each.message).join(', ') || error.code || String(error)
}
