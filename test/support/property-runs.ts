/**
 * How many cases of a property are tried. On the embedded database a question takes five times as long: half of them
 * there, all on a server; `CASES` is another share, where it is set.
 */
export const runs = (all: number): number => Math.ceil(all * SHARE)

const SHARE = Number(process.env.CASES ?? (process.env.DATABASE_URL ? 1 : 0.5))
