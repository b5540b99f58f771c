// Serves the built app on the loopback address, with the policy of the built page as a header.
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import { root } from './install.js'

/** The policy that the build wrote into the page; framing can only be forbidden by header, so that is added here. */
function policyOf(build) {
	const page = readFileSync(join(build, 'index.html'), 'utf8')
	const policy = /http-equiv="content-security-policy" content="([^"]+)"/.exec(page)?.[1]
	if (!policy) throw new Error('The built page has no Content-Security-Policy: build it again with npm run build')
	return `${policy}; frame-ancestors 'none'`
}

/** The worker that runs sources: the only part of the app that may speak to other servers. */
const feedWorker = /\/workers\/feed-worker-[^/]+\.js$/

/** The policy of a file: a worker has the one that its own file came with, not its page's. */
function policyFor(path, policy) {
	const loopback = ['127.0.0.1', 'localhost'].flatMap((host) => [`http://${host}:*`, `ws://${host}:*`])
	return feedWorker.test(path)
		? policy.replace(/connect-src [^;]+/, `connect-src 'self' https: wss: ${loopback.join(' ')}`)
		: policy
}

const compressible = /\.(?:js|css|html|json|svg|wasm|data|txt)$/

/**
 * Serves `build` from `port` on, taking the next free one where a port is taken (at most 20 further).
 * @returns {Promise<{port: number, close: () => Promise<void>}>}
 */
export async function serve(build = join(root, 'build'), port = 4173) {
	const policy = policyOf(build)
	const headersFor = (path) => ({
		'content-security-policy': policyFor(path, policy),
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin'
	})
	const files = sirv(build, {
		single: true,
		etag: true,
		setHeaders: (response, path) => {
			for (const [name, value] of Object.entries(headersFor(path))) response.setHeader(name, value)
			response.setHeader(
				'cache-control',
				path.includes('/immutable/') ? 'public, max-age=31536000, immutable' : 'no-cache'
			)
		}
	})
	const compressed = new Map()
	const server = createServer((request, response) => {
		const path = new URL(request.url ?? '/', 'http://localhost').pathname
		// Built files are few and never change under a running server, so each is compressed once.
		if (
			compressible.test(path) &&
			path.includes('/immutable/') &&
			/\bgzip\b/.test(request.headers['accept-encoding'] ?? '')
		) {
			try {
				if (path.includes('..')) throw new Error('outside')
				if (!compressed.has(path)) compressed.set(path, gzipSync(readFileSync(join(build, decodeURIComponent(path)))))
				const type = path.endsWith('.js')
					? 'text/javascript'
					: path.endsWith('.css')
						? 'text/css'
						: path.endsWith('.wasm')
							? 'application/wasm'
							: 'application/octet-stream'
				response.writeHead(200, {
					...headersFor(path),
					'content-type': type,
					'content-encoding': 'gzip',
					'cache-control': 'public, max-age=31536000, immutable',
					vary: 'accept-encoding'
				})
				response.end(compressed.get(path))
				return
			} catch {
				// Not there: the file server answers as it does for any unknown address.
			}
		}
		files(request, response, () => {
			response.writeHead(404, headersFor(path))
			response.end('Not found')
		})
	})
	for (let next = port; ; next++) {
		const taken = await new Promise((done, fail) => {
			server.once('error', (error) => (error.code === 'EADDRINUSE' && next < port + 20 ? done(true) : fail(error)))
			server.listen(next, '127.0.0.1', () => done(false))
		})
		if (taken) continue
		server.removeAllListeners('error')
		return {
			port: next,
			close: () => new Promise((done) => (server.close(() => done()), server.closeAllConnections()))
		}
	}
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
	const { port } = await serve(undefined, Number(process.env.PORT ?? 4173))
	process.stdout.write(`http://127.0.0.1:${port}/\n`)
}
