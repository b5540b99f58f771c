import { changes } from '#lib/domain/changes/index.ts'
import { entityTables } from '#lib/domain/model/atlas.ts'
import { emptyAtlas } from '#lib/domain/model/atlas.ts'
import { AtlasDocument } from '#lib/document/atlas-document.ts'
import { idsOf, workAtRandom } from '#lib/document/random-work.ts'
import { seededRandom } from '#lib/domain/seeded-random.ts'
import { documentSchema } from '#lib/document/schema.ts'
import { syncTabs } from '#lib/document/tab-sync.ts'
import { Keeper } from '#lib/state/keeper.svelte.ts'
import { connectStore } from '#lib/store/connect-store.ts'
import type { StoragePreference } from '#lib/store/browser-storage.ts'
import type { WordedMention } from '#lib/store/store.ts'

const parameters = new URLSearchParams(location.search)
const prefer = parameters.get('storage') as StoragePreference | null
const store = connectStore(prefer === null ? {} : { prefer })

const id = 'W'
let document: AtlasDocument | null = null
let keeper: Keeper | null = null

function opened(): { document: AtlasDocument; keeper: Keeper } {
	if (document === null || keeper === null) throw new Error('Not open')
	return { document, keeper }
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 5))

const scene = {
	store,

	/** Opens the atlas, makes it where there is none; resolves when the database is open. */
	async open(): Promise<void> {
		const list = await store.listAtlases()
		if (!list.some((summary) => summary.id === id)) {
			await store
				.createAtlas(emptyAtlas({ id, name: 'Kill test', description: '' }))
				.catch((error: { code?: string }) => {
					if (error.code !== 'exists') throw error
				})
		}
		const { state } = await store.openAtlas(id)
		document = new AtlasDocument({ id })
		document.applyUpdate(state)
		keeper = new Keeper(store, document)
		syncTabs(document, { schema: documentSchema, onOutdated: () => keeper?.stopWriting() })
	},

	/** Adds needs without end, named by number from `first` on; tells the test of each that is durably kept. */
	async editWithoutEnd(first: number, acknowledge: (number: number) => Promise<void>): Promise<void> {
		for (let number = first; ; number += 1) {
			const current = opened()
			current.document.run(
				changes.addEntity,
				{ table: 'needs', fields: { name: `edit ${number}` }, position: { x: number, y: 0 } },
				{ newId: () => `E${number}` }
			)
			await scene.saved()
			void acknowledge(number)
		}
	},

	/** Random changes, undo and redo. `replica` makes ids that no other tab makes. */
	async work(seed: number, steps: number, replica: string): Promise<void> {
		const random = seededRandom(seed)
		const ids = idsOf(replica)
		for (let step = 0; step < steps; step += 1) {
			const current = opened().document
			const act = random()
			if (act < 0.8) workAtRandom(current, random, ids)
			else if (act < 0.93) current.undo()
			else current.redo()
			if (step % 5 === 0) await turn()
		}
	},

	/** Resolves when everything done in this tab is durably kept. */
	async saved(): Promise<void> {
		while (opened().keeper.saved !== 'saved') await turn()
	},

	/** The numbers of the edits that the atlas holds. */
	edits(): number[] {
		return [...opened().document.atlas.needs.values()].map(({ name }) => Number(name.replace('edit ', '')))
	},

	/** The whole atlas as text, to compare tabs by. */
	fingerprint(): string {
		const { atlas } = opened().document
		return JSON.stringify(atlas, (_key, value: unknown) => (value instanceof Map ? [...value] : value))
	},

	entities(): number {
		const { atlas } = opened().document
		return entityTables.reduce((sum, table) => sum + atlas[table].size, 0)
	},

	/** Names of tables that do not hold what the kept document says. */
	differences: () => store.verify(id),

	addMentions: (mentions: readonly WordedMention[]) => store.addMentions(id, mentions)
}
export type Scene = typeof scene

declare global {
	interface Window {
		scene: Scene
	}
}
window.scene = scene
