import { readdirSync, readFileSync } from 'node:fs'
import { builtinModules } from 'node:module'
import { join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import t from 'tap'

// src/README.md says which part may import which. This reads that table, and holds the sources to it.

const SRC = fileURLToPath(new URL('../src', import.meta.url))
const about = JSON.parse(readFileSync(join(SRC, '../package.json'), 'utf8'))

type Import = { readonly file: string; readonly part: string; readonly target: string }

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/.test(path) && !path.includes('prisma-client'))
  .sort()

const imports: readonly Import[] = files.flatMap((file) =>
  targetsIn(readFileSync(join(SRC, file), 'utf8')).map((target) => ({ file, part: partOf(file), target }))
)

/** What is imported or re-exported, statically, dynamically, as a type, or by the bare name of a dependency. */
function targetsIn(source: string): readonly string[] {
  const found = source.matchAll(/(?:\bfrom|^import)\s+'([^'$]+)'|\bimport\(\s*'([^'$]+)'/gm)
  // Not compared with: `=== 'opening_hours'` is a field of ours.
  const named = Object.keys(about.dependencies).filter((name) => source.includes(` = '${name}'`))
  return [...[...found].map(([, from, dynamic]) => from ?? dynamic ?? ''), ...named]
}

/** The folder under src, or the file itself where it stands at the top. */
function partOf(path: string): string {
  return path.split(sep)[0] ?? ''
}

const isOwn = (target: string): boolean => target.startsWith('.')

const targetPart = ({ file, target }: Import): string => partOf(relative(SRC, join(SRC, file, '..', target)))

/** `@scope/name/deep` and `name/deep` are parts of a package. */
const packageOf = (target: string): string =>
  target.startsWith('node:')
    ? target
    : target
        .split('/')
        .slice(0, target.startsWith('@') ? 2 : 1)
        .join('/')

type Rule = { readonly parts: readonly string[]; readonly packages: readonly string[] }

function readRules(): ReadonlyMap<string, Rule> {
  const readme = readFileSync(join(SRC, 'README.md'), 'utf8')
  const [, table = ''] = readme.split(/^\| part \| may import \| packages \|\n\|[-|]+\n/m)
  const rows = (table.split('\n\n')[0] ?? '').split('\n').map((row) => row.split('|').slice(1, -1))
  const names = (cell = ''): readonly string[] =>
    [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '')
  return new Map(
    rows.map(([part, parts, packages]) => [
      names(part)[0] ?? '',
      { parts: names(parts), packages: names(packages) }
    ])
  )
}

const rules = readRules()
const allows = (pattern: string, name: string): boolean =>
  pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : pattern === name

t.test('the table names every part of src, and no other', async (t) => {
  t.same([...rules.keys()].sort(), [...new Set(files.map(partOf))].sort())
})

for (const [part, { parts, packages }] of rules) {
  t.test(`${part} imports only what the table allows`, async (t) => {
    const own = imports.filter((each) => each.part === part)
    t.ok(own.length > 0 || parts.length === 0)
    for (const each of own) {
      const { file, target } = each
      if (isOwn(target)) {
        const other = targetPart(each)
        t.ok(other === part || other === '..' || parts.includes(other), `${file} imports ${target}`)
      } else {
        t.ok(
          packages.some((pattern) => allows(pattern, packageOf(target))),
          `${file} imports ${target}`
        )
      }
    }
  })

  t.test(`${part} uses all that the table allows it`, async (t) => {
    const own = imports.filter((each) => each.part === part)
    for (const other of parts)
      t.ok(
        own.some((each) => isOwn(each.target) && targetPart(each) === other),
        other
      )
    for (const pattern of packages) {
      t.ok(
        own.some(({ target }) => !isOwn(target) && allows(pattern, packageOf(target))),
        pattern
      )
    }
  })
}

t.test('only deps.ts, as a type, is named by http above itself', async (t) => {
  for (const file of files.filter((path) => partOf(path) === 'http')) {
    const source = readFileSync(join(SRC, file), 'utf8')
    t.notMatch(source, /^(import (?!type\b)|\}).*from '[./]+\/deps\.ts'/m, file)
  }
})

