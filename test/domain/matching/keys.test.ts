import fc from 'fast-check'
import t from 'tap'
import { familiesOf, mayBeOfOneKind } from '../../../src/domain/matching/families.ts'
import { KIND_BY_TYPE, KINDRED, KINDS_BY_WORDING } from '../../../src/domain/matching/matching-lexicon.ts'
import { isWorthComparing, KEY_SORTS } from '../../../src/domain/matching/pair-keys.ts'
import { type Sketch, sketch, sortsInCommon } from '../../support/comparables.ts'

const isCompared = (one: Sketch, other: Sketch): boolean => {
  const [left, right] = [sketch(one), sketch({ directory: 'netpublic', id: '2', ...other })]
  return isWorthComparing(sortsInCommon(left, right), left, right)
}

const MAIRIE: Sketch = { name: 'Mairie', types: ['MUNI'] }
const COUNTER: Sketch = { name: 'France services du Bessin', types: ['RFS'] }

t.test('services of different kinds are not compared because of a shared street or phone', (t) => {
  const [street, phone] = [{ street: '3 rue Larcher' }, { phone: '+33231000001' }]
  t.notOk(isCompared({ ...MAIRIE, ...street }, { ...COUNTER, ...street }))
  t.notOk(isCompared({ ...MAIRIE, ...phone }, { ...COUNTER, ...phone }))
  t.ok(
    isCompared({ ...MAIRIE, ...street, ...phone }, { ...COUNTER, ...street, ...phone }),
    'but together they are'
  )
  t.ok(isCompared({ ...MAIRIE, siret: '21140047200014' }, { ...COUNTER, siret: '21140047200014' }))
  t.end()
})

t.test('a short number, which a whole network shares, is no evidence for or against one place', (t) => {
  t.same(sketch({ phone: '3960' }).phone, null)
  t.same(sketch({ phone: '+33231000001' }).phone, '+33231000001')
  t.end()
})

t.test('a record without a kind, or of a related kind, is compared because of one shared property', (t) => {
  const street = { street: '3 rue Larcher' }
  t.ok(isCompared({ ...MAIRIE, ...street }, { name: 'Au Bon Accueil', ...street }))
  t.ok(
    isCompared(
      { name: 'FabLab', types: ['FABLAB'], ...street },
      { name: 'Tiers-lieu', types: ['TIERS_LIEUX'], ...street }
    )
  )
  t.notOk(isCompared(MAIRIE, { name: 'Au Bon Accueil' }), 'without a shared property, they are not')
  t.end()
})

const ALL_KINDS = [...new Set([...KINDS_BY_WORDING.map(([kind]) => kind), ...Object.values(KIND_BY_TYPE)])]

t.test('the bit mask says whether two records may be of the same kind, like the lists of kinds', (t) => {
  const kinds = fc.subarray(ALL_KINDS, { maxLength: 4 })
  const isKin = (one: string, other: string) =>
    one === other || KINDRED.some((family) => family.has(one) && family.has(other))
  fc.assert(
    fc.property(kinds, kinds, (mine, theirs) => {
      const [left, right] = [mine, theirs].map((kinds) => ({ ...sketch({ name: 'x' }), kinds }))
      if (!left || !right) throw new RangeError('two records')
      const expected =
        mine.length === 0 ||
        theirs.length === 0 ||
        mine.some((one) => theirs.some((other) => isKin(one, other)))
      t.equal(mayBeOfOneKind(left, right), expected, `${mine} and ${theirs}`)
    })
  )
  t.ok(familiesOf({ kinds: ALL_KINDS }) > 0, 'and fit into a signed integer of the database')
  t.equal(KEY_SORTS.length, 4, 'two bits of a key give its kind')
  t.end()
})
