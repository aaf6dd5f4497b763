import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import t, { type Test } from 'tap'
import { readConfig, Settings } from '../src/config.ts'
import { writeSample } from '../src/seed/write-sample.ts'
import { type Api, apiOver } from './support/app.ts'
import { testDatabase } from './support/database.ts'

const ROOT = new URL('../', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8')
const readme = read('README.md')

t.test('the table of settings has every setting with its default', async (t) => {
  const rows = [...readme.matchAll(/^\| `([A-Z_]+)` \| (?:`([^`]*)`)? ?\| .+ \|$/gm)]
  const documented = Object.fromEntries(rows.map(([, name = '', value]) => [name, value]))
  const defaults = readConfig({}) as Readonly<Record<string, unknown>>
  const settings = Object.keys(Settings.shape).map((name) => [name, defaults[name]?.toString()])
  t.same(documented, Object.fromEntries(settings))
})

t.test('every example query gives the answer shown, on the sample of the first start', async (t) => {
  const api = await sampleApi(t)
  const shown = [
    ...readme.matchAll(/curl 'http:\/\/localhost:3000([^']+)'\n```\n\n```jsonc\n([\s\S]*?)\n```/g)
  ]
  t.equal(shown.length, [...readme.matchAll(/\bcurl '/g)].length, 'each query is followed by its answer')
  for (const [, url = '', answer = ''] of shown) {
    const found = await api.get(url)
    t.ok(found.items.length > 0, url)
    t.match(found, parseShown(answer), url)
  }
  const [, printed] = read('src/commands/serve.ts').match(/\$\{base\}(\/v1\/places\?[^`]+)`/) ?? []
  t.equal((await api.get(String(printed))).items.length, 5, 'and so does the link printed at the start')
})

t.test('every command, script, file and path of the API that is mentioned exists', async (t) => {
  const { scripts } = JSON.parse(read('package.json'))
  const documents = { 'README.md': readme, 'CONTRIBUTING.md': read('CONTRIBUTING.md') }
  const commands = read('src/cli.ts')
  const { paths } = JSON.parse(read('openapi/openapi.json'))
  for (const [name, text] of Object.entries(documents)) {
    for (const [, script = ''] of text.matchAll(/\bnpm run ([\w-]+)/g))
      t.ok(script in scripts, `${name}: ${script}`)
    for (const [, command = ''] of text.matchAll(/npm run annuaire -- (\w+)/g)) {
      t.match(commands, new RegExp(`commands/(\\w+/)?${command}\\.ts`), `${name}: ${command}`)
    }
    for (const [, link = ''] of text.matchAll(/\]\((?!https?:)([^)#]+)\)/g)) {
      t.ok(existsSync(fileURLToPath(new URL(link, ROOT))), `${name}: ${link}`)
    }
    for (const [, path = ''] of text.matchAll(/(?<![\w:])(\/(?:v1|health)\/[\w{}/.-]*\w\}?)/g)) {
      t.ok(path in paths, `${name}: ${path}`)
    }
    for (const [, file = ''] of text.matchAll(/`((?:src|test|scripts|prisma|openapi|\.ci)\/[\w./-]*)`/g)) {
      t.ok(existsSync(fileURLToPath(new URL(file, ROOT))), `${name}: ${file}`)
    }
  }
})

async function sampleApi(t: Test): Promise<Api> {
  const database = await testDatabase(t)
  const { SAMPLE_PLACES } = readConfig({})
  await writeSample(database, { count: SAMPLE_PLACES, seed: 1 })
  return apiOver(t, database)
}

/** Parses JSON with comments, in which `…` marks omissions. */
function parseShown(text: string): object {
  const bare = text
    .replaceAll(/ \/\/ .*$/gm, '')
    .replaceAll(/^\s*"[^"]+": "[^"]*…[^"]*",?$/gm, '')
    .replaceAll(/,?\s*…/g, '')
    .replaceAll(/,(\s*[}\]])/g, '$1')
  return JSON.parse(bare)
}
