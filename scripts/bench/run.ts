// Measures the program and a baseline in the same run, and reports ratios: seconds depend on the machine, ratios on
// the program. Run it before and after a change that may affect speed, on a quiet machine. It needs a real PostgreSQL
// server with PostGIS, on which it creates databases annuaire_bench_… and keeps them for the next run, and `pgbench`
// on the PATH.
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
//   … npm run bench -- attack
//
// Targets, and the reason for each:
// - search: near + service reaches 0.8 of pgbench's rate or better, because the database does the work and the rest
//   only passes on the result. Other searches are compared with near + service: the nearest places with a code that
//   one place in 20 000 has cost at most 1.5 times as much, because rare criteria must not be slow; words within 30
//   km at most 1.5 times, with spelling mistakes at most 3; a suggestion costs no more; facets over everything at
//   most 10 times, once counted. An outline costs at most 5 times as much as the box around it or the code of its
//   région, because it is read once and not for each place. Any page of 20 places is at most twice as expensive among
//   1 000 000 places as among 10 000. So there must be no sequential scan of `place`.
// - hours: near + open_at at most 1.5 times near alone, because a search for open places should not be noticeably
//   slower.
// - export: the process stays under 300 MB while it streams 1 000 000 places, so that it runs on the smallest
//   machine.
// - import: the second import of a file is at most 4 times as expensive as COPY of its records; a first import at
//   most 12 times as expensive as COPY of the records and places that it stores, because it also reads, cleans,
//   composes and indexes them. Memory stays under 400 MB whatever the size of the file.
// - matching: 99 of 100 automatic merges of libraries are right, because merging two different places gives wrong
//   information; 90 of 100 libraries are merged, and 97 together with the queue. Needs no database.
// - matching-scale: matching a new record costs at most twice as much with 1 000 000 stored records as with 10 000.
// - relevance: nDCG@10 of 0.9 or better over the judged questions; 0.95 of the questions with one typing error are
//   answered among the first three places; removing the accents does not change the answers.
// - pages: a list on a phone's screen within a second of the tap, because people who are uneasy with screens take a
//   blank one for a fault.
// - attack: while someone attacks, others are served at 0.6 of the calm rate or better, because one client, key or
//   crowd must not take the service from the rest.
//
// Missed targets are marked in the tables; the exit status only reports failed requests.

/** Measures something and prints the results; returns false if requests failed. */
export type Bench = (args: readonly string[]) => Promise<boolean>

const BENCHES: Readonly<Record<string, () => Promise<Bench>>> = {
  search: async () => (await import('./search/search.ts')).search,
  export: async () => (await import('./export.ts')).exportAll,
  hours: async () => (await import('./hours.ts')).hours,
  import: async () => (await import('./import.ts')).importAll,
  matching: async () => (await import('./matching.ts')).matching,
  'matching-scale': async () => (await import('./matching-scale.ts')).matchingScale,
  relevance: async () => (await import('./relevance/relevance.ts')).relevance,
  pages: async () => (await import('./pages.ts')).pages,
  attack: async () => (await import('./attack.ts')).attack
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
