import { type Repair, replace } from './step.ts'

/** Only the writing; whether the number exists is for the numbering plan to say. */
export const PHONE: readonly Repair[] = [
  replace('opened a tel: link', /^\s*tel:(?=[+\d])/i, ''),
  replace(
    'dropped a label before the phone',
    /^\s*(?:t[ée]l(?:[ée]phone)?|phone|portable|mobile|fixe)\.?\s*:?\s*/i,
    ''
  ),
  replace('dropped the zero after the country code', /(\+\s*\d{2,3})\s*\(\s*0\s*\)/, '$1'),
  replace('wrote 00 as +', /^\s*00(?=[1-9])/, '+'),
  { name: 'dropped phone separators', apply: (value) => value.replace(/[\s.\-–_()]+/g, '') },
  // "(0)" without brackets: +330476… has one digit too many and no number begins so.
  replace(
    'dropped the zero after the country code',
    /^\+(33|262|508|590|594|596|687|689|681)0(?=\d{6,9}$)/,
    '+$1'
  ),
  replace('restored the leading zero of the phone', /^([1-9]\d{8})$/, '0$1'),
  replace('restored the + of the phone', /^(33[1-9]\d{8})$/, '+$1')
]
