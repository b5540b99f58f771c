import { mapLayers, type MapLayer } from '#lib/domain/model/view.ts'

/** What is shown of a map that is opened. Evidence is asked for: without it most of a young map would be marked. */
const usual: readonly MapLayer[] = ['gaps', 'redundancies', 'roles', 'media', 'stages']

/** What is shown on the map beside its nodes and links. */
export class Layers {
	#shown = $state.raw<ReadonlySet<MapLayer>>(new Set(usual))

	has(layer: MapLayer): boolean {
		return this.#shown.has(layer)
	}

	/** Those that are shown, in their usual order. */
	get list(): MapLayer[] {
		return mapLayers.filter((layer) => this.#shown.has(layer))
	}

	toggle(layer: MapLayer): void {
		this.show(this.has(layer) ? this.list.filter((other) => other !== layer) : [...this.list, layer])
	}

	/** Shows exactly these. */
	show(layers: readonly MapLayer[]): void {
		this.#shown = new Set(layers)
	}
}
