// `npm run bench -- pages`: how long a poor phone waits for the list of places, beside what its line takes to bring a
// single small file. When: after a change of the pages, of their style or of what runs in them. Needs Chromium.
//
//   npm run bench -- pages [--sizes 10000] [--rounds 5] [--json FILE]
import { writeFile } from 'node:fs/promises'
import { type Browser, chromium, devices } from 'playwright-core'
import { buildProgram, startApi } from './api-process.ts'
import { benchDatabase } from './database.ts'
import { type Options, readOptions } from './options.ts'
import { median } from './statistics.ts'
import { table } from './text-table.ts'

/** What Lighthouse takes for a phone: 1.6 Mbit/s with 150 ms there and back, and a quarter of this processor. */
const LINE = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 93_750 }
const SLOWER = 4

const WANTED_MS = 1_000

const PAGES = ['/', '/?q=m%C3%A9diath%C3%A8que+lyon', '/?service=aide-aux-demarches-administratives&free=1']

/** The smallest thing that we serve: what it takes is the line, not us. */
const BASELINE = '/pages/icon.svg'

/** Notes when the first place of a list has been painted; until then nobody could read or choose one. */
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
  const api = await startApi(await benchDatabase(options, size))
  const origin = `http://127.0.0.1:${api.port}`
  try {
    const timed: Timed[] = []
    for (const path of PAGES) {
      // Once before, for a server is warm when people come.
      await listedIn(browser, origin + path)
      const [ms, line]: [number[], number[]] = [[], []]
      for (let round = 0; round < Math.max(5, options.rounds); round++) {
        ms.push(await listedIn(browser, origin + path))
        line.push(await loadedIn(browser, origin + BASELINE))
      }
      timed.push({ path, ms: median(ms), line: median(line) })
    }
    console.log(`\n${size} places\n${told(timed)}`)
    if (options.json) await writeFile(options.json, `${JSON.stringify(timed, null, 2)}\n`)
  } finally {
    await api.stop()
  }
}

/** Milliseconds from the tap on a link to a list on the screen, in a browser that has never been there. */
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

const told = (timed: readonly Timed[]): string =>
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
