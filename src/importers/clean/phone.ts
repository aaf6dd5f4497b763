import { type Repair, replace } from './step.ts'

/** Repairs only the notation; the numbering plan decides whether the number is valid. */
export const PHONE: readonly Repair[] = [
  replace('removed tel:', /^\s*tel:(?=[+\d])/i, ''),
  replace(
    'removed a label before the phone number',
    /^\s*(?:t[ée]l(?:[ée]phone)?|phone|portable|mobile|fixe)\.?\s*:?\s*/i,
    ''
  ),
  replace('removed the zero after the country code', /(\+\s*\d{2,3})\s*\(\s*0\s*\)/, '$1'),
  replace('replaced 00 with +', /^\s*00(?=[1-9])/, '+'),
  { name: 'removed separators in the phone number', apply: (value) => value.replace(/[\s.\-–_()]+/g, '') },
  // "(0)" without brackets: +330476… has one digit too many, and no number starts like that.
  replace(
    'removed the zero after the country code',
    /^\+(33|262|508|590|594|596|687|689|681)0(?=\d{6,9}$)/,
    '+$1'
  ),
  replace('restored the leading zero of the phone number', /^([1-9]\d{8})$/, '0$1'),
  replace('restored the + of the phone number', /^(33[1-9]\d{8})$/, '+$1')
]
