// What writes to a directory. Each act can be repeated: if it was done before, it changes nothing more.
import type { FastifyInstance } from 'fastify'
import { v7 as uuidv7 } from 'uuid'
import { buildApp } from '../../src/app.ts'
import { importFile } from '../../src/commands/imports/import.ts'
import { syncSources } from '../../src/commands/imports/sync-sources.ts'
import { readConfig } from '../../src/config.ts'
import { depsOver } from '../../src/deps.ts'
import { eraser } from '../../src/domain/erasure/eraser.ts'
import { UNPRESSED } from '../../src/http/shell/plugins/pressure.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import type { Database } from '../../src/store/db/database.ts'
import { erasurePublishing } from '../../src/store/erasure/erasure-store.ts'
import { officialTowns } from '../../src/store/territories/official-towns.ts'
import { PATIENT } from '../support/database.ts'
import { pairOf } from '../support/inspect.ts'
import { reviewIn } from '../support/writers.ts'

export type Act =
  | { readonly what: 'import'; readonly path: string }
  | { readonly what: 'sync'; readonly url: string }
  | { readonly what: 'put'; readonly source: string; readonly body: string; readonly token: string }
  | {
      readonly what: 'decide'
      readonly pair: readonly [source: string, id: string][]
      readonly verdict: 'same' | 'different' | 'undo'
    }
  | { readonly what: 'erase'; readonly name: string }

const OPTIONS = { maxSize: 10 }

export async function perform(database: Database, act: Act): Promise<void> {
  switch (act.what) {
    case 'import':
      await importFile(database, 'mednum', act.path, OPTIONS)
      return
    case 'sync': {
      const [outcome] = await syncSources(database, [{ ...MEDNUM, url: act.url }], OPTIONS)
      if (outcome && 'error' in outcome) throw outcome.error
      return
    }
    case 'put':
      return putRecords(database, act)
    case 'decide': {
      const [one, other] = act.pair
      if (!one || !other) throw new Error('A decision needs two records.')
      await reviewIn(database).decide(await pairOf(database, one, other), act.verdict, 'Camille Martin')
      return
    }
    case 'erase': {
      const publishing = erasurePublishing(database)
      const clock = { newId: uuidv7, now: () => new Date() }
      await eraser({ publishing, towns: officialTowns, ...clock }).erase(
        { what: 'person', names: [act.name], emails: [], phones: [], doubtful: false },
        { by: 'Camille Martin', dryRun: false }
      )
    }
  }
}

async function putRecords(
  database: Database,
  { source, body, token }: Extract<Act, { what: 'put' }>
): Promise<void> {
  const { statusCode, body: answer } = await (await appOver(database)).inject({
    method: 'PUT',
    url: `/v1/sources/${source}/records?mode=complete`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/x-ndjson' },
    payload: body
  })
  if (statusCode !== 200) throw new Error(`${statusCode} ${answer}`)
}

const apps = new WeakMap<Database, Promise<FastifyInstance>>()

/** The application over this database, which is built once. */
export function appOver(database: Database): Promise<FastifyInstance> {
  const built =
    apps.get(database) ??
    buildApp(depsOver(readConfig({ ...PATIENT, RATE_LIMIT_PER_MINUTE: '0' }), database), false, UNPRESSED)
  apps.set(database, built)
  return built
}

/** Performs the act; tries again while a server still runs the queries of a process that was killed. */
export async function performPatiently(database: Database, act: Act): Promise<void> {
  for (;;) {
    try {
      return await perform(database, act)
    } catch (error) {
      if (!/under way|import-under-way/.test(String(error))) throw error
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
}
