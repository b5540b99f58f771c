import { PGlite } from '@electric-sql/pglite'
import { MemfsFrontendFS } from '@electric-sql/pglite/memfs-frontend'
import { OpfsBackend } from '@electric-sql/pglite/memfs2opfs'
import { startParams } from '../../src/lib/store/start-params.ts'

async function template(): Promise<Blob> {
	const packed = await (await fetch('/pg-template.tar.gz')).blob()
	// Some servers say that the archive is a compressed answer, and the browser has unpacked it then.
	const [first, second] = new Uint8Array(await packed.slice(0, 2).arrayBuffer())
	if (first !== 0x1f || second !== 0x8b) return packed
	return await new Response(packed.stream().pipeThrough(new DecompressionStream('gzip'))).blob()
}

self.addEventListener('message', async ({ data: isFirst }: MessageEvent<boolean>) => {
	const fs = new MemfsFrontendFS(new OpfsBackend('bare'))
	const first = isFirst ? { loadDataDir: await template() } : {}
	const pg = await PGlite.create({ relaxedDurability: false, startParams, fs, ...first })
	if (isFirst) await pg.syncToFs()
	await pg.query('select 1')
	self.postMessage('usable')
})
