/**
 * The name of a town after "de": `de Bayeux`, `d’Arras`, `du Havre`, `des Andelys`. A leading "Le" or "Les" merges
 * with "de".
 */
export function ofTown(town: string): string {
  const [, article = '', rest = town] = /^(Le|Les) (.+)$/.exec(town) ?? []
  if (article === 'Le') return `du ${rest}`
  if (article === 'Les') return `des ${rest}`
  return /^[AEIOUYÂÉÈÊÎÔH]/i.test(town) ? `d’${town}` : `de ${town}`
}
