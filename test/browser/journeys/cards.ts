import type { Page } from 'playwright-core'

/** What a card of a list shows. */
export type CardSeen = {
  readonly name: string
  readonly kinds: string
  /** The address, with the town. */
  readonly where: string
  /** Metres shown; null if the card shows no distance. */
  readonly metres: number | null
  /** How well it fits the question, in words. */
  readonly fits: string
  /** Whether it has a phone link. */
  readonly phone: boolean
  /** Open, closed or unknown, as the class of its state. */
  readonly state: string
  /** Whether it is listed under a second heading: farther, or unsure. */
  readonly beyond: boolean
}

export async function cardsOn(page: Page): Promise<readonly CardSeen[]> {
  await page.locator('.places > li article').first().waitFor()
  const seen = await page.locator('.places > li article').evaluateAll((cards) =>
    cards.map((card) => {
      const text = (selector: string) => card.querySelector(selector)?.textContent?.trim() ?? ''
      const distance = text('.distance')
      return {
        name: text('h3 a'),
        kinds: text('.types'),
        where: text('.where').replace(distance, '').trim(),
        distance,
        fits: text('.fits'),
        phone: card.querySelector('a[href^="tel:"]') !== null,
        state: card.querySelector('.state')?.className.replace('state', '').trim() ?? '',
        beyond: card.closest('ol')?.previousElementSibling?.classList.contains('beyond') ?? false
      }
    })
  )
  return seen.map(({ distance, ...card }) => ({ ...card, metres: metresIn(distance) }))
}

/** "à 1,2 km environ", "about 350 m away". */
function metresIn(said: string): number | null {
  const [, amount = '', unit] = /([\d.,\u202f\u00a0]+) (m|km)\b/.exec(said) ?? []
  if (amount === '') return null
  return Number(amount.replace(/[\u202f\u00a0]/g, '').replace(',', '.')) * (unit === 'km' ? 1_000 : 1)
}
