import { createHash } from 'node:crypto'
import t from 'tap'
import { candidatePairs } from '../../../scripts/matching/candidates.ts'
import { comparableOf } from '../../../src/domain/matching/comparable.ts'
import { decide } from '../../../src/domain/matching/decide.ts'
import { keysOf } from '../../../src/domain/matching/pair-keys.ts'
import { matchingRules } from '../../../src/domain/matching/rules.ts'
import { generatePlaces } from '../../../src/seed/generate.ts'
import { communeRows } from '../../../src/store/territories/administrative-data.ts'
import { officialTowns } from '../../../src/store/territories/official-towns.ts'

/** Names as people write them. Invented names are too regular to test everything that reads names. */
const NAMES = [
  'Ville de Toulon - Mairie du Mourillon',
  'CCAS / Espace numérique des Deux Rives',
  'MEDIATHEQUE ST-EXUPERY (annexe)',
  'Bibl. municipale J. Prévert',
  'Point info 14',
  'M.J.C. du Sud',
  'P@sserelle',
  'Bus France services Pimms'
]

t.test('a change of how records are found or judged changes the edition of the rules', (t) => {
  const invented = [...generatePlaces({ count: 6_000, seed: 5, communes: communeRows() })]
  const records = invented.map((content, nth) => {
    const name = NAMES[nth % (4 * NAMES.length)] ?? content.name
    const source = nth % 2 === 0 ? 'registre' : 'carte'
    return comparableOf({ source, id: String(nth), content: { ...content, name } }, source, officialTowns())
  })
  const pairs = candidatePairs(records)
  t.ok(pairs.length > 2_000, `${pairs.length} pairs`)
  const made = createHash('sha256')
  for (const record of records) made.update(JSON.stringify(keysOf(record)))
  for (const [left, right] of pairs) made.update(JSON.stringify([left.key, right.key, decide(left, right)]))
  t.same(
    { rules: matchingRules(), made: made.digest('base64url') },
    {
      rules: 'Ur88HMdZZvOqKIK-9qVgMrheFikMsKiyZEcEgW08apA',
      made: 'N_gTRi4YoLG3RHvgBUR5Tdw7z6Lstn2HJOQ-rn8apbw'
    },
    'if only `made` differs, increase EDITION in src/domain/matching/rules.ts, then update both values here'
  )
  t.end()
})
