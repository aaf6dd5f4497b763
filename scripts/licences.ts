// Lists the licences of all packages of package-lock.json, and fails if one is not allowed.
//
//   npm run licences
//   npm run licences -- --sbom FILE     also writes the packages as CycloneDX
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

type Component = {
  readonly name: string
  readonly group?: string
  readonly version: string
  readonly licenses?: readonly {
    readonly license?: { readonly id?: string; readonly name?: string }
    readonly expression?: string
  }[]
}

/** Licences that ask for no more than to be named. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'Unlicense',
  'Zlib'
])

/** Packages with another licence, or none in their package.json, that have been looked at. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  // Comes with the program: as a package of its own, unchanged and replaceable, as the LGPL asks.
  opening_hours: 'LGPL-3.0-only',
  // Their package.json names none; their LICENSE is BSD-2-Clause, and MIT.
  suncalc: 'none',
  'seq-queue': 'none',
  '@visx/vendor': 'MIT and ISC',
  // Tools of the tests and of the build, which are not distributed.
  'axe-core': 'MPL-2.0',
  elkjs: 'EPL-2.0',
  lightningcss: 'MPL-2.0',
  'spdx-exceptions': 'CC-BY-3.0',
  // What their package.json writes is no SPDX name; BSD, MIT and EDL (which is BSD) in their licence files.
  arc: 'none',
  'jsonc-simple-parser': 'none',
  'splaytree-ts': 'none',
  jsts: 'none',
  '@turf/jsts': 'none'
}

const { values } = parseArgs({ options: { sbom: { type: 'string' } } })
const text = sbom()
const { components } = JSON.parse(text) as { readonly components: readonly Component[] }
if (values.sbom !== undefined) writeFileSync(values.sbom, text)

const byLicence = new Map<string, string[]>()
for (const component of components) {
  const licence = licenceOf(component)
  byLicence.set(licence, [...(byLicence.get(licence) ?? []), `${nameOf(component)}@${component.version}`])
}
for (const [licence, names] of [...byLicence].toSorted(([a], [b]) => a.localeCompare(b)))
  process.stdout.write(`${licence}: ${names.length}\n  ${names.toSorted().join(', ')}\n`)

const refused = components.filter((component) => !isAllowed(component))
for (const each of refused)
  process.stderr.write(
    `${nameOf(each)} ${each.version} has the licence ${licenceOf(each)}, which is not allowed.\n`
  )
process.exitCode = refused.length > 0 ? 1 : 0

function sbom(): string {
  const { status, stdout, stderr } = spawnSync(
    'npm',
    ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'],
    { encoding: 'utf8', maxBuffer: 2 ** 28 }
  )
  if (status !== 0) throw new Error(`npm sbom failed:\n${stderr}`)
  return stdout
}

function nameOf({ group, name }: Component): string {
  return group ? `${group}/${name}` : name
}

/** As package.json writes it; "none" if it says nothing. */
function licenceOf({ licenses = [] }: Component): string {
  const written = licenses.map(
    ({ license, expression }) => expression ?? license?.id ?? license?.name ?? 'none'
  )
  return written.length > 0 ? written.join(' AND ') : 'none'
}

/** `(MIT OR GPL-3.0)` lets us choose; with AND, all must be allowed. */
function isAllowed(component: Component): boolean {
  const licence = licenceOf(component)
  if (LOOKED_AT[nameOf(component).replace(/^lightningcss-.*/, 'lightningcss')] === licence) return true
  const choices = licence.replace(/[()]/g, '').split(' OR ')
  return choices.some((choice) => choice.split(' AND ').every((each) => ALLOWED.has(each.trim())))
}
