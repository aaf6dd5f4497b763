/** On the embedded database a question takes five times as long: half of the cases are tried there, all on a server. */
export const runs = (all: number): number => (process.env.DATABASE_URL ? all : Math.ceil(all / 2))
