// `npm run bench -- pages`: how long a slow phone waits for the list of places, compared with the time for a
// single small file over the same connection. Run it after a change of the pages, their style or their
// scripts. Needs Chromium.
//
//   npm run bench -- pages [--sizes 10000] [--rounds 5] [--json FILE]
import { writeFile } from 'node:fs/promises'
import { type Browser, chromium, devices } from 'playwright-core'
import { buildProgram, startApi } from './api-process.ts'
import { benchDatabase } from './database.ts'
import { type Options, readOptions } from './options.ts'
import { median } from './statistics.ts'
import { table } from './text-table.ts'

/**
 * Lighthouse's settings for a phone: a connection of 1.6 Mbit/s with a round trip of 150 ms, and the CPU of this
 * machine at a quarter of its speed.
 */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const SLOWER = 4

const WANTED_MS = 1_000

const PAGES = ['/', '/?q=m%C3%A9diath%C3%A8que+lyon', '/?service=aide-aux-demarches-administratives&free=1']

/** The smallest file that the API serves. Its loading time is almost entirely due to the connection. */
const BASELINE = '/pages/icon.svg'

/** A script that records when the first place of a list has been painted: users cannot read anything before that. */
const NOTE_LIST = `(() => {
  const look = () => document.querySelector('.places a')
    ? requestAnimationFrame(() => setTimeout(() => { window.listedAt = performance.now() }))
    : requestAnimationFrame(look)
  look()
})()`

type Timed = { readonly path: string; readonly ms: number; readonly line: number }

export async function pages(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args, '10000')
  buildProgram()
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox']
  })
  try {
    for (const size of options.sizes) await measure(browser, size, options)
  } finally {
    await browser.close()
  }
  return true
}

async function measure(browser: Browser, size: number, options: Options): Promise<void> {
  const api = await startApi({ DATABASE_URL: await benchDatabase(options, size) })
  const origin = `http://127.0.0.1:${api.port}`
  try {
    const timed: Timed[] = []
    for (const path of PAGES) {
      // The first load is not measured, because the caches of a server in use are warm.
      await listedIn(browser, origin + path)
      const [ms, line]: [number[], number[]] = [[], []]
      for (let round = 0; round < Math.max(5, options.rounds); round++) {
        ms.push(await listedIn(browser, origin + path))
        line.push(await loadedIn(browser, origin + BASELINE))
      }
      timed.push({ path, ms: median(ms), line: median(line) })
    }
    console.log(`\n${size} places\n${reportTable(timed)}`)
    if (options.json) await writeFile(options.json, `${JSON.stringify(timed, null, 2)}\n`)
  } finally {
    await api.stop()
  }
}

/** Milliseconds from opening a link until the list is painted, in a browser without cache. */
async function listedIn(browser: Browser, address: string): Promise<number> {
  const { page, close } = await phone(browser)
  await page.addInitScript(NOTE_LIST)
  await page.goto(address, { waitUntil: 'commit' })
  const handle = await page.waitForFunction(() => (globalThis as { listedAt?: number }).listedAt)
  const ms = Number(await handle.jsonValue())
  await close()
  return ms
}

async function loadedIn(browser: Browser, address: string): Promise<number> {
  const { page, close } = await phone(browser)
  await page.goto(address)
  const ms = await page.evaluate(() => {
    const [navigation] = performance.getEntriesByType('navigation')
    return (navigation as unknown as { responseEnd: number }).responseEnd
  })
  await close()
  return ms
}

async function phone(browser: Browser) {
  const context = await browser.newContext({ ...devices['Moto G4'], locale: 'fr-FR' })
  const page = await context.newPage()
  const session = await context.newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.emulateNetworkConditions', LINE)
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER })
  return { page, close: () => context.close() }
}

const reportTable = (timed: readonly Timed[]): string =>
  table([
    ['page', 'list after ms', 'line alone ms', 'times the line', ''],
    ...timed.map(({ path, ms, line }) => [
      path,
      ms.toFixed(0),
      line.toFixed(0),
      (ms / line).toFixed(2),
      ms > WANTED_MS ? `> wanted ${WANTED_MS} ms` : ''
    ])
  ])
