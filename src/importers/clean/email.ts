import { type Repair, replace } from './step.ts'

export const EMAIL: readonly Repair[] = [
  replace('removed mailto:', /^\s*mailto:\s*/i, ''),
  replace('removed a label before the e-mail', /^\s*(?:e-?mail|courriel|mél)\s*:\s*/i, ''),
  replace('replaced (at) with @', /\s*[([]\s*(?:at|arobase|chez)\s*[)\]]\s*/i, '@'),
  replace('replaced (dot) with a dot', /\s*[([]\s*(?:dot|point)\s*[)\]]\s*/gi, '.'),
  { name: 'removed spaces in the e-mail', apply: (value) => value.replace(/\s+/g, '') },
  replace('removed punctuation around the e-mail', /^[<"'(]+|[>"'),.;:]+$/g, ''),
  // The part before the @ may be case-sensitive; domains never are.
  {
    name: 'wrote the e-mail domain in lower case',
    apply: (value) => value.replace(/@[^@]*$/, (domain) => domain.toLowerCase())
  }
]

export const isEmail = (value: string): boolean =>
  value.length <= 254 && /^[^\s@<>"(),:;[\]\\]{1,64}@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u.test(value)
