import t from 'tap'
import { describeOutcomes } from '../../src/commands/imports/sync.ts'
import { type Fetchable, syncSources } from '../../src/commands/imports/sync-sources.ts'
import { MEDNUM } from '../../src/importers/sources/mednum.ts'
import { PROGRAM_VERSION } from '../../src/program-version.ts'
import type { Database } from '../../src/store/db/database.ts'
import { testDatabase } from '../support/database.ts'
import { fileServer, refuses, sends } from '../support/file-server.ts'
import { runsIn, stateOf } from '../support/inspect.ts'
import { ranByOtherProgram } from '../support/tamper.ts'

const OPTIONS = { maxSize: 10 }

const bodyOf = (count: number): string =>
  JSON.stringify(
    Array.from({ length: count }, (_, n) => ({
      id: String(n),
      nom: `Espace numérique ${n}`,
      commune: 'Clamecy',
      code_postal: '58500',
      source: 'nievre'
    }))
  )

const sourceAt = (url: string, source = 'mednum'): Fetchable => ({ ...MEDNUM, source, url })

/** Synchronises one source, and returns its report. Throws if the outcome is an error. */
async function synced(database: Database, source: Fetchable, more: object = {}) {
  const [outcome] = await syncSources(database, [source], { ...OPTIONS, ...more })
  if (outcome === undefined || !('report' in outcome)) throw outcome?.error
  return outcome.report
}

t.test('an unchanged file is neither fetched nor read again', async (t) => {
  const database = await testDatabase(t)
  const server = await fileServer(t, sends(bodyOf(10), { etag: '"one"' }))
  const source = sourceAt(server.url)
  t.match(await synced(database, source), { counts: { read: 10, created: 10 }, not_modified: false })
  const before = await stateOf(database)

  server.answers(refuses(304))
  const again = await synced(database, source)
  t.match(again, { not_modified: true, counts: { read: 0, created: 0, withdrawn: 0 } })
  t.same(await stateOf(database), before)
  t.equal(server.requests.at(-1)?.headers['if-none-match'], '"one"')
  t.match(await runsIn(database), [
    { status: 'done', not_modified: false, etag: '"one"' },
    { status: 'done', not_modified: true, etag: '"one"' }
  ])
  await synced(database, source)
  t.equal(server.requests.at(-1)?.headers['if-none-match'], '"one"', 'nor the third time')

  await t.test('but it is if the stored data may differ', async (t) => {
    const headerSent = async (
      prepare: () => Promise<unknown>,
      more: object = {}
    ): Promise<string | undefined> => {
      server.answers(sends(bodyOf(10), { etag: '"one"' }))
      await synced(database, source)
      await prepare()
      await synced(database, source, more)
      return server.requests.at(-1)?.headers['if-none-match']
    }
    t.equal(await headerSent(async () => {}), '"one"')
    t.equal(await headerSent(async () => {}, { force: true }), undefined, 'by force')
    t.equal(
      await headerSent(async () => {}, { dryRun: true }),
      undefined,
      'in a dry run, which has to report'
    )
    t.equal(
      await headerSent(() => synced(database, sourceAt(`${server.url}?of=yesterday`))),
      undefined,
      'after another file of the source'
    )
    t.equal(
      await headerSent(() => synced(database, source, { partial: true })),
      undefined,
      'after a partial run'
    )
    t.equal(
      await headerSent(() => ranByOtherProgram(database)),
      undefined,
      `after a release before ${PROGRAM_VERSION}, which read the file differently`
    )
  })
})

t.test('a failing source does not affect the others', async (t) => {
  const database = await testDatabase(t)
  const [good, gone, page, better] = [
    await fileServer(t, sends(bodyOf(3))),
    await fileServer(t, refuses(404)),
    await fileServer(t, sends('<html>maintenance</html>', { 'content-type': 'text/html' })),
    await fileServer(t, sends(bodyOf(5)))
  ]
  const outcomes = await syncSources(
    database,
    [
      sourceAt(good.url, 'nievre'),
      sourceAt(gone.url, 'yonne'),
      sourceAt(page.url, 'cher'),
      sourceAt(better.url, 'allier')
    ],
    OPTIONS
  )
  const table = describeOutcomes(outcomes)
    .replaceAll(/http:\S+/g, 'URL')
    .split('\n')
  t.match(table[0], /^source +read +created +updated +unchanged +withdrawn +rejected +seconds$/)
  t.match(table[1], /^nievre +3 +3 +0 +0 +0 +0 +\d+ +done$/)
  t.match(table[2], /^yonne +\d+ +failed: URL cannot be downloaded: the server answers 404\.$/)
  t.match(table[3], /^cher +\d+ +failed: URL cannot be downloaded: the server answers with a web page/)
  t.match(table[4], /^allier +5 +5 +0 +0 +0 +0 +\d+ +done$/)
  t.match(await runsIn(database), [
    { source: 'nievre', status: 'done' },
    { source: 'yonne', status: 'failed' },
    { source: 'cher', status: 'failed' },
    { source: 'allier', status: 'done' }
  ])
})
