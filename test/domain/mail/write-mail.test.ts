import fc from 'fast-check'
import t from 'tap'
import { type Email, readEmail } from '../../../src/domain/accounts/email.ts'
import type { Mail } from '../../../src/domain/mail/mail.ts'
import { writeMail } from '../../../src/domain/mail/write-mail.ts'

const SENDER = { name: 'Hub du Morvan', url: 'https://lieux.example.org', contact: 'contact@morvan.example' }
const CAMILLE = readEmail('camille@nevers.example') as Email

const ACCEPTED: Mail = {
  to: CAMILLE,
  language: 'fr',
  subject: 'Votre signalement SIG-7K3M9QX2A4',
  blocks: [
    'La médiathèque de Decize a été corrigée : merci.',
    { list: ['Horaires', 'Téléphone & e-mail'] },
    { quote: 'Fermé le mardi\n<b>depuis</b> septembre' },
    { code: '7K3M-9QX2' },
    { link: '/signalements/SIG-7K3M9QX2A4', label: 'Voir ce signalement' }
  ]
}

t.test('a mail is plain text that reads well by itself', async (t) => {
  t.equal(
    writeMail(ACCEPTED, SENDER).text,
    `Bonjour,

La médiathèque de Decize a été corrigée : merci.

- Horaires
- Téléphone & e-mail

> Fermé le mardi
> <b>depuis</b> septembre

    7K3M-9QX2

Voir ce signalement :
https://lieux.example.org/signalements/SIG-7K3M9QX2A4

-- 

Hub du Morvan :
https://lieux.example.org/

Ce message est envoyé par un programme. Votre réponse arrive à une personne : contact@morvan.example
`
  )
  const english = writeMail(
    { ...ACCEPTED, language: 'en', blocks: [], unsubscribe: '/abonnements/0199' },
    SENDER
  )
  t.match(english.text, /^Hello,\n/)
  t.match(english.text, 'Stop receiving these messages:\nhttps://lieux.example.org/abonnements/0199\n')
  t.equal(english.unsubscribe, 'https://lieux.example.org/abonnements/0199')
})

t.test('a mail says "answer this mail" only if a person reads the answer', async (t) => {
  const block = { answer: 'Répondez à ce message.', otherwise: 'Voyez la page de contact.' }
  const read = writeMail({ ...ACCEPTED, blocks: [block] }, SENDER)
  t.match(read.text, 'Répondez à ce message.')
  t.notMatch(read.text, /page de contact/)
  t.equal(read.replyTo, SENDER.contact)
  const unread = writeMail({ ...ACCEPTED, blocks: [block] }, { ...SENDER, contact: undefined })
  t.match(unread.text, 'Voyez la page de contact.')
  t.notMatch(unread.text, /Répondez/)
  t.equal(unread.replyTo, undefined)
})

/** The words of HTML as a reader sees them, without marks that stand for tags. */
const seen = (html: string): string =>
  html
    .replace(/^[\s\S]*<body[^>]*>/, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#39;/g, "'")
    .replace(/&amp;/g, '&')
/** Without the marks of lists and quotes, which HTML has as tags. */
const words = (text: string): readonly string[] => text.replace(/[>-]/g, ' ').split(/\s+/).filter(Boolean)

t.test('HTML has the same words as the text, whatever a person wrote', async (t) => {
  const block = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.record({ quote: fc.string({ unit: 'binary' }) }),
    fc.record({ list: fc.array(fc.string(), { maxLength: 3 }) }),
    fc.record({ link: fc.constant('/compte'), label: fc.string() })
  )
  fc.assert(
    fc.property(fc.array(block), fc.constantFrom('fr' as const, 'en' as const), (blocks, language) => {
      const { text, html } = writeMail({ ...ACCEPTED, blocks, language }, SENDER)
      t.same(words(seen(html)), words(text))
    }),
    { numRuns: 300 }
  )
  t.match(writeMail(ACCEPTED, SENDER).html, '&lt;b&gt;depuis&lt;/b&gt;')
  t.notMatch(writeMail(ACCEPTED, SENDER).html, /<img|<script|https?:\/\/(?!lieux\.example\.org)/)
})

t.test(
  'text of a person cannot end a line of a header, turn the text around, or look like ours',
  async (t) => {
    const { subject, text } = writeMail(
      {
        ...ACCEPTED,
        subject: `Votre lieu\r\nBcc: evil@example.org\u202e${'x'.repeat(300)}`,
        blocks: [{ quote: 'un\r\n-- \nHub du Morvan :\rhttps://evil.example\u2028deux\u202e' }]
      },
      SENDER
    )
    t.equal(subject.length, 150)
    t.notMatch(subject, /[\r\n\u202e]/)
    t.match(text, '> un\n> --\n> Hub du Morvan :\n> https://evil.example deux\n\n-- \n')
  }
)

t.test('a mail links to pages of ours only', async (t) => {
  for (const link of ['https://evil.example', '//evil.example', '/\\evil.example', 'compte', '/a b', '/é'])
    t.throws(
      () => writeMail({ ...ACCEPTED, blocks: [{ link, label: 'Voir' }] }, SENDER),
      /pages of ours/,
      link
    )
})
