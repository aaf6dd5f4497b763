// `npm run bench -- relevance`: the judged questions, asked of this program, of plain French full text (all words, by
// ts_rank) and of plain trigram similarity (name and city, by pg_trgm), side by side.
//
//   npm run bench -- relevance [--fresh] [--misses]
//
// nDCG@10 is how good the first ten are beside the best ten there could be, success@n whether the first n hold a place
// that counts 2 or more. --misses tells each question that could be answered better, of those that may be tuned on. Those
// that what is understood was developed on, and those that were held out, have tables of their own.

import { parseArgs } from 'node:util'
import pg from 'pg'
import { readConfig } from '../../../src/config.ts'
import { type Deps, openDeps } from '../../../src/deps.ts'
import { type Place, readPlace } from '../../../src/domain/places/place.ts'
import { searchPlaces } from '../../../src/domain/search/search-places.ts'
import { EVERYTHING } from '../../../src/domain/search/search-question.ts'
import { serverAddress } from '../options.ts'
import { mean } from '../statistics.ts'
import { table } from '../text-table.ts'
import { DEVELOPMENT } from './development.ts'
import { HELD_OUT } from './held-out.ts'
import { type Judged, readJudged, TYPED } from './judge.ts'
import { JUDGED } from './judged.ts'
import { realPlaces } from './real-places.ts'

const SHOWN = 10
const WANTED = { ndcg: 0.9, oneError: 0.95 }

/** With the ten best grades possible. */
type JudgedQuestion = Judged & { readonly best: readonly number[] }

type Engine = { readonly name: string; readonly ask: (q: string) => Promise<readonly string[]> }
type Scores = { readonly ndcg: number; readonly first: number; readonly three: number }

export async function relevance(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: { fresh: { type: 'boolean', default: false }, misses: { type: 'boolean', default: false } }
  })
  const url = await realPlaces(serverAddress(), values.fresh)
  if (url === undefined) {
    console.log('The real files are not at hand: skipped. ANNUAIRE_SHARED_DATA names their folder.')
    return true
  }
  const deps = await openDeps(readConfig({ DATABASE_URL: url, SEARCH_TIMEOUT_MS: '60000' }))
  const plain = new pg.Pool({ connectionString: url, max: 1 })
  try {
    await plain.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
    const places = await allPlaces(deps)
    const tuned = await judgedQuestions(deps, JUDGED, places)
    const developed = await judgedQuestions(deps, DEVELOPMENT, places)
    const heldOut = await judgedQuestions(deps, HELD_OUT, places)
    const engines = [annuaire(deps), fullText(plain), trigrams(plain)]
    for (const [part, judged] of [
      ['tuned on', tuned],
      ['developed on', developed],
      ['held out', heldOut]
    ] as const) {
      console.log(`\n${judged.length} questions ${part}, over ${places.size} places`)
      const scored = []
      const misses = values.misses && judged !== heldOut
      for (const engine of engines) scored.push(await scoreAll(engine, judged, places, misses))
      console.log(report(engines, judged, scored))
    }
    return await sameWithoutAccents(annuaire(deps), [...tuned, ...developed, ...heldOut])
  } finally {
    await plain.end()
    await deps.database.close()
  }
}

async function allPlaces({ places }: Deps): Promise<ReadonlyMap<string, Place>> {
  const all = new Map<string, Place>()
  for await (const batch of places.stream(EVERYTHING))
    for (const each of batch) all.set(each.id, readPlace(each))
  return all
}

async function judgedQuestions(
  { words }: Deps,
  text: string,
  places: ReadonlyMap<string, Place>
): Promise<readonly JudgedQuestion[]> {
  const { gazetteer } = await words()
  const centreOf = (name: string) => gazetteer.named([name]).find(({ kind }) => kind === 'commune')?.centre
  return readJudged(text, (name) => centreOf(name) ?? undefined).map((judged) => {
    const grades = [...places.values()].map(judged.grade).toSorted((one, other) => other - one)
    if (grades[0] === 0) {
      console.log(`No place answers "${judged.q}" by its judgement: it counts as missed.`)
    }
    return { ...judged, best: grades.slice(0, SHOWN) }
  })
}

