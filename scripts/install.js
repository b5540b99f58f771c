// Runs before anything else, under whatever Node the newcomer has (20 or later), so: plain JavaScript and no package.
// Installs the locked packages when they are missing or when a pull changed the lockfile.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
const mark = join(root, 'node_modules', '.installed-lock')

/** Installs what package-lock.json names unless exactly that is installed. Ends the process with a message where it fails. */
export function install() {
	const lock = createHash('sha256')
		.update(readFileSync(join(root, 'package-lock.json')))
		.digest('hex')
	if (existsSync(mark) && readFileSync(mark, 'utf8') === lock) return
	process.stderr.write('Installing packages (once, and after the lockfile changed) …\n')
	const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
		cwd: root,
		stdio: ['ignore', 2, 2],
		shell: process.platform === 'win32'
	})
	if (npm.status !== 0) {
		process.stderr.write(
			'The packages could not be installed: see above. Check the network or the registry, then run the command again.\n'
		)
		process.exit(1)
	}
	writeFileSync(mark, lock)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) install()
