import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { smallAtlas } from '#lib/domain/changes/small-atlas.ts'
import { coverage } from '#lib/domain/coverage/coverage.ts'
import { lenses } from '#lib/domain/coverage/lens.ts'
import { veldhaven } from '#lib/domain/coverage/worked-case.ts'
import { AtlasLog } from './atlas-log.ts'
import { Mentions } from './mentions.ts'
import { sqlDump } from './sql-dump.ts'
import { testDatabase, testPg } from './test-database.ts'
import type { WordedMention } from './store.ts'

const nasty = `it's a \\ "test"\n; drop table mention; -- $$ $1 速度 👍`

function aMention(id: string, text: string): WordedMention {
	const nothing = { externalId: null, lang: null, author: null, channel: null, url: null, label: null }
	const words = ['slow', `o'clock`, 'a,b{}"\\']
	return { ...nothing, id, source: 'S', at: '2026-03-01T10:00:00Z', text, sentiment: -0.5, corrected: false, words }
}

/** Two atlases with text that is hard to quote, and the worked case, in the database of the app. */
async function aDump(atlas?: string): Promise<string> {
	const database = await testDatabase()
	const log = new AtlasLog(database)
	const atlasValue = smallAtlas()
	const need = atlasValue.needs.get('N')
	if (need === undefined) throw new Error('no need')
	await log.create({ ...atlasValue, needs: new Map([['N', { ...need, description: nasty }]]) })
	await log.create({ ...atlasValue, workspace: { ...atlasValue.workspace, id: 'other' } })
	await log.create(veldhaven())
	await new Mentions(database).add('W', 'b', [aMention('M1', `${nasty}\u0000`), aMention('M2', 'plain')])
	const text = await sqlDump(database, atlas)
	await database.close()
	return text
}

const questions = [
	`select count(*) from need where atlas in ('W', 'other')`,
	`select description from need where atlas = 'W'`,
	`select status, best_rank from pair_status where atlas = 'W' and lens = 'today'`,
	'select text from mention order by no',
	'select word, mentions, sentiment from word_count order by word',
	`select feelings::text, share is null from persona where atlas = 'W'`
]

test('a dump loads in a fresh database and says the same there; words are counted as mentions go on coming in', async () => {
	const pg = await testPg()
	await pg.exec(await aDump())
	await pg.exec('set search_path = channel_atlas')
	const answers = []
	for (const question of questions) answers.push((await pg.query(question)).rows)
	expect(answers).toEqual([
		[{ count: 2 }],
		[{ description: nasty }],
		[{ status: 'first', best_rank: 1 }],
		[{ text: `${nasty}\ufffd` }, { text: 'plain' }],
		[`a,b{}"\\`, `o'clock`, 'slow'].map((word) => ({ word, mentions: 2, sentiment: -1000000 })),
		[{ feelings: '{}', '?column?': true }]
	])
	await pg.exec('set search_path = public')
	await pg.exec(`delete from channel_atlas.mention where id = 'M2'`)
	expect((await pg.query('select mentions from channel_atlas.word_count')).rows).toEqual(
		Array.from({ length: 3 }, () => ({ mentions: 1 }))
	)
	await pg.close()
})

test('a dump of one atlas holds nothing of the others', async () => {
	const pg = await testPg()
	await pg.exec(await aDump('other'))
	expect((await pg.query('select atlas from channel_atlas.need')).rows).toEqual([{ atlas: 'other' }])
	expect((await pg.query('select id from channel_atlas.mention')).rows).toEqual([])
	await pg.close()
})

