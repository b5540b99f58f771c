import type { Coverage } from '#lib/domain/coverage/coverage.ts'
import type { Atlas } from '#lib/domain/model/atlas.ts'
import { statusTone } from '#lib/domain/pictures/flow-picture.ts'
import type { Grid, GridCell, GridRow } from '#lib/domain/pictures/grid-picture.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from '#lib/wording/finding.ts'
import { roleLabel, stageLabel, statusShort } from '#lib/wording/labels.ts'
import { listText } from '#lib/wording/list.ts'
import { cellText } from '../cell-text.ts'
import { cellsOf, markOf, type Cell, type ColumnGroup, type MatrixGrouping, type MatrixRow } from '../matrix.ts'
import { groupName } from '../matrix-headings.ts'
import type { Twin } from './twin.ts'

type NeedRow = Extract<MatrixRow, { type: 'need' }>

/** The matrix as a grid to be drawn: all rows and columns. */
export function matrixPictureGrid(
	atlas: Atlas,
	coverage: Coverage,
	groups: readonly ColumnGroup[],
	rows: readonly MatrixRow[],
	grouping: MatrixGrouping
): Grid {
	const channels = groups.flatMap((group) => group.channels)
	return {
		title: m.picture_titled({ title: m.coverage_matrix(), atlas: atlas.workspace.name, lens: lensName(coverage) }),
		description: m.picture_matrix_description({
			rows: rows.filter(({ type }) => type === 'need').length,
			columns: channels.length
		}),
		corner: m.entity_needs(),
		groups: groups.map((group) => ({
			title: group.role === null ? m.coverage_matrix_no_role() : roleLabel[group.role](),
			columns: group.channels.length
		})),
		columns: channels.map((channel) => nameOf(atlas, channel)),
		rows: rows.map((row): GridRow => {
			if (row.type === 'heading') return { heading: groupName(atlas, grouping, row.group) }
			const stage = atlas.needs.get(row.need)?.stage
			const notes = [
				...(grouping === 'persona' || row.persona === null ? [] : [nameOf(atlas, row.persona)]),
				...(grouping === 'stage' || stage === undefined ? [] : [stageLabel[stage]()])
			]
			return {
				head: nameOf(atlas, row.need),
				note: notes.join(' · '),
				...(row.pair && { tone: statusTone[row.pair.status] }),
				cells: cellsOf(atlas, coverage, row, channels).map((cell) => gridCell(atlas, cell, row))
			}
		}),
		legend: [
			{ cell: mark('disc', 'status-first', '1'), text: m.coverage_legend_served() },
			{ cell: mark('ring', 'status-off', '1'), text: m.coverage_legend_missed() },
			{ cell: mark('dot', 'line-strong', ''), text: m.coverage_legend_extra() }
		]
	}
}

function mark(kind: GridCell['mark'], tone: GridCell['tone'], short: string): GridCell {
	return { mark: kind, tone, short, words: '' }
}

function gridCell(atlas: Atlas, cell: Cell, row: NeedRow): GridCell {
	const words = cellText(atlas, cell)
	const short = cell.rank === null ? '' : String(cell.rank)
	const best = row.pair?.bestRank ?? null
	switch (markOf(cell)) {
		case 'served':
			return { mark: 'disc', tone: cell.rank === 1 ? 'status-first' : 'status-second', short, words }
		case 'missed':
			return { mark: 'ring', tone: best === null || (cell.rank ?? 0) < best ? 'status-off' : 'muted', short, words }
		case 'extra':
			return { mark: 'dot', tone: 'line-strong', short, words }
		case 'empty':
			return { mark: 'none', tone: 'muted', short, words }
	}
}

/** The matrix in words: a row for each need of a persona, with what is wanted where and what is offered. */
export function matrixTwin(atlas: Atlas, coverage: Coverage, rows: readonly MatrixRow[]): Twin {
	return {
		columns: [
			m.entity_need(),
			m.entity_persona(),
			m.work_filter_stage(),
			m.picture_result(),
			m.coverage_edit_wanted_where(),
			m.picture_offered_where()
		],
		rows: rows.flatMap((row) => (row.type === 'need' ? [twinRow(atlas, coverage, row)] : []))
	}
}

function twinRow(atlas: Atlas, coverage: Coverage, row: NeedRow): string[] {
	const stage = atlas.needs.get(row.need)?.stage
	const offers = coverage.fulfilling(row.need).flatMap((product) => {
		const channels = coverage.channelsOf(product).map((channel) => nameOf(atlas, channel))
		return channels.length === 0
			? []
			: [m.picture_offer({ product: nameOf(atlas, product), channels: listText(channels) })]
	})
	return [
		nameOf(atlas, row.need),
		row.persona === null ? '–' : nameOf(atlas, row.persona),
		stage === undefined ? '–' : stageLabel[stage](),
		row.pair ? statusShort[row.pair.status]() : '–',
		(row.pair?.preferred ?? []).map(({ channel, rank }) => `${rank}. ${nameOf(atlas, channel)}`).join('; ') || '–',
		offers.join('; ') || '–'
	]
}

/** What the lens of an analysis is called. */
export function lensName({ lens }: Coverage): string {
	return lens === 'plan' ? m.lens_plan() : m.lens_today()
}