const annuaire = (deps: Deps): Engine => ({
  name: 'annuaire',
  ask: async (q) => {
    const question = {
      filters: { ...EVERYTHING, q },
      sort: 'relevance',
      limit: SHOWN,
      facets: [],
      countMost: 0
    } as const
    return (await searchPlaces(deps, question)).items.map(({ id }) => id)
  }
})

const fullText = (pool: pg.Pool): Engine => ({
  name: 'full text',
  ask: async (q) =>
    idsOf(
      await pool.query(
        `SELECT id FROM place, websearch_to_tsquery('annuaire_french', $1) AS asked
         WHERE status = 'active' AND search @@ asked ORDER BY ts_rank(search, asked) DESC, id LIMIT ${SHOWN}`,
        [q]
      )
    )
})

const trigrams = (pool: pg.Pool): Engine => ({
  name: 'trigrams',
  ask: async (q) =>
    idsOf(
      await pool.query(
        `SELECT id FROM place WHERE status = 'active'
         ORDER BY similarity(fold(name || ' ' || city), fold($1)) DESC, id LIMIT ${SHOWN}`,
        [q]
      )
    )
})

const idsOf = ({ rows }: pg.QueryResult<{ id: string }>): readonly string[] => rows.map(({ id }) => id)

async function scoreAll(
  { name, ask }: Engine,
  judged: readonly JudgedQuestion[],
  places: ReadonlyMap<string, Place>,
  misses: boolean
): Promise<readonly Scores[]> {
  const scores: Scores[] = []
  for (const { q, grade, best } of judged) {
    const found = await ask(q)
    const grades = found.map((id) => grade(places.get(id) as Place))
    const score = {
      ndcg: best[0] === 0 ? 0 : gain(grades) / gain(best),
      first: Number((grades[0] ?? 0) >= 2),
      three: Number(grades.slice(0, 3).some((each) => each >= 2))
    }
    scores.push(score)
    if (misses && name === 'annuaire' && score.ndcg < WANTED.ndcg) {
      console.log(`${score.ndcg.toFixed(2)} ${q}: ${grades.join(' ')} of ${best.join(' ')}`)
    }
  }
  return scores
}

const gain = (grades: readonly number[]): number =>
  grades.reduce((sum, each, at) => sum + (2 ** each - 1) / Math.log2(at + 2), 0)

function report(
  engines: readonly Engine[],
  judged: readonly Judged[],
  scored: readonly (readonly Scores[])[]
): string {
  const rows = [undefined, ...TYPED].flatMap((typed) => {
    const chosen = judged.flatMap((each, at) => (typed === undefined || each.typed === typed ? [at] : []))
    return engines.map(({ name }, engine) => {
      const of = (field: keyof Scores) => mean(chosen.map((at) => scored[engine]?.[at]?.[field] ?? 0))
      const missed = name === 'annuaire' ? missedBy(typed, of('ndcg'), of('three')) : ''
      return [
        typed ?? 'all',
        String(chosen.length),
        name,
        ...[of('ndcg'), of('first'), of('three')].map((each) => each.toFixed(3)),
        missed
      ]
    })
  })
  return table([['typed', 'questions', 'engine', 'nDCG@10', 'success@1', 'success@3', ''], ...rows])
}

function missedBy(typed: string | undefined, ndcg: number, three: number): string {
  if (typed === undefined && ndcg < WANTED.ndcg) return `< wanted ${WANTED.ndcg}`
  return typed === 'typo' && three < WANTED.oneError ? `< wanted ${WANTED.oneError}` : ''
}

async function sameWithoutAccents({ ask }: Engine, judged: readonly Judged[]): Promise<boolean> {
  const bare = (q: string) => q.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').toUpperCase()
  const other: string[] = []
  for (const { q } of judged) if ((await ask(q)).join() !== (await ask(bare(q))).join()) other.push(q)
  console.log(
    other.length === 0
      ? 'Without accents and in capitals: the same answers.'
      : `Answered otherwise without accents: ${other.join(', ')}`
  )
  return other.length === 0
}
