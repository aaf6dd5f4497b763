import { type Sql, sql } from './sql.ts'

const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Returns the id up to which these rules have been applied: null if they have been applied to everything, and the
 * first possible id if they are new.
 */
export const derivationReached = (name: string, rules: string): Sql => sql`
INSERT INTO derivation AS known (name, rules, reached) VALUES (${name}, ${rules}, ${FIRST}::uuid)
ON CONFLICT (name) DO UPDATE SET rules = excluded.rules,
  reached = CASE WHEN known.rules = excluded.rules THEN known.reached ELSE excluded.reached END
RETURNING reached`

export const derivationAdvance = (name: string, reached: string | null): Sql =>
  sql`UPDATE derivation SET reached = ${reached}::uuid WHERE name = ${name}`
