import { type Repair, replace } from './step.ts'

/** Repairs of a part of a cell, made before addresses are looked for. None of them joins two words. */
export const EMAIL_CELL: readonly Repair[] = [
  replace('replaced %A0 with a space', /%(?:C2%A0|A0|20)/gi, ' '),
  replace('replaced %40 with @', /%40/g, '@'),
  replace('removed the subject after the e-mail', /(?<=@[^\s?@]+)\?(?:subject|body|cc|bcc)=\S*/gi, ''),
  replace('removed mailto:', /\bmailto:\s*/gi, ''),
  replace('removed a label before the e-mail', /^\s*(?:(?:e-?)?mail|courriel|mél)\s*:\s*/i, ''),
  replace('replaced (at) with @', /\s*[([]\s*(?:at|a|arobase|chez)\s*[)\]]\s*/i, '@'),
  replace('replaced (dot) with a dot', /\s*[([]\s*(?:dot|point)\s*[)\]]\s*/gi, '.'),
  replace('replaced @@ with @', /@{2,}/g, '@'),
  // Only if the cell consists of one word, an @, spaces and another word. "suivez-nous @mairie" is no address.
  replace('removed spaces after the @', /^(\s*[^\s@]+)\s*@\s+(?=[^\s@]+\s*$)/, '$1@')
]

/** Repairs of one address. */
export const EMAIL: readonly Repair[] = [
  replace('removed the scheme before an e-mail', /^(?:https?:\/\/)?(?:www\.)?(?=[^\s/@]+@[^\s/@]+$)/i, ''),
  replace('removed punctuation around the e-mail', /^[<"'(:;,./*•–—=>-]+|[>"'),.;:/*•–—=<-]+$/g, ''),
  // The part before the @ may be case-sensitive; domains never are.
  {
    name: 'wrote the e-mail domain in lower case',
    apply: (value) => value.replace(/@[^@]*$/, (domain) => domain.toLowerCase())
  }
]

// U+FFFD stands for a lost letter, so mail to such an address would not arrive.
export const isEmail = (value: string): boolean =>
  value.length <= 254 && /^[^\s@<>"(),:;[\]\\\ufffd]{1,64}@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u.test(value)
