// Bundles the code for browsers. Each src/browser/<room>/main.ts(x) becomes an entry in dist/browser that is named
// after its folder, with a manifest that src/pages/shell/assets.ts reads. File names contain hashes, so that
// browsers may cache the files for ever.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { feature } from 'topojson-client'
import { build } from 'vite'

const require = createRequire(import.meta.url)

/** @param {string} root of the project */
export async function buildBrowser(root) {
  const outDir = join(root, 'dist/browser')
  await build({
    configFile: false,
    root,
    // URLs are relative, because pages of other origins load the embedded map.
    base: './',
    publicDir: join(root, 'src/browser/public'),
    logLevel: 'warn',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    plugins: [outline()],
    build: {
      outDir,
      emptyOutDir: true,
      manifest: 'manifest.json',
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // MapLibre is 1.1 MB before compression, and is loaded after the list.
      chunkSizeWarningLimit: 1_500,
      rolldownOptions: { input: entriesOf(root) }
    }
  })
  await build(component(root, outDir))
  // The files are compressed once at the highest level, instead of at each request.
  const assets = join(outDir, 'assets')
  for (const name of readdirSync(assets)) {
    writeFileSync(join(assets, `${name}.br`), brotliCompressSync(readFileSync(join(assets, name))))
  }
}

/**
 * A separate build of the map for third-party pages. The URL of its script never changes. Its style sheets are
 * strings that the script puts into its shadow root, because style sheets linked from the page do not apply there.
 * Its worker may come from another origin than the page.
 * @param {string} root @param {string} outDir
 */
const component = (root, outDir) => ({
  configFile: false,
  root,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  plugins: [outline(), inShadow(join(root, 'src/browser/embed/worker-url.ts'))],
  build: {
    outDir,
    emptyOutDir: false,
    target: 'es2022',
    // These targets keep `light-dark()` in the CSS. Its replacement for older browsers would need a colour scheme
    // of our own, but the colour scheme of the page must apply.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    assetsInlineLimit: 0,
    modulePreload: false,
    chunkSizeWarningLimit: 1_500,
    rolldownOptions: {
      input: { 'annuaire-carte': join(root, 'src/browser/embed/annuaire-carte.tsx') },
      output: { entryFileNames: 'embed/[name].js' }
    }
  }
})

/** Adapts the map to third-party pages: removes the style sheets that it imports, and replaces its worker. */
function inShadow(worker) {
  const [none, made] = ['\0no-style', '\0worker-here']
  return {
    name: 'in-shadow',
    enforce: 'pre',
    resolveId(asked, importer = '') {
      if (!importer.endsWith('/src/browser/map/create-map.ts')) return undefined
      if (asked.endsWith('.css')) return none
      return asked.endsWith('worker.mjs?url') ? made : undefined
    },
    load(asked) {
      if (asked === none) return ''
      return asked === made ? `export { workerUrlHere as default } from ${JSON.stringify(worker)}` : undefined
    }
  }
}

function entriesOf(root) {
  const rooms = readdirSync(join(root, 'src/browser'), { withFileTypes: true }).filter((each) =>
    each.isDirectory()
  )
  const mains = rooms.flatMap(({ name }) =>
    ['main.ts', 'main.tsx'].map((file) => [name, join(root, 'src/browser', name, file)])
  )
  return Object.fromEntries(mains.filter(([, path]) => existsSync(path)))
}

/**
 * Provides the module `virtual:outline`, which exports the URL of the outline of the world. The map shows this
 * outline if its base map cannot be reached.
 */
function outline() {
  const id = '\0virtual:outline'
  return {
    name: 'outline',
    resolveId: (asked) => (asked === 'virtual:outline' ? id : undefined),
    load(asked) {
      if (asked !== id) return undefined
      const file = this.emitFile({ type: 'asset', name: 'outline.json', source: JSON.stringify(outlines()) })
      return `export const outlineUrl = import.meta.ROLLUP_FILE_URL_${file}`
    }
  }
}

const FRANCE = '250'
/** West, south, east and north of the area visible around mainland France. */
const NEIGHBOURHOOD = [-12, 35, 20, 60]

/**
 * The countries of Natural Earth. In and around France they have a scale of 1:50 million; elsewhere they have 1:110
 * million, which takes a tenth of the size.
 */
function outlines() {
  const countries = (scale) => {
    const topology = require(`world-atlas/countries-${scale}.json`)
    return feature(topology, topology.objects.countries).features
  }
  const near = countries('50m').filter((country) => country.id === FRANCE || isNear(country))
  const known = new Set(near.map(({ id }) => id))
  const far = countries('110m').filter(({ id }) => !known.has(id))
  const features = [...near, ...far].map(({ geometry: { type, coordinates } }) => ({
    type: 'Feature',
    properties: {},
    geometry: { type, coordinates: rounded(coordinates) }
  }))
  return { type: 'FeatureCollection', features }
}

function isNear({ geometry: { coordinates } }) {
  const [west, south, east, north] = NEIGHBOURHOOD
  const numbers = coordinates.flat(Number.POSITIVE_INFINITY)
  return numbers.some((lon, at) => {
    const lat = numbers[at + 1]
    return at % 2 === 0 && lon > west && lon < east && lat > south && lat < north
  })
}

/** Rounds coordinates to a hundredth of a degree, about a kilometre, which is finer than the source. */
const rounded = (coordinates) =>
  typeof coordinates === 'number' ? Math.round(coordinates * 100) / 100 : coordinates.map(rounded)
