/**
 * French short numbers, which are dialled without a country code: 10xx and 3xxx (operators and services such as
 * 3949), 11x (emergencies), 116xxx (European services) and 118xxx (directory enquiries).
 */
const SHORT = /^(?:10\d{2}|3\d{3}|11\d|11[68]\d{3})$/

/** A short number is the same in all of France, so it identifies no place. */
export const isShortNumber = (phone: string): boolean => SHORT.test(phone)
