import t from 'tap'
import { ONE_OF_KIND } from '../../../src/domain/vocabularies/one-of-kind.ts'
import { readWords } from '../../../src/domain/words/read-words.ts'
import { knowledgeOf } from '../../support/knowledge.ts'

const KNOWLEDGE = knowledgeOf({ maison: 900, service: 400 })

t.test('a suggestion of a kind of place, as cards call it, is read as that kind', async (t) => {
  for (const [code, name] of Object.entries(ONE_OF_KIND)) {
    const codes = readWords(name, KNOWLEDGE).groups.flatMap((group) => group.codes)
    t.ok(
      codes.some((each) => each.parameter === 'type' && each.code === code),
      `${name}: ${codes.map((each) => `${each.parameter}:${each.code}`)}`
    )
  }
})
