import type { Position } from '#lib/domain/model/atlas.ts'
import { elkGraph, placesIn } from './arrange.ts'
import { autoPlace } from './auto-place.ts'
import type { MapGraph } from './project.ts'

/** Beyond this many nodes ELK takes minutes; the plain columns, which it would refine, take a moment. */
const mostForElk = 500

/** A layout on its way. `places` is null when it was cancelled. */
export type Arrangement = { places: Promise<Map<string, Position> | null>; cancel(): void }

/** Arranges a graph beside the window: ELK and its worker are loaded for it, and the worker is ended after it. */
export function arrangeInWorker(graph: MapGraph): Arrangement {
	if (graph.nodes.size > mostForElk) {
		return { places: Promise.resolve(autoPlace(graph, graph.nodes.keys())), cancel() {} }
	}
	const { promise, resolve, reject } = Promise.withResolvers<Map<string, Position> | null>()
	let end = () => resolve(null)
	void (async () => {
		const [{ default: Elk }, { default: ElkWorker }] = await Promise.all([
			import('elkjs/lib/elk-api.js'),
			import('elkjs/lib/elk-worker.min.js?worker')
		])
		const elk = new Elk({ workerFactory: () => new ElkWorker() })
		end = () => {
			elk.terminateWorker()
			resolve(null)
		}
		resolve(placesIn(await elk.layout(elkGraph(graph))))
		elk.terminateWorker()
	})().catch(reject)
	return { places: promise, cancel: () => end() }
}
