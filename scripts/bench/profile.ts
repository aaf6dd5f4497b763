// Reports where the API spent its time according to V8's samples: the functions with the most self time.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { table } from './text-table.ts'

type Profile = {
  readonly nodes: readonly {
    readonly id: number
    readonly callFrame: { readonly functionName: string; readonly url: string; readonly lineNumber: number }
  }[]
  readonly samples: readonly number[]
  readonly timeDeltas: readonly number[]
}

const TOLD = 15

/** The functions that took the most time, from the first profile in the folder, which covers the main thread. */
export async function topOfProfile(folder: string): Promise<string> {
  const [file] = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile')).toSorted()
  if (!file) return 'The API process left no profile.'
  const { nodes, samples, timeDeltas } = JSON.parse(await readFile(join(folder, file), 'utf8')) as Profile
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const micros = new Map<string, number>()
  for (const [n, id] of samples.entries()) {
    const name = names.get(id) ?? '?'
    micros.set(name, (micros.get(name) ?? 0) + (timeDeltas[n] ?? 0))
  }
  micros.delete('(idle)')
  const all = [...micros.values()].reduce((sum, value) => sum + value, 0)
  const most = [...micros].toSorted(([, a], [, b]) => b - a).slice(0, TOLD)
  return table([
    ['of the time that Node was busy', '%', ''],
    ...most.map(([name, value]) => [name, ((100 * value) / all).toFixed(1), ''])
  ])
}

const ROOT = fileURLToPath(new URL('../../', import.meta.url))

function nameOf({ functionName, url, lineNumber }: Profile['nodes'][number]['callFrame']): string {
  if (url === '') return functionName || '(anonymous)'
  const file = url.startsWith('file:') ? fileURLToPath(url).replace(ROOT, '') : url
  return `${functionName || '(anonymous)'} ${file}:${lineNumber + 1}`
}
