/** A town after "de": `de Bayeux`, `d’Arras`, `du Havre`, `des Andelys`. "Le" and "Les" in a name merge with "de". */
export function ofTown(town: string): string {
  const [, article = '', rest = town] = /^(Le|Les) (.+)$/.exec(town) ?? []
  if (article === 'Le') return `du ${rest}`
  if (article === 'Les') return `des ${rest}`
  return /^[AEIOUYÂÉÈÊÎÔH]/i.test(town) ? `d’${town}` : `de ${town}`
}
