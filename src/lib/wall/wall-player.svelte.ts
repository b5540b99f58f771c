import { sideScenes, wallScenes, type WallScene } from '#lib/domain/model/wall.ts'
import { beginning, placeOf, steppedFrom, type Place } from '#lib/domain/wall/playlist.ts'
import { keepText, keptText } from './kept-text.ts'

/** A scene that broke is tried again after this time. */
export const mendTime = 10 * 60_000

/** Which scene a wall shows. It goes on by itself, unless it is frozen; where it is survives a reload. */
export class WallPlayer {
	readonly #key: string
	readonly #available: () => ReadonlySet<WallScene>
	#place = $state.raw<Place>(beginning)
	#since = $state(Date.now())
	#frozenAt = $state<number | null>(null)
	#visits = $state.raw<Readonly<Partial<Record<WallScene, number>>>>({})
	#broken = $state.raw<ReadonlyMap<WallScene, number>>(new Map())

	/** `available`: the scenes that have something to show. */
	constructor(atlas: string, available: () => ReadonlySet<WallScene>) {
		this.#key = `atlas-wall-place-${atlas}`
		this.#available = available
		this.#recall()
	}

	get scene(): WallScene {
		return this.#place.scene
	}

	/** Since when the scene is on show (milliseconds since 1970). */
	get since(): number {
		return this.#since
	}

	/** How often a scene was on show before: a long list goes on where it was left. */
	visits(scene: WallScene): number {
		return this.#visits[scene] ?? 0
	}

	/** Since when the picture stands still, or null. */
	get frozenAt(): number | null {
		return this.#frozenAt
	}

	/** The scenes that can be shown now. */
	get available(): ReadonlySet<WallScene> {
		return new Set([...this.#available()].filter((scene) => !this.#broken.has(scene)))
	}

	next(): void {
		this.#go(steppedFrom(this.#place, 1, this.available))
	}

	previous(): void {
		this.#go(steppedFrom(this.#place, -1, this.available))
	}

	show(scene: WallScene): void {
		if (this.available.has(scene)) this.#go(placeOf(scene, this.#place))
	}

	/** Holds the picture, or lets it go on; the scene begins anew then. */
	freeze(isFrozen: boolean): void {
		if (isFrozen === (this.#frozenAt !== null)) return
		this.#frozenAt = isFrozen ? Date.now() : null
		this.#since = Date.now()
		this.#keep()
	}

	/** A scene could not be drawn: the others go on without it for a while. */
	breakDown(scene: WallScene): void {
		this.#broken = new Map([...this.#broken, [scene, Date.now()]])
		if (this.scene === scene) this.next()
	}

	/** To be called every second: goes on when it is time, or when the scene has nothing to show any more. */
	tick(now: number, seconds: number): void {
		if (this.#broken.size > 0) {
			const left = [...this.#broken].filter(([, at]) => now - at < mendTime)
			if (left.length < this.#broken.size) this.#broken = new Map(left)
		}
		const { available } = this
		const isGone = !available.has(this.scene) && available.size > 0
		if (isGone || (this.#frozenAt === null && now - this.#since >= seconds * 1000)) this.next()
	}

	#go(place: Place): void {
		// Where there is only one scene it stays, and its list goes on all the same.
		this.#visits = { ...this.#visits, [this.scene]: (this.visits(this.scene) + 1) % 10_000 }
		this.#place = place
		this.#since = Date.now()
		this.#keep()
	}

	#keep(): void {
		keepText(sessionStorage, this.#key, JSON.stringify([this.#place.scene, this.#place.side, this.#frozenAt]))
	}

	#recall(): void {
		try {
			const kept: unknown = JSON.parse(keptText(sessionStorage, this.#key) ?? '[]')
			if (!Array.isArray(kept)) return
			const scene = wallScenes.find((one) => one === kept[0])
			if (scene !== undefined) this.#place = { scene, side: sideScenes.find((one) => one === kept[1]) ?? null }
			if (typeof kept[2] === 'number') this.#frozenAt = kept[2]
		} catch {
			// What another version kept is of no use.
		}
	}
}
