import { type Repair, replace } from './step.ts'

/** Repairs of a whole cell, made before numbers are looked for. */
export const PHONE_CELL: readonly Repair[] = [
  replace('replaced %A0 with a space', /%(?:C2%A0|A0|20)/gi, ' '),
  replace('removed tel:', /^\s*tel:(?=[+\d])/i, ''),
  replace(
    'removed a label before the phone number',
    /^\s*(?:t[ée]l(?:[ée]phone)?|phone|portable|mobile|fixe)\.?\s*:?\s*(?=[+(\d])/i,
    ''
  )
]

/** Repairs only the notation of one number; the numbering plan decides whether the number is valid. */
export const PHONE: readonly Repair[] = [
  replace('removed the zero after the country code', /(\+\s*\d{2,3})\s*\(\s*0\s*\)/, '$1'),
  replace('replaced 00 with +', /^\s*00(?=[1-9])/, '+'),
  { name: 'removed separators in the phone number', apply: (value) => value.replace(/[^\d+]+/g, '') },
  // "(0)" without brackets: +330476… has one digit too many, and no number starts like that.
  replace(
    'removed the zero after the country code',
    /^\+(33|262|508|590|594|596|687|689|681)0(?=\d{6,9}$)/,
    '+$1'
  ),
  // "+33 3631": short numbers cannot be dialled with a country code.
  replace('removed the country code before a short number', /^\+?33(?=(?:10\d{2}|3\d{3}|11[68]\d{3})$)/, ''),
  replace('restored the leading zero of the phone number', /^([1-9]\d{8})$/, '0$1'),
  replace('restored the + of the phone number', /^(33[1-9]\d{8})$/, '+$1'),
  // The standard uses +269, the prefix of the Comoros, for Mayotte. Comorian numbers have seven digits, those of
  // Mayotte nine.
  replace('replaced +269 with +262, the prefix of Mayotte', /^\+269(?=(?:269|639|692|693)\d{6}$)/, '+262')
]
