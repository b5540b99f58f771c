import { createServer } from 'node:http'
import sirv from 'sirv'
import { build } from 'vite'

/** Builds a page by its Vite configuration and serves it from a free port of the loopback address. */
export async function served(configFile: string, folder: string): Promise<{ url: string; close: () => void }> {
	await build({ configFile, mode: 'production' })
	const files = sirv(folder, { dev: false, etag: false })
	const server = createServer((request, response) => files(request, response))
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
	const address = server.address()
	if (address === null || typeof address === 'string') throw new Error('The page has no port')
	return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() }
}
