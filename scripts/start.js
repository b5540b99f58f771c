// `npm start`: installs what is missing, builds what changed, serves it, says where, opens a browser where there is a display.
import { spawn } from 'node:child_process'
import { install } from './install.js'

install()
const { buildIfChanged } = await import('./build.js')
if (!buildIfChanged()) {
	process.stderr.write('The app could not be built: see above.\n')
	process.exit(1)
}
const { serve } = await import('./serve.js')
const { port } = await serve(undefined, Number(process.env.PORT ?? 4173))
const address = `http://127.0.0.1:${port}/`
process.stdout.write(`Channel Atlas is at ${address} (Ctrl+C stops it; your atlases stay in the browser)\n`)

const opener = process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open'
const hasDisplay = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY
if (hasDisplay && !process.env.CI) {
	spawn(opener, [address], { stdio: 'ignore', detached: true })
		.on('error', () => {})
		.unref()
}
