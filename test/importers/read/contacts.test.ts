import fc from 'fast-check'
import t from 'tap'
import { read } from '../mapping.ts'

/** The stored phone number, followed by the texts that are reported. */
function phone(telephone: string, more: Record<string, string> = {}): readonly (string | null)[] {
  const { content, reported } = read({ telephone, ...more })
  return [content.contacts.phone, ...reported.map((each) => each.replace('telephone: ', ''))]
}

function emails(courriels: string): readonly [readonly string[], ...(readonly string[])] {
  const { content, reported } = read({ courriels })
  return [content.contacts.emails, ...reported.map((each) => each.replace('courriels: ', ''))]
}

t.test('a short number is kept as people dial it', async (t) => {
  t.same(phone('3960'), ['3960'])
  t.same(phone('39 60'), ['3960'])
  t.same(phone('+33 3960'), ['3960'])
  t.same(phone('0033 3960'), ['3960'])
  t.same(phone('1014'), ['1014'])
  t.same(phone('115'), ['115'])
  t.same(phone('116 117'), ['116117'])
  t.same(phone('118 008'), ['118008'])
  t.same(phone('3960 (service 0,05 €/min + prix appel)'), [
    '3960',
    '(service 0,05 €/min + prix appel): text beside the phone number'
  ])
  t.same(phone('La Poste : 3631'), ['3631', 'La Poste: text beside the phone number'], 'not an extension')
  t.same(phone('39600'), [null, '39600: not a number of the numbering plan'])
  t.same(phone('4960'), [null, '4960: not a number of the numbering plan'], 'no short number starts with 4')
})

t.test('of two numbers, the first is the phone and the other is reported', async (t) => {
  const other = '03 86 71 00 01: only the first phone number is kept'
  for (const between of [' / ', ' - ', '-', ' ', '\n', ' ou ', ' ET ', ' // ', ', ', ';', ' | ', '/', '  ']) {
    t.same(phone(`03 86 71 00 00${between}03 86 71 00 01`), ['+33386710000', other], JSON.stringify(between))
    t.same(
      phone(`+33386710000${between}+33 3 86 71 00 01`),
      ['+33386710000', `+33 3 86${other.slice(5)}`],
      'with country codes'
    )
  }
  t.same(phone('03 86 71 00 00, en été : 03 86 71 00 01'), [
    '+33386710000',
    other,
    'en été: text beside the phone number'
  ])
  t.same(phone('03/86/71/00/00'), ['+33386710000'], 'slashes between pairs are no separators')
  t.same(phone('!'), [null, '!: not a number of the numbering plan'])
  t.same(phone('Tél : 03 86 71'), [null, 'Tél : 03 86 71: not a number of the numbering plan'], 'as written')
})

t.test('an extension and other text are reported, and the number is kept', async (t) => {
  t.same(phone('03 86 71 00 00 poste 215'), ['+33386710000', 'poste 215: an extension, which is not kept'])
  t.same(phone('0386710000, ext. 12'), ['+33386710000', 'ext. 12: an extension, which is not kept'])
  t.same(phone('03 86 71 00 00 (mairie)'), ['+33386710000', '(mairie): text beside the phone number'])
  t.same(phone('03 86 71 00 00 / 02'), ['+33386710000', '02: text beside the phone number'])
  t.same(phone('poste 215'), [null, 'poste 215: not a number of the numbering plan'])
  t.same(phone(': 03 86 71 00 00 -'), ['+33386710000'], 'signs around it say nothing')
  t.same(phone('03%A086 71\u00a000 00'), ['+33386710000'])
})

t.test('a number of an overseas territory has its own prefix', async (t) => {
  t.same(phone('0590 81 00 00'), ['+590590810000'], 'Guadeloupe')
  t.same(phone('0696 00 00 00'), ['+596696000000'], 'Martinique')
  t.same(phone('+33 5 94 30 00 00'), ['+594594300000'], 'Guyane, with the code of France')
  t.same(read({ telephone: '+33594300000' }).repaired, [
    'telephone: replaced +33 with the prefix of the overseas territory'
  ])
})

const SPACES = fc.constantFrom('', ' ', '.', '-', ' - ', '\u00a0', '  ', '_')

t.test('a French number keeps its digits in any spacing', async () => {
  // The first digits 1 to 5 stand for regions, and 9 for no region; 2 62, 5 9x and similar numbers are overseas and
  // left out.
  const digits = fc.stringMatching(/^0[1349][1-9]\d{7}$/)
  fc.assert(
    fc.property(digits, fc.array(SPACES, { minLength: 9, maxLength: 9 }), (number, spaces) => {
      const written = [...number].map((digit, index) => `${digit}${spaces[index] ?? ''}`).join('')
      return read({ telephone: written }).content.contacts.phone === `+33${number.slice(1)}`
    }),
    { numRuns: 150 }
  )
})

t.test('all e-mail addresses of a cell are kept', async (t) => {
  const both = ['epn@bayeux.example', 'accueil@caen.example']
  for (const between of [' ', ' - ', ' / ', '/', ';', '|', ', ', ' ou ', ' et ', '\n', '\u00a0']) {
    t.same(emails(both.join(between)), [both], JSON.stringify(between))
  }
  t.same(emails(': epn@bayeux.example'), [['epn@bayeux.example']])
  t.same(emails('epn@bayeux.example%A0'), [['epn@bayeux.example']])
  t.same(emails('Mail : epn@bayeux.example (accueil)'), [
    ['epn@bayeux.example'],
    '(accueil): text beside the e-mail address'
  ])
})

t.test('no address is made of two words', async (t) => {
  t.same(emails('maison.des services.publics@nevers.example'), [
    ['services.publics@nevers.example'],
    'maison.des: text beside the e-mail address'
  ])
  t.same(emails('accueil@ville nevers.example'), [[], 'accueil@ville nevers.example: not an e-mail address'])
  t.same(emails('suivez-nous @nevers.example'), [[], 'suivez-nous @nevers.example: not an e-mail address'])
})

t.test('an e-mail address that comes out was written in the cell', async () => {
  const word = fc.stringMatching(/^[a-z.]{1,8}$/)
  const piece = fc.oneof(
    word,
    fc.tuple(word, word).map(([left, right]) => `${left}@${right}.fr`),
    fc.constantFrom('@', ' ', '\u00a0', ';', ',', '/', ' - ', ':', '%A0', '<', '>', '(', ')', 'é')
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const cell = pieces.join('')
      // The repairs may only change spaces, a doubled @, and spaces after an @.
      const repaired = cell
        .replace(/%A0|\u00a0/g, ' ')
        .replace(/@{2,}/g, '@')
        .replace(/\s*@\s+/g, '@')
      return read({ courriels: cell }).content.contacts.emails.every(
        (email) => repaired.includes(email) || cell.includes(email)
      )
    }),
    { numRuns: 200 }
  )
})
