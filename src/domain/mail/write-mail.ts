import { escapeHtml } from '../escape-html.ts'
import type { Language } from '../language.ts'
import type { Block, Mail, Sender } from './mail.ts'

/** A mail as it is sent, with its two forms and absolute addresses. */
export type Letter = {
  readonly to: string
  readonly subject: string
  readonly text: string
  readonly html: string
  readonly replyTo: string | undefined
  /** Address for the header List-Unsubscribe. */
  readonly unsubscribe: string | undefined
}

const WORDING = {
  hello: { fr: 'Bonjour,', en: 'Hello,' },
  colon: { fr: ' :', en: ':' },
  automatic: {
    fr: 'Ce message est envoyé par un programme.',
    en: 'This message is sent by a program.'
  },
  contact: { fr: 'Votre réponse arrive à une personne', en: 'Your answer reaches a person' },
  unsubscribe: { fr: 'Ne plus recevoir ces messages', en: 'Stop receiving these messages' }
} satisfies Readonly<Record<string, Readonly<Record<Language, string>>>>

/**
 * Characters that a mail must not carry: they end lines in headers, or change the direction of the text after them.
 * A line end within a quote is kept by `lines`.
 */
const UNSAFE = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu

const onOneLine = (text: string): string => text.replace(UNSAFE, ' ').trim()
const lines = (text: string): readonly string[] => text.split(/\r\n|\n|\r/).map(onOneLine)

/** Longer subjects are cut by mail programs. */
const SUBJECT = 150

export function writeMail(mail: Mail, sender: Sender): Letter {
  const { to, language, replyTo } = mail
  const subject = onOneLine(mail.subject)
  const parts = [...partsOf(mail, sender)]
  return {
    to,
    subject: subject.length > SUBJECT ? `${subject.slice(0, SUBJECT - 1)}…` : subject,
    text: `${parts.map(inText).join('\n\n')}\n`,
    html: page(language, subject, parts.map(inHtml).join('\n')),
    replyTo: replyTo ?? sender.contact,
    unsubscribe: mail.unsubscribe === undefined ? undefined : absolute(mail.unsubscribe, sender)
  }
}

/** A part in its final words. */
type Part =
  | { readonly is: 'paragraph'; readonly text: string }
  | { readonly is: 'list'; readonly items: readonly string[] }
  | { readonly is: 'code'; readonly text: string }
  | { readonly is: 'link'; readonly label: string; readonly address: string }
  | { readonly is: 'quote'; readonly lines: readonly string[] }
  | { readonly is: 'rule' }

function* partsOf({ language, blocks, unsubscribe, replyTo }: Mail, sender: Sender): Generator<Part> {
  const say = (words: keyof typeof WORDING): string => WORDING[words][language]
  const link = (label: string, address: string): Part => ({
    is: 'link',
    label: `${onOneLine(label)}${say('colon')}`,
    address
  })
  yield { is: 'paragraph', text: say('hello') }
  for (const block of blocks) {
    const part = partOf(block, replyTo ?? sender.contact)
    yield typeof part === 'object' && 'path' in part ? link(part.label, absolute(part.path, sender)) : part
  }
  yield { is: 'rule' }
  yield link(onOneLine(sender.name), `${sender.url}/`)
  if (unsubscribe !== undefined) yield link(say('unsubscribe'), absolute(unsubscribe, sender))
  const isAnswered = replyTo !== undefined || sender.contact === undefined
  yield isAnswered
    ? { is: 'paragraph', text: say('automatic') }
    : { is: 'paragraph', text: `${say('automatic')} ${say('contact')}${say('colon')} ${sender.contact}` }
}

function partOf(
  block: Block,
  answersTo: string | undefined
): Part | { readonly path: string; readonly label: string } {
  if (typeof block === 'string') return { is: 'paragraph', text: onOneLine(block) }
  if ('list' in block) return { is: 'list', items: block.list.map(onOneLine) }
  if ('answer' in block)
    return { is: 'paragraph', text: onOneLine(answersTo === undefined ? block.otherwise : block.answer) }
  if ('code' in block) return { is: 'code', text: onOneLine(block.code) }
  if ('quote' in block) return { is: 'quote', lines: lines(block.quote) }
  return { path: block.link, label: block.label }
}

/** Only pages of ours are linked: otherwise a text in the mail could lure its reader to another site. */
function absolute(path: string, { url }: Sender): string {
  if (!/^\/(?![/\\])[\x21-\x7e]*$/.test(path))
    throw new Error(`A mail links to pages of ours, not to ${path}.`)
  return `${url}${path}`
}

function inText(part: Part): string {
  switch (part.is) {
    case 'paragraph':
      return part.text
    case 'list':
      return part.items.map((item) => `- ${item}`).join('\n')
    case 'code':
      return `    ${part.text}`
    case 'link':
      return `${part.label}\n${part.address}`
    case 'quote':
      return part.lines.map((line) => `> ${line}`.trimEnd()).join('\n')
    case 'rule':
      // Mail programs know by it where the message ends.
      return '-- '
  }
}

function inHtml(part: Part): string {
  switch (part.is) {
    case 'paragraph':
      return `<p>${escapeHtml(part.text)}</p>`
    case 'list':
      return `<ul>${part.items.map((item) => `<li>${escapeHtml(item)}</li>`).join('')}</ul>`
    case 'code':
      return `<p style="font:bold 1.5em monospace;letter-spacing:.1em">${escapeHtml(part.text)}</p>`
    case 'link':
      return `<p>${escapeHtml(part.label)}<br><a href="${escapeHtml(part.address)}">${escapeHtml(part.address)}</a></p>`
    case 'quote':
      return `<blockquote style="margin:1em 0;padding-left:1em;border-left:3px solid">${part.lines.map(escapeHtml).join('<br>')}</blockquote>`
    case 'rule':
      return '<hr>'
  }
}

/** No image and no colour: it is read in the colours of the reader, and loads nothing. */
const page = (language: Language, subject: string, body: string): string => `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(subject)}</title>
</head>
<body style="font:1em/1.5 sans-serif;max-width:36em">
${body}
</body>
</html>
`
