import { enablePrinting } from './print-button.ts'

enablePrinting()
