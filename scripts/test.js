// `npm test`: installs what is missing, then runs every check in order and ends with one line, "N passed, N failed".
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { install, root } from './install.js'

install()
const { buildIfChanged, runTool } = await import('./build.js')
const { findChromium } = await import('./chromium.js')

const results = join(root, 'test-results')
rmSync(results, { recursive: true, force: true })
mkdirSync(results, { recursive: true })

const browser = await findChromium().catch((error) => {
	process.stderr.write(`${error.message}\n`)
	return null
})
const env = browser ? { CHROMIUM_PATH: browser } : {}
let passed = 0
let failed = 0

/** Runs one part and adds what it counted; a part that reports no counts is one check. A part that counts nothing has failed. */
function part(name, run, counts) {
	const start = performance.now()
	const ok = run()
	const counted = counts?.() ?? { passed: ok ? 1 : 0, failed: ok ? 0 : 1 }
	if (!ok && counted.failed === 0) counted.failed = 1
	if (ok && counted.passed === 0) counted.failed += 1
	passed += counted.passed
	failed += counted.failed
	const seconds = ((performance.now() - start) / 1000).toFixed(1)
	process.stdout.write(
		`${counted.failed ? 'FAILED' : 'ok'}  ${name}: ${counted.passed} passed, ${counted.failed} failed (${seconds} s)\n\n`
	)
}

function vitestCounts(file) {
	if (!existsSync(file)) return { passed: 0, failed: 1 }
	const report = JSON.parse(readFileSync(file, 'utf8'))
	return {
		passed: report.numPassedTests,
		failed: report.numFailedTests + (report.success || report.numFailedTests ? 0 : 1)
	}
}

function vitest(project) {
	const file = join(results, `${project}.json`)
	part(
		project,
		() =>
			runTool(
				'vitest',
				['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
				{ env }
			),
		() => vitestCounts(file)
	)
}

part('types', () => runTool('npm', ['run', '--silent', 'check']))
part('lint', () => runTool('npm', ['run', '--silent', 'lint']))
vitest('unit')
vitest('store')
if (browser) {
	vitest('component')
	part('build', () => buildIfChanged())
	const file = join(results, 'e2e.json')
	part(
		'end to end',
		() => runTool('playwright', ['test'], { env: { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file } }),
		() => {
			if (!existsSync(file)) return { passed: 0, failed: 1 }
			const { stats } = JSON.parse(readFileSync(file, 'utf8'))
			return { passed: stats.expected, failed: stats.unexpected + stats.flaky }
		}
	)
} else {
	failed += 1
}

process.stdout.write(`${passed} passed, ${failed} failed\n`)
process.exitCode = failed ? 1 : 0
