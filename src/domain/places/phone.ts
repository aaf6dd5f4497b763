/**
 * French numbers that are dialled as they are, without a country code: 10xx and 3xxx (operators and services such as
 * 3949), 11x (emergencies), 116xxx (European services) and 118xxx (directory enquiries).
 */
const SHORT = /^(?:10\d{2}|3\d{3}|11\d|11[68]\d{3})$/

/** Whole France shares one short number, so it identifies no place. */
export const isShortNumber = (phone: string): boolean => SHORT.test(phone)