/** The programs of the newest PostgreSQL server on this machine, or null. */
function serverPrograms(): string | null {
	const base = '/usr/lib/postgresql'
	if (!existsSync(base)) return null
	const newest = readdirSync(base).sort((left, right) => Number(right) - Number(left))
	return newest.map((version) => join(base, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb'))) ?? null
}

/** PostgreSQL refuses to run as root: then the user that Debian makes for it, else nobody. */
function unprivileged(): { uid: number; gid: number } | Record<string, never> {
	if (process.getuid?.() !== 0) return {}
	for (const user of ['postgres', 'nobody']) {
		const uid = Number(spawnSync('id', ['-u', user], { encoding: 'utf8' }).stdout)
		const gid = Number(spawnSync('id', ['-g', user], { encoding: 'utf8' }).stdout)
		if (uid > 0) return { uid, gid }
	}
	return {}
}

const programs = serverPrograms()
if (programs === null) console.info('No PostgreSQL server is installed: loading a dump in one is not tried')

test.skipIf(programs === null)('a dump loads in a PostgreSQL server', async () => {
	if (programs === null) return
	const user = unprivileged()
	const folder = mkdtempSync(join(tmpdir(), 'channel-atlas-pg-'))
	if ('uid' in user && user.uid !== undefined) chownSync(folder, user.uid, user.gid)
	const options = { ...user, cwd: folder, encoding: 'utf8' as const }
	const data = join(folder, 'data')
	const made = spawnSync(
		join(programs, 'initdb'),
		['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '-N'],
		options
	)
	expect(made.status, made.stderr).toBe(0)
	const server = spawn(
		join(programs, 'postgres'),
		['-D', data, '-k', folder, '-c', 'listen_addresses=', '-c', 'fsync=off'],
		{
			...user,
			cwd: folder,
			stdio: ['ignore', 'ignore', 'pipe']
		}
	)
	try {
		await new Promise<void>((resolve, reject) => {
			let said = ''
			server.stderr.on('data', (chunk: Buffer) => {
				said += chunk.toString()
				if (said.includes('ready to accept connections')) resolve()
			})
			server.on('exit', () => reject(new Error(`The server did not start: ${said}`)))
		})
		const psql = (args: string[], input: string) =>
			spawnSync(join(programs, 'psql'), ['-X', '-q', '-h', folder, '-U', 'postgres', '-d', 'postgres', ...args], {
				...options,
				input,
				env: { ...process.env, PGOPTIONS: '--client-min-messages=warning' }
			})
		const loaded = psql(['-v', 'ON_ERROR_STOP=1'], await aDump())
		expect(loaded.stderr).toBe('')
		expect(loaded.status).toBe(0)
		const asked = psql(['-At', '-v', 'ON_ERROR_STOP=1'], `set search_path = channel_atlas; ${questions.join(';\n')};`)
		expect(asked.stderr).toBe('')
		expect(asked.stdout).toBe(
			`2\n${nasty}\nfirst|1\n${nasty}\ufffd\nplain\na,b{}"\\|2|-1000000\no'clock|2|-1000000\nslow|2|-1000000\n{}|t\n`
		)
		const views = psql(
			['-At', '-v', 'ON_ERROR_STOP=1'],
			`set search_path = channel_atlas;
			select lens, persona, need, status, coalesce(best_rank::text, ''), weight from pair_status where atlas = '${veldhaven().workspace.id}';`
		)
		expect(views.stderr).toBe('')
		const told = views.stdout
			.trim()
			.split('\n')
			.map((line) => line.replace(/[^|]*$/, (weight) => String(Number(weight))))
		const expected = lenses.flatMap((lens) =>
			coverage(veldhaven(), lens).pairs.map(({ persona, need, status, bestRank, weight }) =>
				[lens, persona, need, status, bestRank ?? '', weight].join('|')
			)
		)
		expect(expected.length).toBeGreaterThan(20)
		expect(told.sort()).toEqual(expected.sort())
		const again = psql(['-v', 'ON_ERROR_STOP=1'], await aDump())
		expect(again.stderr).toContain('schema "channel_atlas" already exists')
	} finally {
		const ended = new Promise((resolve) => server.once('exit', resolve))
		server.kill('SIGINT')
		await ended
		rmSync(folder, { recursive: true, force: true })
	}
})
