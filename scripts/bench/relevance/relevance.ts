// `npm run bench -- relevance`: sends the judged questions to this program, to plain French full-text search (all
// words, ordered by ts_rank) and to plain trigram similarity (name and city, with pg_trgm), over all real places.
//
//   npm run bench -- relevance [--fresh] [--misses] [--only need,where]
//
// nDCG@10 compares the first ten places with the best ten possible. MRR measures at which rank the place named by a
// question is found. `near` is the share of questions whose first three places are within 20 km, among the
// questions for which three good places are. --misses lists the development questions that could be answered
// better. Held-out questions are only reported as totals. See README.md.

import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { readConfig } from '../../../src/config.ts'
import { type Deps, openDeps } from '../../../src/deps.ts'
import { EVERYTHING } from '../../../src/domain/search/search-question.ts'
import { SHARED } from '../../real-files.ts'
import { serverAddress } from '../options.ts'
import { mean } from '../statistics.ts'
import { table } from '../text-table.ts'
import { type Asking, annuaire, type Engine, fullText, trigrams } from './engines.ts'
import { type Judged, judge, readRows } from './judged/judge.ts'
import type { Place } from './judged/place.ts'
import { readCommunes } from './judged/territory.ts'
import { POSTCODES, realPlaces } from './real-places.ts'
import { type Score, scoreOf } from './score.ts'

const WANTED = { ndcg: 0.9, mrr: 0.96, near: 0.98, nothing: 0.01 }

const FILES = { development: 'development.tsv', second: 'second.tsv', 'held out': 'held-out.tsv' } as const

export async function relevance(args: readonly string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      fresh: { type: 'boolean', default: false },
      misses: { type: 'boolean', default: false },
      only: { type: 'string' }
    }
  })
  const url = await realPlaces(serverAddress(), values.fresh)
  if (url === undefined) {
    console.log('The real files are not available: skipped. ANNUAIRE_SHARED_DATA names their folder.')
    return true
  }
  const deps = await openDeps(readConfig({ DATABASE_URL: url, SEARCH_TIMEOUT_MS: '60000' }))
  const plain = new pg.Pool({ connectionString: url, max: 1 })
  try {
    await plain.query('CREATE EXTENSION IF NOT EXISTS pg_trgm')
    const places = await allPlaces(deps)
    const byId = new Map(places.map((place) => [place.id, place]))
    const engines = [annuaire(deps), fullText(plain), trigrams(plain)]
    const kept: Judged[] = []
    for (const [part, file] of Object.entries(FILES)) {
      const questions = await judgedQuestions(file, places, values.only?.split(','))
      if (questions.length === 0) continue
      kept.push(...questions)
      console.log(`\n${questions.length} questions, ${part}, over ${places.length} places`)
      const misses = values.misses && part !== 'held out'
      const scored = await Promise.all(engines.map((engine) => scoreAll(engine, questions, byId, misses)))
      console.log(report(engines, questions, scored))
    }
    return await sameWithoutAccents(annuaire(deps), kept)
  } finally {
    await plain.end()
    await deps.database.close()
  }
}

async function allPlaces({ places }: Deps): Promise<readonly Place[]> {
  const all: Place[] = []
  for await (const batch of places.stream(EVERYTHING)) {
    for (const { json } of batch) all.push(JSON.parse(json) as Place)
  }
  return all
}

/** The questions of a file with their graded answers; none if the file does not exist. */
async function judgedQuestions(
  file: string,
  places: readonly Place[],
  classes: readonly string[] | undefined
): Promise<readonly Judged[]> {
  const path = fileURLToPath(new URL(`judged/${file}`, import.meta.url))
  if (!existsSync(path)) return []
  const rows = readRows(await readFile(path, 'utf8'))
  const communes = readCommunes(await readFile(join(SHARED, POSTCODES), 'utf8'))
  const wanted = classes ? rows.filter((row) => classes.includes(row.class)) : rows
  return judge(wanted, [...places], communes)
}

