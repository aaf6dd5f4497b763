import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import t from 'tap'
import type { ChangePosition } from '../../../src/domain/places/changes.ts'
import { columnTypes } from '../../../src/store/db/column-types.ts'
import { openDatabase } from '../../../src/store/db/database.ts'
import { changeReader } from '../../../src/store/places/change-reader.ts'
import { putting, write } from '../../support/changes.ts'
import { testConfig } from '../../support/database.ts'
import { testPlace, writePlaces } from '../../support/places.ts'
import { TOWNS } from '../../support/towns.ts'

const config = await testConfig(t)
const database = await openDatabase(config)
t.teardown(() => database.close())
const reader = changeReader(database)
const towns = Object.entries(TOWNS)

/** Options for tests that need a server: the embedded database has only one session, so writers cannot overlap. */
const ONLY_ON_A_SERVER = { skip: config.DATABASE_URL === undefined && 'one session: nobody writes at once' }

const START: ChangePosition = { version: 0, id: 0 }

/** A reader that polls in small pages until it is stopped and no more changes come. */
async function pollUntil(after: ChangePosition, isOver: () => boolean) {
  const seen: string[] = []
  const versions: number[] = []
  for (let position = after; ; ) {
    const over = isOver()
    const page = await reader.page({ after: position, limit: 3, withPlaces: false })
    seen.push(...page.map(({ id }) => id))
    versions.push(...page.map(({ position }) => position.version))
    position = page.at(-1)?.position ?? position
    if (over && page.length === 0) return { seen, versions }
  }
}

t.test(
  'with many writers, slow and fast, a polling reader sees every change exactly once',
  ONLY_ON_A_SERVER,
  async (t) => {
    // More connections than the program itself uses for writing.
    const batch = new pg.Pool({ connectionString: config.DATABASE_URL, max: 8, types: columnTypes })
    await writePlaces(database, [])
    let over = false
    const read = pollUntil(START, () => over)
    const written: string[] = []
    const pause = (ms: number) => () => sleep(ms)
    const writing = Promise.all(
      Array.from({ length: 24 }, async (_, nth) => {
        const [name, town] = towns[nth % towns.length]!
        const places = [0, 1, 2].map((each) =>
          testPlace({ ...town, name: `Espace ${each} de ${name} ${nth}` })
        )
        written.push(...places.map(({ id }) => id))
        await write({ batch }, putting(places), {
          // The first writer to start is one of the last to publish, and holds its version before committing.
          beforePublishing: pause((nth * 37) % 90),
          beforeCommit: pause((nth * 53) % 60)
        })
      })
    )
    await writing.finally(() => {
      over = true
    })
    const { seen, versions } = await read
    await batch.end()
    t.equal(seen.length, written.length, 'none is repeated')
    t.same(seen.toSorted(), written.toSorted(), 'none is missing')
    t.same(
      versions,
      versions.toSorted((left, right) => left - right),
      'in the order of their commits'
    )
    t.equal(new Set(versions).size, 24)
  }
)

t.test('a slow writer that started first is listed last, not skipped', ONLY_ON_A_SERVER, async (t) => {
  const after = await reader.end()
  const slow = testPlace({ ...TOWNS.bayeux, name: 'Lent' })
  const quick = testPlace({ ...TOWNS.caen, name: 'Rapide' })
  let go = () => {}
  const held = new Promise<void>((resolve) => {
    go = resolve
  })
  const begun = write(database, putting([slow]), { beforePublishing: () => held })
  await write(database, putting([quick]))
  const first = await reader.page({ after, limit: 10, withPlaces: false })
  t.same(
    first.map(({ id }) => id),
    [quick.id]
  )
  go()
  await begun
  const second = await reader.page({ after: first.at(-1)!.position, limit: 10, withPlaces: false })
  t.same(
    second.map(({ id }) => id),
    [slow.id]
  )
})

t.test(
  'a writer that has its version and has not committed holds back the next',
  ONLY_ON_A_SERVER,
  async (t) => {
    const after = await reader.end()
    const first = testPlace({ ...TOWNS.lyon3, name: 'Premier' })
    const second = testPlace({ ...TOWNS.brest, name: 'Second' })
    let commit = () => {}
    const held = new Promise<void>((resolve) => {
      commit = resolve
    })
    let published = () => {}
    const hasVersion = new Promise<void>((resolve) => {
      published = resolve
    })
    const one = write(database, putting([first]), {
      beforeCommit: () => {
        published()
        return held
      }
    })
    await hasVersion
    const two = write(database, putting([second]))
    await sleep(100)
    t.same(await reader.page({ after, limit: 10, withPlaces: false }), [], 'neither is visible')
    commit()
    await Promise.all([one, two])
    const page = await reader.page({ after, limit: 10, withPlaces: false })
    t.same(
      page.map(({ id }) => id),
      [first.id, second.id],
      'both, in order'
    )
  }
)
