import { type Repair, replace } from './step.ts'

export const EMAIL: readonly Repair[] = [
  replace('opened a mailto: link', /^\s*mailto:\s*/i, ''),
  replace('dropped a label before the e-mail', /^\s*(?:e-?mail|courriel|mél)\s*:\s*/i, ''),
  replace('wrote (at) as @', /\s*[([]\s*(?:at|arobase|chez)\s*[)\]]\s*/i, '@'),
  replace('wrote (dot) as a dot', /\s*[([]\s*(?:dot|point)\s*[)\]]\s*/gi, '.'),
  { name: 'dropped spaces of the e-mail', apply: (value) => value.replace(/\s+/g, '') },
  replace('dropped punctuation around the e-mail', /^[<"'(]+|[>"'),.;:]+$/g, ''),
  // The part before the @ may tell cases apart; domains never do.
  {
    name: 'lower-cased the e-mail domain',
    apply: (value) => value.replace(/@[^@]*$/, (domain) => domain.toLowerCase())
  }
]

export const isEmail = (value: string): boolean =>
  value.length <= 254 && /^[^\s@<>"(),:;[\]\\]{1,64}@(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}$/u.test(value)
