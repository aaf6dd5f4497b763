import { enhanceShare } from '../share/share.ts'
import { enablePrinting } from '../sheet/print-button.ts'
import { rememberSelection } from './last-selection.ts'

rememberSelection()
enhanceShare()
enablePrinting()
