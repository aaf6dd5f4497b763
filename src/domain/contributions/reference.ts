import { spokenReferences } from '../accounts/spoken-code.ts'

/** The references of contributions. */
export const { make: newReference, read: readReference } = spokenReferences('SIG')