t.test('browser takes nothing but types from http', async (t) => {
  for (const file of files.filter((path) => partOf(path) === 'browser')) {
    const source = readFileSync(join(SRC, file), 'utf8')
    t.notMatch(source, /^import (?!type\b).*from '[./]+\/http\//m, file)
  }
})

t.test('no part reaches itself through another', async (t) => {
  const edges = new Map<string, Set<string>>()
  for (const each of imports.filter(({ target }) => isOwn(target))) {
    const other = targetPart(each)
    if (other !== each.part) edges.set(each.part, (edges.get(each.part) ?? new Set()).add(other))
  }
  const reach = (from: string, seen: Set<string>): ReadonlySet<string> => {
    for (const next of edges.get(from) ?? []) {
      if (!seen.has(next)) reach(next, seen.add(next))
    }
    return seen
  }
  for (const part of edges.keys()) t.notOk(reach(part, new Set()).has(part), part)
})

t.test('the environment is read in config.ts alone', async (t) => {
  for (const file of files.filter((path) => path !== 'config.ts')) {
    t.notMatch(readFileSync(join(SRC, file), 'utf8'), /\bprocess\.env\b/, file)
  }
})

t.test('SQL is written in the .sql.ts files of store, and where a connection is opened', async (t) => {
  const isHome = (path: string): boolean =>
    (path.startsWith(`store${sep}`) && path.endsWith('.sql.ts')) ||
    path === join('store', 'db', 'server-connection.ts')
  for (const file of files.filter((path) => !isHome(path))) {
    const source = readFileSync(join(SRC, file), 'utf8').replaceAll(/\/\/.*$|\/\*[\s\S]*?\*\//gm, '')
    t.notMatch(source, /\bSELECT [^']*\bFROM\b|\bINSERT INTO\b|\bUPDATE \w+ SET\b|\bDELETE FROM\b/, file)
  }
})

t.test('every package that is used is declared, and every one declared is used', async (t) => {
  // What is bundled for browsers is not installed where the program runs.
  const bundled = imports
    .filter(({ part, target }) => part === 'browser' && !isOwn(target) && !target.startsWith('virtual:'))
    .map(({ target }) => packageOf(target))
    .filter((name) => !(name in about.dependencies))
  t.same(
    bundled.filter((name) => !(name in about.devDependencies)),
    []
  )
  const declared: readonly string[] = Object.keys(about.dependencies)
  const client = readFileSync(join(SRC, 'store/prisma-client/client.ts'), 'utf8')
  const used = new Set(
    [
      ...imports.filter(({ target }) => !bundled.includes(packageOf(target))).map(({ target }) => target),
      ...targetsIn(client.replaceAll('"', "'"))
    ]
      .filter(
        (target) =>
          !isOwn(target) &&
          !target.startsWith('virtual:') &&
          !builtinModules.includes(target.replace(/^node:/, ''))
      )
      .map(packageOf)
  )
  t.same([...used].filter((name) => !name.startsWith('node:')).sort(), [...declared].sort())
})

t.test('npm ci installs the same everywhere: the lock is whole, and names no registry', async (t) => {
  const text = readFileSync(join(SRC, '../package-lock.json'), 'utf8')
  const { packages } = JSON.parse(text) as {
    packages: Record<string, { version?: string; optionalDependencies?: Record<string, string> }>
  }
  t.notMatch(text, /"resolved"/)
  const paths = Object.keys(packages)
  t.same(
    paths.filter((path) => !packages[path]?.version),
    []
  )
  const optional = Object.values(packages).flatMap(({ optionalDependencies = {} }) =>
    Object.keys(optionalDependencies)
  )
  // An install on one platform tends to forget those of the others, and npm ci then refuses the lock.
  t.same(
    optional.filter((name) => !paths.some((path) => path.endsWith(`node_modules/${name}`))),
    []
  )
})
