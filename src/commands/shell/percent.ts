import { InvalidArgumentError } from 'commander'

export function readPercent(text: string): number {
  if (/^(100|\d{1,2})(\.\d{1,3})?$/.test(text) && Number(text) <= 100) return Number(text)
  throw new InvalidArgumentError('It must be a percentage from 0 to 100, for example 35.')
}