const askingOf = ({ q, lat, lon }: Judged): Asking => ({
  q,
  near: lat === undefined || lon === undefined ? null : { lat, lon }
})

async function scoreAll(
  { name, ask }: Engine,
  questions: readonly Judged[],
  byId: ReadonlyMap<string, Place>,
  misses: boolean
): Promise<readonly Score[]> {
  const scores: Score[] = []
  for (const question of questions) {
    const graded = new Map(question.answers.map((answer) => [answer.place.id, answer]))
    const found = (await ask(askingOf(question))).map((id) => {
      // A place without a grade has a distance too: a wrong answer next door is not a far one.
      const place = byId.get(id)
      const km = place ? question.distance(place) : Number.POSITIVE_INFINITY
      return { id, grade: graded.get(id)?.grade ?? 0, km }
    })
    const score = scoreOf(question, found)
    scores.push(score)
    if (misses && name === 'annuaire' && score.ndcg < WANTED.ndcg) {
      const best = question.answers.slice(0, 10).map(({ grade }) => grade)
      const grades = found.map(({ grade }) => grade)
      console.log(
        `${score.ndcg.toFixed(2)} ${question.class} ${question.q}: ${grades.join(' ')} of ${best.join(' ')}`
      )
    }
  }
  return scores
}

function report(
  engines: readonly Engine[],
  questions: readonly Judged[],
  scored: readonly (readonly Score[])[]
): string {
  const classes = [undefined, ...new Set(questions.map((question) => question.class))]
  const rows = classes.flatMap((kind) => {
    const chosen = questions.flatMap((question, at) =>
      kind === undefined || question.class === kind ? [at] : []
    )
    return engines.map(({ name }, engine) => {
      const scores = chosen.flatMap((at) => scored[engine]?.[at] ?? [])
      const { ndcg, mrr, near, nothing } = figures(scores)
      const missed = name === 'annuaire' && kind === undefined ? missedBy(figures(scores)) : ''
      const cells = [ndcg, mrr, near, nothing].map((each) => (Number.isNaN(each) ? '' : each.toFixed(3)))
      return [kind ?? 'all', String(chosen.length), name, ...cells, missed]
    })
  })
  return table([['class', 'questions', 'engine', 'nDCG@10', 'MRR', 'near', 'nothing', ''], ...rows])
}

type Figures = {
  readonly ndcg: number
  readonly mrr: number
  readonly near: number
  readonly nothing: number
}

const figures = (scores: readonly Score[]): Figures => ({
  ndcg: mean(scores.map(({ ndcg }) => ndcg)),
  mrr: mean(scores.flatMap(({ reciprocal }) => reciprocal ?? [])),
  near: mean(scores.flatMap(({ near }) => (near === null ? [] : [Number(near)]))),
  nothing: mean(scores.map(({ found }) => Number(!found)))
})

const missedBy = ({ ndcg, mrr, near, nothing }: Figures): string =>
  [
    ndcg < WANTED.ndcg && `nDCG < ${WANTED.ndcg}`,
    mrr < WANTED.mrr && `MRR < ${WANTED.mrr}`,
    near < WANTED.near && `near < ${WANTED.near}`,
    nothing > WANTED.nothing && `nothing > ${WANTED.nothing}`
  ]
    .filter((each) => each !== false)
    .join(', ')

async function sameWithoutAccents({ ask }: Engine, questions: readonly Judged[]): Promise<boolean> {
  const bare = (q: string) => q.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').toUpperCase()
  const other: string[] = []
  for (const question of questions) {
    const asking = askingOf(question)
    const [one, two] = [await ask(asking), await ask({ ...asking, q: bare(asking.q) })]
    if (one.join() !== two.join()) other.push(asking.q)
  }
  console.log(
    other.length === 0
      ? 'Without accents and in capitals: the same answers.'
      : `Different answers without accents: ${other.join(', ')}`
  )
  return other.length === 0
}
