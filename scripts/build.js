// Builds the app unless the last build was made from exactly these files.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './install.js'

const inputs = [
	'src',
	'static',
	'messages',
	'project.inlang',
	'scripts',
	'package-lock.json',
	'vite.config.ts',
	'uno.config.ts'
]
const stampFile = join(root, 'build', '.stamp')

/** Names, sizes and times of all that goes into the build, as one hash. */
function stamp() {
	const hash = createHash('sha256')
	const walk = (path) => {
		const stat = statSync(path)
		if (stat.isDirectory()) {
			if (path.endsWith('paraglide')) return
			for (const name of readdirSync(path).sort()) walk(join(path, name))
		} else hash.update(`${path} ${stat.size} ${stat.mtimeMs}\n`)
	}
	for (const input of inputs) walk(join(root, input))
	return hash.digest('hex')
}

/** Runs a program of the project's own packages; its output is the caller's. Returns whether it succeeded. */
export function runTool(command, args, options = {}) {
	const result = spawnSync(command, args, {
		cwd: root,
		stdio: 'inherit',
		shell: process.platform === 'win32',
		...options,
		env: { ...process.env, ...options.env, PATH: toolPath() }
	})
	return result.status === 0
}

/** PATH with the project's own Node 24 and tools first: the newcomer's Node may be too old for them. */
export function toolPath() {
	const own = join(root, 'node_modules', '.bin')
	return `${own}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`
}

/** Builds if anything changed. Returns whether a build is there. */
export function buildIfChanged() {
	if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp()) return true
	process.stderr.write('Building …\n')
	if (!runTool('npm', ['run', '--silent', 'build'], { stdio: ['ignore', 2, 2] })) return false
	writeFileSync(stampFile, stamp())
	return true
}
