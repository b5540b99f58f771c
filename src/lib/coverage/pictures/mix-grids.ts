import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { roles, stages } from '#lib/domain/model/fields.ts'
import type { Bar, BarPart, Bars } from '#lib/domain/pictures/bars-picture.ts'
import type { Grid, GridCell } from '#lib/domain/pictures/grid-picture.ts'
import { mediaMixes, mediaParts, type MediaMix, type MediaPart } from '#lib/domain/pictures/media.ts'
import type { Tone } from '#lib/domain/pictures/picture.ts'
import { roleCells, type RoleCell, type RoleState } from '#lib/domain/pictures/roles.ts'
import { stageCells, type StageCell } from '#lib/domain/pictures/stages.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from '#lib/wording/finding.ts'
import { mediaLabel, roleLabel, stageLabel } from '#lib/wording/labels.ts'
import { numberText, percentText } from '#lib/wording/list.ts'
import { lensName } from './matrix-twin.ts'
import type { Twin } from './twin.ts'

function titled(atlas: Atlas, coverage: Coverage, title: string): string {
	return m.picture_titled({ title, atlas: atlas.workspace.name, lens: lensName(coverage) })
}

const roleLook: Readonly<Record<RoleState, Pick<GridCell, 'mark' | 'tone'>>> = {
	served: { mark: 'disc', tone: 'status-first' },
	missing: { mark: 'ring', tone: 'bad' },
	unasked: { mark: 'text', tone: 'muted' },
	none: { mark: 'none', tone: 'muted' }
}
const roleText: Readonly<Record<RoleState, (cell: RoleCell) => string>> = {
	served: ({ served, wanting }) => m.picture_role_served({ served, wanting }),
	missing: ({ wanting }) => m.picture_role_missing({ wanting }),
	unasked: () => m.picture_role_unasked(),
	none: () => m.coverage_none_no_pairs()
}
const roleShort: Readonly<Record<RoleState, string>> = { served: '✓', missing: '!', unasked: '?', none: '' }

function roleGridCell(cell: RoleCell): GridCell {
	const aside = cell.wanting === 0 ? {} : { aside: `${cell.served}/${cell.wanting}` }
	return { ...roleLook[cell.state], short: roleShort[cell.state], words: roleText[cell.state](cell), ...aside }
}

/** Roles by personas: what is served, what is a real gap, and what nobody asked for. */
export function rolesGrid(atlas: Atlas, coverage: Coverage): Grid {
	const cells = Map.groupBy(roleCells(atlas, coverage), ({ persona }) => persona)
	const sample = (state: RoleState, text: string) => ({
		cell: { ...roleLook[state], short: roleShort[state], words: text },
		text
	})
	return {
		title: titled(atlas, coverage, m.picture_roles()),
		description: m.picture_roles_description(),
		corner: m.entity_personas(),
		columns: roles.map((role) => roleLabel[role]()),
		rows: [...cells].map(([persona, ofPersona]) => ({
			head: nameOf(atlas, persona),
			cells: ofPersona.map(roleGridCell)
		})),
		legend: [
			sample('served', m.picture_legend_served()),
			sample('missing', m.picture_legend_missing()),
			sample('unasked', m.picture_legend_unasked())
		]
	}
}

function stageGridCell(cell: StageCell): GridCell {
	const { wanted, served, pairs, servedPairs, products } = cell
	if (pairs === 0) {
		return products === 0
			? { mark: 'none', tone: 'muted', short: '', words: '–' }
			: { mark: 'dot', tone: 'line-strong', short: '', words: m.picture_stage_unwanted({ products }) }
	}
	const share = wanted === 0 ? servedPairs / pairs : served / wanted
	return {
		mark: 'bar',
		tone: 'status-first',
		share,
		short: `${servedPairs}/${pairs}`,
		words: m.picture_stage_cell({ served: servedPairs, wanted: pairs, percent: percentText(share) })
	}
}

/** Channels by stages: how much of what is wanted there is served there. */
export function stagesGrid(atlas: Atlas, coverage: Coverage): Grid {
	const cells = Map.groupBy(stageCells(atlas, coverage), ({ channel }) => channel)
	const bar: GridCell = { mark: 'bar', tone: 'status-first', share: 0.5, short: '1/2', words: '' }
	return {
		title: titled(atlas, coverage, m.picture_stages()),
		description: m.picture_stages_description(),
		corner: m.entity_channels(),
		columns: stages.map((stage) => stageLabel[stage]()),
		rows: [...cells].map(([channel, ofChannel]) => ({
			head: nameOf(atlas, channel),
			note: (atlas.channels.get(channel)?.roles ?? []).map((role) => roleLabel[role]()).join(' · '),
			cells: ofChannel.map(stageGridCell)
		})),
		legend: [
			{ cell: bar, text: m.picture_legend_stage() },
			{ cell: { mark: 'dot', tone: 'line-strong', short: '', words: '' }, text: m.coverage_legend_extra() }
		]
	}
}

const mediaTone: Readonly<Record<MediaPart, Tone>> = {
	paid: 'product',
	owned: 'need',
	earned: 'channel',
	unsaid: 'status-unknown',
	nowhere: 'bad'
}

function mediaName(part: MediaPart): string {
	if (part === 'unsaid') return m.picture_media_unsaid()
	return part === 'nowhere' ? m.picture_media_nowhere() : mediaLabel[part]()
}

function barOf(head: string, mix: MediaMix, weight: number): Bar {
	const parts = mediaParts.map((key): BarPart => {
		const text = percentText(mix[key] / weight)
		return { key, value: mix[key], tone: mediaTone[key], name: mediaName(key), text, open: key === 'nowhere' }
	})
	return { head, parts }
}

/** The mix of paid, owned and earned channels that each persona wants and gets. */
export function mediaBars(atlas: Atlas, coverage: Coverage): Bars {
	return {
		title: titled(atlas, coverage, m.picture_media()),
		description: m.picture_media_description(),
		groups: mediaMixes(atlas, coverage).map(({ persona, wants, gets, weight }) => ({
			head: nameOf(atlas, persona),
			bars: [barOf(m.picture_media_wants(), wants, weight), barOf(m.picture_media_gets(), gets, weight)]
		}))
	}
}

/** The media mix in words. */
export function mediaTwin(atlas: Atlas, coverage: Coverage): Twin {
	const rows = mediaMixes(atlas, coverage).flatMap(({ persona, wants, gets, weight }) =>
		[
			{ head: m.picture_media_wants(), mix: wants },
			{ head: m.picture_media_gets(), mix: gets }
		].map(({ head, mix }) => [
			nameOf(atlas, persona),
			head,
			...mediaParts.map((part) => percentText(mix[part] / weight)),
			numberText(weight, 1)
		])
	)
	return { columns: [m.entity_persona(), m.picture_mix(), ...mediaParts.map(mediaName), m.field_weight()], rows }
}
