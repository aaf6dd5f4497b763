import { type Sql, sql } from './sql.ts'

const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * The last id derived by these rules: null if everything is derived, the first possible id if the rules are
 * new.
 */
export const derivationReached = (name: string, rules: string): Sql => sql`
INSERT INTO derivation AS known (name, rules, reached) VALUES (${name}, ${rules}, ${FIRST}::uuid)
ON CONFLICT (name) DO UPDATE SET rules = excluded.rules,
  reached = CASE WHEN known.rules = excluded.rules THEN known.reached ELSE excluded.reached END
RETURNING reached`

export const derivationAdvance = (name: string, reached: string | null): Sql =>
  sql`UPDATE derivation SET reached = ${reached}::uuid WHERE name = ${name}`
