// Measures the program beside a baseline in the same run, and tells both as ratios: seconds are this machine's, a
// ratio is the program's. To run before and after a change that may cost time, on a quiet machine. It needs a real
// PostgreSQL server with PostGIS, on which it makes databases annuaire_bench_… and keeps them for the next run, and
// `pgbench` on the PATH.
//
//   DATABASE_URL=postgres://postgres@127.0.0.1:5432/postgres npm run bench -- search
//   … npm run bench -- search --sizes 10000 --seconds 3 --only near-service,by-id --plans
//   … npm run bench -- hours
//   … npm run bench -- export
//   … npm run bench -- import
//   npm run bench -- matching
//   … npm run bench -- matching-scale
//   … npm run bench -- relevance
//   … npm run bench -- pages
//
// What is wanted, and why:
// - search: near + service at 0.8 of pgbench or better, because the database answers and the rest is handing on;
//   the nearest with a code that one place in 20 000 has at most 1.5 times its cost, because nobody should wait for
//   asking what is rare; words within 30 km at most 1.5 times, mistyped ones at most 3, a suggestion no more
//   than it; facets over everything at most 10 times, once counted; any page of 20 places at most twice as
//   dear among 1 000 000 places as among 10 000; no sequential scan of `place`, which is what breaks that.
// - hours: near + open_at at most 1.5 times near alone, because who asks for what is open should not notice.
// - export: the process stays under 300 MB while it streams 1 000 000 places, so that the smallest machine can.
// - import: the same file again at most 4 times as dear as COPY of the records it is compared with, a first import at most
//   12 times COPY of the records and places that it stores, because it also reads, cleans, composes and indexes them;
//   under 400 MB whatever the size of the file.
// - matching: 99 of 100 automatic merges of libraries right, because a directory that merges two different places lies;
//   90 of 100 of those there are, and 97 together with what people are asked. Without a database.
// - matching-scale: a new record at most twice as dear to match against 1 000 000 stored ones as against 10 000.
// - relevance: nDCG@10 of 0.9 or better over the judged questions, and of those with one typing error 0.95 answered among the
//   first three; the same answers without accents.
// - pages: a list on a phone's screen within a second of the tap, because who is uneasy with screens takes a blank one for a
//   fault.
//
// A wanted number that is missed is marked in the tables; the exit status tells of failed requests only.

/** Measures, prints, and answers whether all that was asked was answered. */
export type Bench = (args: readonly string[]) => Promise<boolean>

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  search: async () => (await import('./search/search.ts')).search,
  export: async () => (await import('./export.ts')).exportAll,
  hours: async () => (await import('./hours.ts')).hours,
  import: async () => (await import('./import.ts')).importAll,
  matching: async () => (await import('./matching.ts')).matching,
  'matching-scale': async () => (await import('./matching-scale.ts')).matchingScale,
  relevance: async () => (await import('./relevance/relevance.ts')).relevance,
  pages: async () => (await import('./pages.ts')).pages
}

const [name = '', ...args] = process.argv.slice(2)
const bench = BENCHES[name]
if (!bench) {
  console.error(`Say which: npm run bench -- ${Object.keys(BENCHES).join(' | ')}`)
  process.exit(1)
}
try {
  process.exitCode = (await (await bench())(args)) ? 0 : 1
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
