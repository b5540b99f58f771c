import type { MapLayer } from '#lib/domain/model/view.ts'
import { m } from '#lib/paraglide/messages.js'

/** What each layer of the map is called. */
export const layerLabel: Readonly<Record<MapLayer, () => string>> = {
	gaps: m.map_layer_gaps,
	redundancies: m.map_layer_redundancies,
	roles: m.map_layer_roles,
	media: m.map_layer_media,
	stages: m.map_layer_stages,
	evidence: m.map_layer_evidence
}
