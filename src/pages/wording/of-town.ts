/** `de Bayeux`, `d’Arras`, `du Havre`, `des Andelys`: the article of a town is a word of the sentence. */
export function ofTown(town: string): string {
  const [, article = '', rest = town] = /^(Le|Les) (.+)$/.exec(town) ?? []
  if (article === 'Le') return `du ${rest}`
  if (article === 'Les') return `des ${rest}`
  return /^[AEIOUYÂÉÈÊÎÔH]/i.test(town) ? `d’${town}` : `de ${town}`
}
