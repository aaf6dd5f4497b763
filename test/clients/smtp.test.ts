import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { simpleParser } from 'mailparser'
import t from 'tap'
import { filePostman, smtpPostman } from '../../src/clients/smtp.ts'
import { readEmail } from '../../src/domain/accounts/email.ts'
import type { Letter } from '../../src/domain/mail/write-mail.ts'
import { Undeliverable } from '../../src/domain/outbox/delivery.ts'
import { mailServer, refusal } from '../support/people/smtp.ts'

const FROM = 'Annuaire de la Nièvre <annuaire@lieux.example.org>'

const LETTER: Letter = {
  to: 'camille@nevers.example',
  subject: 'Votre médiathèque à Château-Chinon (Ville) : « signalé fermé »',
  text: 'Bonjour,\n\nÀ bientôt.\n',
  html: '<!doctype html><p>Bonjour,</p><p>À bientôt.</p>',
  replyTo: 'contact@morvan.example',
  unsubscribe: undefined
}

t.test('a letter arrives as it was written, and says that a program sent it', async (t) => {
  const { url, received } = await mailServer(t)
  const postman = smtpPostman(url, FROM)
  t.teardown(postman.close)
  const unsubscribe = `https://lieux.example.org/abonnements/${'0199abcd'.repeat(12)}?jeton=${'x'.repeat(60)}`
  await postman.carry({ ...LETTER, unsubscribe }, '7.1764529999123')
  const [{ to, mail } = { to: [], mail: undefined }] = received
  t.same(to, [LETTER.to])
  t.match(mail, {
    subject: LETTER.subject,
    messageId: '<7.1764529999123@lieux.example.org>',
    from: { value: [{ name: 'Annuaire de la Nièvre', address: 'annuaire@lieux.example.org' }] },
    replyTo: { value: [{ address: 'contact@morvan.example' }] }
  })
  t.equal(mail?.text?.trim(), LETTER.text.trim())
  t.match(mail?.html, 'À bientôt.')
  t.equal(mail?.headers.get('auto-submitted'), 'auto-generated')
  t.match(mail?.headers.get('list'), { unsubscribe: { url: unsubscribe } })
  t.match(
    mail?.headerLines.find(({ key }) => key === 'list-unsubscribe-post')?.line,
    'List-Unsubscribe=One-Click'
  )
})

t.test('no address reaches a second recipient, however it is written', { timeout: 120_000 }, async (t) => {
  const { url, received } = await mailServer(t)
  const postman = smtpPostman(url, FROM)
  t.teardown(postman.close)
  const carry = async (to: string) => {
    received.length = 0
    await postman.carry({ ...LETTER, to }, '1.1').catch(() => {})
    return received.flatMap((each) => each.to)
  }

  // Measured with nodemailer: the first is mailed to both, the second to the attacker only, unless given as an object.
  const smuggled = [
    'camille@nevers.example, evil@example.org',
    'camille@nevers.example\r\nRCPT TO:<evil@example.org>',
    'camille@nevers.example>\r\nRCPT TO:<evil@example.org',
    '"evil@example.org,"@nevers.example',
    '<evil@example.org>camille@nevers.example',
    'camille@nevers.example (evil@example.org)',
    'group: camille@nevers.example, evil@example.org;',
    'camille@nevers.example\u0000evil@example.org',
    'camille@[127.0.0.1]',
    'evil%example.org@nevers.example'
  ]
  for (const to of smuggled) {
    t.equal(readEmail(to), undefined, to)
    t.notOk((await carry(to)).includes('evil@example.org'), to)
  }

  const typed = fc.oneof(
    fc.string({ maxLength: 40 }),
    fc.emailAddress(),
    fc.stringMatching(/^[a-z.+'=-]{1,20}@[a-z-]{1,10}\.(fr|example)$/),
    fc
      .array(
        fc.constantFrom(
          'camille',
          'evil',
          '@',
          '@example.org',
          ',',
          ';',
          ' ',
          '"',
          '<',
          '>',
          '\r\n',
          'RCPT TO:',
          '(',
          ')',
          '\\',
          ':',
          '.',
          '+',
          '\u0000',
          'é'
        ),
        { maxLength: 10 }
      )
      .map((parts) => parts.join(''))
  )
  let accepted = 0
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const email = readEmail(text)
      if (email === undefined) return
      accepted++
      t.same(await carry(email), [email], text)
    }),
    { numRuns: 400 }
  )
  t.ok(accepted > 20, `${accepted} addresses were accepted and mailed`)
})

t.test('a mailbox that is not there is dead; a server in trouble is not', async (t) => {
  const answers: Readonly<Record<string, Error>> = {
    'gone@nevers.example': refusal(550, '5.1.1 <gone@nevers.example>: user unknown'),
    'full@nevers.example': refusal(552, '5.2.2 mailbox full'),
    'grey@nevers.example': refusal(451, '4.7.1 try again later')
  }
  const { url } = await mailServer(t, {
    onRcptTo: ({ address }, _session, end) => end(answers[address])
  })
  const postman = smtpPostman(url, FROM)
  t.teardown(postman.close)
  const carry = (to: string) =>
    postman.carry({ ...LETTER, to }, '1.1').then(
      () => 'arrived',
      (error) => error
    )
  t.equal(await carry('camille@nevers.example'), 'arrived')
  const [gone, full, grey] = [
    await carry('gone@nevers.example'),
    await carry('full@nevers.example'),
    await carry('grey@nevers.example')
  ]
  t.match(gone, { constructor: Undeliverable, isDead: true, message: 'refused: 550 5.1.1' })
  t.match(full, { constructor: Undeliverable, isDead: false })
  t.notOk(grey instanceof Undeliverable, 'a server that says later is asked later')
  t.notMatch(gone.message, /@/, 'and the stored reason contains no address')
})

t.test('a password that is wrong, or a server that is away, is no reason to give a letter up', async (t) => {
  const closed = await mailServer(t, {
    authOptional: false,
    onAuth: (_auth, _session, end) => end(refusal(535, '5.7.8 authentication failed'))
  })
  for (const url of [closed.url.replace('//', '//annuaire:secret@'), 'smtp://127.0.0.1:1']) {
    const postman = smtpPostman(url, FROM)
    t.teardown(postman.close)
    const error = await postman.carry(LETTER, '1.1').catch((each) => each)
    t.ok(error instanceof Error && !(error instanceof Undeliverable), String(error))
  }
})

t.test('without a mail server, each letter is a file; carried twice, it is still one', async (t) => {
  const folder = await mkdtemp(join(tmpdir(), 'annuaire-mail-'))
  t.teardown(() => rm(folder, { recursive: true }))
  const wrote: string[] = []
  const carry = filePostman(join(folder, 'mail'), FROM, (path) => wrote.push(path))
  await carry(LETTER, '7.1764529999123')
  await carry(LETTER, '7.1764529999123')
  await carry({ ...LETTER, to: 'lea@decize.example' }, '8.1764530000000')
  t.same((await readdir(join(folder, 'mail'))).sort(), ['7.1764529999123.eml', '8.1764530000000.eml'])
  const mail = await simpleParser(await readFile(wrote[0] ?? ''))
  t.match(mail, { subject: LETTER.subject, to: { value: [{ address: LETTER.to }] } })
  t.equal(mail.text?.trim(), LETTER.text.trim())
})
