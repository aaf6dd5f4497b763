import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import t from 'tap'
import { readEmail } from '../../../src/domain/accounts/email.ts'
import { CODE_MS } from '../../../src/domain/accounts/periods.ts'
import {
  isCounted,
  judgeProof,
  linkId,
  newSignIn,
  type Proof,
  readSignInId
} from '../../../src/domain/accounts/sign-in.ts'
import { MOST_TRIES, newCode, readCode, writeCode } from '../../../src/domain/accounts/sign-in-code.ts'
import { keyFor } from '../../../src/domain/seal.ts'

const key = keyFor('sign-in code', 'a secret')
const email = readEmail('camille@example.org')!
const now = new Date('2026-12-01T09:00:00Z')
const later = (ms: number) => new Date(now.getTime() + ms)

t.test('a code is read as people type it', async (t) => {
  t.equal(readCode('7xk3-9qwm'), '7XK39QWM')
  t.equal(readCode(' 7XK3 9QWM\n'), '7XK39QWM')
  t.equal(readCode('oO1i-lL00'), '00111100', 'letters that look like digits are digits')
  t.equal(readCode('7XK3–9QWM'), '7XK39QWM', 'a dash that a phone has made longer')
  for (const text of ['', '7XK39QW', '7XK39QWMA', '7XK39QWU', '7XK3_9QWM', '７XK39QWM'])
    t.equal(readCode(text), undefined, text)
  fc.assert(
    fc.property(fc.nat(), () => {
      const code = newCode()
      assert.equal(readCode(writeCode(code)), code)
      assert.equal(readCode(writeCode(code).toLowerCase()), code)
    }),
    { numRuns: 500 }
  )
})

t.test('codes use every character about equally often', async (t) => {
  const counts = new Map<string, number>()
  for (let index = 0; index < 4_000; index += 1)
    for (const character of newCode()) counts.set(character, (counts.get(character) ?? 0) + 1)
  t.equal(counts.size, 32)
  for (const [character, count] of counts) t.ok(count > 800 && count < 1_200, `${character}: ${count}`)
})

t.test('the code signs in, once, within a quarter of an hour', async (t) => {
  const { stored, code } = newSignIn(randomUUID(), email, now, key)
  const proof: Proof = { by: 'code', code }
  t.equal(judgeProof(stored, proof, now, key), 'signed-in')
  t.equal(judgeProof(stored, proof, later(CODE_MS - 1), key), 'signed-in')
  t.equal(judgeProof(stored, proof, later(CODE_MS), key), 'expired')
  t.equal(judgeProof({ ...stored, usedAt: now }, proof, later(1), key), 'used')
  t.equal(judgeProof({ ...stored, id: randomUUID() }, proof, now, key), 'refused', 'of another sign-in')
})

t.test('the link signs in only in the browser that asked', async (t) => {
  const { stored, browser } = newSignIn(randomUUID(), email, now, key)
  const other = newSignIn(randomUUID(), email, now, key)
  const by = (proof: Partial<Extract<Proof, { by: 'browser' }>>) =>
    judgeProof(stored, { by: 'browser', browser, isLink: true, ...proof }, now, key)
  t.equal(by({}), 'signed-in')
  t.equal(by({ isLink: false }), 'refused', 'the browser that asked has not read the mail')
  t.equal(by({ browser: other.browser }), 'refused')
  t.equal(by({ browser: '' }), 'refused')
  t.notOk(isCounted({ by: 'browser', browser, isLink: true }))
})

t.test('the id in the link cannot be made from the id that the asker knows', async (t) => {
  const id = randomUUID()
  t.same(readSignInId(id, 'a secret'), { id, isLink: false })
  t.same(readSignInId(linkId(id, 'a secret'), 'a secret'), { id, isLink: true })
  t.equal(readSignInId(linkId(id, 'another secret'), 'a secret'), undefined)
  fc.assert(
    fc.property(fc.string(), (text) => {
      assert.equal(readSignInId(text, 'a secret'), undefined)
    })
  )
})

t.test(
  'whatever is tried in whatever order, five wrong codes end a sign-in and one right proof uses it',
  async () => {
    const act = fc.oneof(
      fc.constant('right'),
      fc.constant('wrong'),
      fc.constant('wrong'),
      fc.constant('link'),
      fc.constant('link elsewhere'),
      fc.integer({ min: 0, max: CODE_MS / 3 })
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 15 }), (acts) => {
        const { stored, code, browser } = newSignIn(randomUUID(), email, now, key)
        const proofs: Readonly<Record<string, Proof>> = {
          right: { by: 'code', code },
          wrong: { by: 'code', code: code === '00000000' ? readCode('11111111')! : readCode('00000000')! },
          link: { by: 'browser', browser, isLink: true },
          'link elsewhere': { by: 'browser', browser: 'AAAA', isLink: true }
        }
        let [signIn, at, signedIn, wrong] = [stored, now, 0, 0]
        for (const each of acts) {
          if (typeof each === 'number') {
            at = new Date(at.getTime() + each)
            continue
          }
          const proof = proofs[each]!
          const outcome = judgeProof(signIn, proof, at, key)
          const isLate = at.getTime() - now.getTime() >= CODE_MS
          assert.equal(
            outcome,
            signedIn > 0
              ? 'used'
              : isLate
                ? 'expired'
                : wrong >= MOST_TRIES
                  ? 'exhausted'
                  : each === 'right' || each === 'link'
                    ? 'signed-in'
                    : 'refused'
          )
          if (outcome === 'signed-in') {
            signedIn += 1
            signIn = { ...signIn, usedAt: at }
          }
          if (outcome === 'refused' && isCounted(proof)) {
            wrong += 1
            signIn = { ...signIn, tries: signIn.tries + 1 }
          }
        }
        assert.ok(signedIn <= 1)
      }),
      { numRuns: 500 }
    )
  }
)
