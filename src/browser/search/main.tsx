import '../typing/typing.css'
import './search.css'
import { hydrate } from 'preact'
import type { Told } from '../../pages/search/search-page.tsx'
import { App } from './app.tsx'

const root = document.getElementById('search')
const told = JSON.parse(document.getElementById('told')?.textContent ?? 'null') as Told | null
if (root && told) hydrate(<App told={told} root={root} />, root)
