import 'virtual:uno.css'
import '../app.css'
import './reader.css'
import { mount } from 'svelte'
import { shareElement } from '#lib/domain/share/share-html.ts'
import { readShare } from '#lib/domain/share/share.ts'
import Reader from './Reader.svelte'
import { ReaderState } from './reader-state.svelte.ts'

const share = readShare(document.getElementById(shareElement)?.textContent ?? '')
const target = document.getElementById('reader')
if (share === null || target === null) document.body.append('This file is damaged: ask for it again.')
else mount(Reader, { target, props: { reader: new ReaderState(share) } })
