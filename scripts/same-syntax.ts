// Proves that a change affects only comments and layout. It compares the current syntax tree of each changed file
// with its syntax tree at a revision, and lists the files that differ. It exits with 1 if the code of any file
// differs.
//
//   npx tsx scripts/same-syntax.ts [REVISION, default HEAD] [PATH…]
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { syntaxOf } from './syntax.ts'

const [revision = 'HEAD', ...paths] = process.argv.slice(2)
const git = (...args: string[]): string =>
  execFileSync('git', args, { encoding: 'utf8', maxBuffer: 1e8, stdio: ['ignore', 'pipe', 'ignore'] })

const changed = git('diff', '--name-only', '--no-renames', '--relative', revision, '--', ...paths)
const files = changed.split('\n').filter((file) => /\.(ts|tsx|js)$/.test(file))
let differing = 0
for (const file of files) {
  const verdict = compare(file)
  if (verdict === 'same') continue
  console.log(`${verdict}: ${file}`)
  if (verdict !== 'SQL comments differ') differing += 1
}
console.log(`${files.length} files changed since ${revision}, ${differing} of them in their code`)
process.exitCode = differing > 0 ? 1 : 0

function compare(file: string): string {
  const before = textAt(file)
  const after = existsSync(file) ? readFileSync(file, 'utf8') : null
  if (before === null) return 'added'
  if (after === null) return 'removed'
  if (syntaxOf(file, before) === syntaxOf(file, after)) return 'same'
  if (!file.endsWith('.sql.ts')) return 'code differs'
  const sameSql = syntaxOf(file, before, false) === syntaxOf(file, after, false)
  return sameSql ? 'SQL comments differ' : 'code differs'
}

function textAt(file: string): string | null {
  try {
    return git('show', `${revision}:./${file}`)
  } catch {
    return null
  }
}
