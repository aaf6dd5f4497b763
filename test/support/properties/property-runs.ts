/**
 * The number of cases to try. A query takes five times as long on the embedded database, so only half of the cases
 * are tried there.
 */
export const runs = (all: number): number => (process.env.DATABASE_URL ? all : Math.ceil(all / 2))
