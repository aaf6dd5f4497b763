import type { AddressInfo } from 'node:net'
import AxeBuilder from 'axe-core'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import type { Test } from 'tap'
import { buildApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { depsOver } from '../../src/deps.ts'
import { UNPRESSED } from '../../src/http/shell/plugins/pressure.ts'
import { writeSample } from '../../src/seed/write-sample.ts'
import type { Database } from '../../src/store/db/database.ts'
import { testDatabase } from '../support/database.ts'
import { writePlaces } from '../support/places.ts'
import { SMALL_DIRECTORY } from '../support/small-directory.ts'

/** The real app, listening, on a real database, and Debian's Chromium to open its pages. */
export type Site = {
  readonly origin: string
  /**
   * Messages about script errors, about requests blocked by the content security policy and about permissions that
   * the browser does not know; the last test of each file expects none.
   */
  readonly wrong: readonly string[]
  /** Opens a page in a new browser context. */
  readonly open: (t: Test, path: string, options?: BrowserContextOptions) => Promise<Page>
  /**
   * Starts another app with other settings on the same directory, on its own origin. Its pages may also load from
   * the given origins.
   */
  readonly beside: (t: Test, env: Env, reachable: readonly string[]) => Promise<Pick<Site, 'open'>>
}

type Env = Readonly<Record<string, string>>

const SETTINGS = { RATE_LIMIT_PER_MINUTE: '0', LOG_LEVEL: 'silent', SEARCH_TIMEOUT_MS: '20000' }
const PATIENCE_MS = 60_000

/** A site with the fifteen places that the tests use, and with invented places all over France. */
export async function siteFor(t: Test, env: Env = {}): Promise<Site> {
  const database = await testDatabase(t)
  await writeSample(database, { count: 1_000, seed: 1 })
  await writePlaces(database, SMALL_DIRECTORY)
  return siteOver(t, database, env)
}

export async function siteOver(t: Test, database: Database, env: Env = {}): Promise<Site> {
  const origin = await listen(t, database, env)
  const browser = await launch()
  t.teardown(() => browser.close())
  const wrong: string[] = []
  const opener =
    (base: string, reachable: readonly string[]): Site['open'] =>
    async (test, path, options) => {
      const page = await openPage(test, browser, [base, ...reachable], options)
      page.on('pageerror', (error) => wrong.push(error.message))
      page.on('console', (message) => {
        if (/Content Security Policy|Permissions-Policy/.test(message.text())) wrong.push(message.text())
      })
      await page.goto(new URL(path, base).href)
      return page
    }
  return {
    origin,
    wrong,
    open: opener(origin, []),
    beside: async (test, other, reachable) => ({
      open: opener(await listen(test, database, other), reachable)
    })
  }
}

async function listen(t: Test, database: Database, env: Env): Promise<string> {
  const deps = depsOver(readConfig({ ...SETTINGS, ...env }), database)
  const app = await buildApp(deps, false, UNPRESSED)
  // The words are read before the first question, as in `serve`. On a busy machine, reading them takes longer than
  // pages wait.
  await deps.words()
  await app.listen({ host: '127.0.0.1', port: 0 })
  t.teardown(() => app.close())
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
}

// Maps are rendered by the CPU, because test machines have no graphics card. The sandbox is off, because Chromium
// has none for root.
const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--use-gl=angle', '--use-angle=swiftshader', '--enable-unsafe-swiftshader']
  })

async function openPage(
  t: Test,
  browser: Browser,
  reachable: readonly string[],
  options: BrowserContextOptions = {}
): Promise<Page> {
  const context = await browser.newContext({ locale: 'fr-FR', reducedMotion: 'reduce', ...options })
  t.teardown(() => context.close())
  context.setDefaultTimeout(PATIENCE_MS)
  // Blocks all other hosts, so that results do not depend on the network.
  await context.route(
    (address) => !reachable.includes(address.origin),
    (route) => route.abort()
  )
  return context.newPage()
}

/** Slows the page down four times, like a cheap phone, and notes by how much its content shifts from then on. */
export async function watchShifts(page: Page): Promise<() => Promise<number>> {
  const session = await page.context().newCDPSession(page)
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 })
  await page.addInitScript(() => {
    const noted = globalThis as unknown as { shifted: number }
    noted.shifted = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value, hadRecentInput } = entry as unknown as { value: number; hadRecentInput: boolean }
        if (!hadRecentInput) noted.shifted += value
      }
    }).observe({ type: 'layout-shift', buffered: true })
  })
  return () => page.evaluate(() => (globalThis as unknown as { shifted: number }).shifted)
}

/** The violations that axe finds on a page; expected to be empty. */
export async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(AxeBuilder.source)
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') }
    const { violations } = await axe.run()
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  })
}
