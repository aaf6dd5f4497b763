/** A label as it stands inside a sentence: "Aide aux démarches" becomes "aide aux démarches". */
export const inSentence = (label: string): string => `${label.charAt(0).toLowerCase()}${label.slice(1)}`
