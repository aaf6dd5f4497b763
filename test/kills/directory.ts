// The records of two sources on successive days. Some are of the same place, some come and go, and some change.
import { newKey, writingScope } from '../../src/domain/access/api-keys.ts'
import { keyStore } from '../../src/store/access/key-store.ts'
import type { Database } from '../../src/store/db/database.ts'
import { inNievre } from '../support/nievre.ts'
import { ndjson } from '../support/records.ts'

const RECORDS = 300

const numbers = Array.from({ length: RECORDS }, (_, n) => n)

const PERSONS = [
  'Lefèvre',
  'Marchand',
  'Quéré',
  'Bonnaud',
  'Vasseur',
  'Chauvet',
  'Delorme',
  'Tissot',
  'Perrot'
]

/** The person who is erased on a day. */
export const personOf = (day: number): string =>
  `Yann ${PERSONS[day % PERSONS.length]}-Kervo${'abcdefghij'[Math.floor(day / PERSONS.length) % 10]}z`

/** Records that are missing on a day: never those that are decided about. */
const isMissing = (n: number, day: number) => n >= 100 && n % 10 === day % 3

export const mednumDay = (day: number) =>
  numbers
    .filter((n) => !isMissing(n, day))
    .map((n) => ({
      id: String(n),
      nom: n % 3 === 0 && n >= 100 ? `Espace numérique ${n}, saison ${day % 4}` : `Espace numérique ${n}`,
      ...inNievre(n),
      adresse: `${n} rue du Moulin`,
      presentation_resume: n % 20 === 7 ? `Demandez ${personOf(Math.floor(n / 20))}.` : '',
      services: n % 2 === 0 ? 'Loisirs et créations numériques' : ''
    }))

/** Most of these places are in the other source too. */
export const networkDay = (day: number): string =>
  ndjson(
    numbers
      .filter((n) => n % 2 === 1 && !isMissing(n, day + 1))
      .map((n) => {
        const { commune, code_postal } = inNievre(n)
        return {
          id: String(n),
          content: {
            name: n % 9 === 0 ? `Le Lab ${n}` : `Espace numérique ${n}`,
            types: ['EPN'],
            summary: day % 2 === 0 ? `Atelier ${n}` : null,
            address: { street: `${n} rue du Moulin`, postcode: code_postal, city: commune }
          }
        }
      })
  )

/** A key that can be added to several databases. */
export function keyFor(source: string) {
  const { id, token, digest } = newKey()
  return {
    token,
    addTo: ({ batch }: Database) =>
      keyStore(batch).add({ id, name: 'Test', digest, scopes: [writingScope(source)], expires_at: null })
  }
}
