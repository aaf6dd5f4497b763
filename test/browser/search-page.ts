import type { Page } from 'playwright-core'

/** The parts of the search page, as its readers would name them. */
export const field = (page: Page) => page.getByRole('combobox', { name: 'Que cherchez-vous, et où ?' })

/** Until the script has taken over. */
export const live = (page: Page) => field(page).waitFor()

/** Until the list is that of what was asked last. */
export const settled = (page: Page) => page.locator('section:not([aria-busy="true"]) > #count').waitFor()

export const names = (page: Page) => page.locator('.places h3 a').allTextContents()

/** How many the heading tells. */
export const count = async (page: Page) => told(await page.locator('#count').textContent())

export const told = (text: string | null | undefined) => Number((text ?? '').replace(/\D/g, ''))

/** Until the map shows places; it is drawn by the processor, which takes its time. */
export const mapped = (page: Page) => page.locator('.map-cluster, .map-pin').first().waitFor()
