import { type Sql, sql } from '../sql.ts'

export const sourceDefinition = (slug: string): Sql => sql`
SELECT slug AS source, name, licence, homepage, priority, publishes_persons, gives FROM source WHERE slug = ${slug}`
