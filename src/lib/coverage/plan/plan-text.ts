import type { Atlas } from '#lib/domain/model/atlas.ts'
import type { PlanEffect, PlanMove } from '#lib/domain/plan/plan-moves.ts'
import { m } from '#lib/paraglide/messages.js'
import { nameOf } from '#lib/wording/finding.ts'
import { numberText } from '#lib/wording/list.ts'
import { region } from '#lib/wording/region.ts'

/** A value of the model's objective. */
export function valueText(value: number): string {
	return numberText(value, 2)
}

/** How long a search took, in seconds. */
export function secondsText(seconds: number): string {
	return seconds < 0.1 ? m.plan_quickly() : numberText(seconds, 1)
}

/** How much more value a plan could have at most, in per cent of what this one has. */
export function gapText({ value, bound }: Readonly<{ value: number; bound: number }>): string {
	const gap = value > 0 ? (bound - value) / value : bound > value ? 1 : 0
	return new Intl.NumberFormat(region(), { style: 'percent', maximumFractionDigits: gap < 0.1 ? 2 : 0 }).format(gap)
}

/** What a move does, as a sentence without a subject: "Plan “Coverage guide” on Instagram ads". */
export function moveText(
	atlas: Atlas,
	{ do: does, product, channel }: Pick<PlanMove, 'do' | 'product' | 'channel'>
): string {
	const names = { product: nameOf(atlas, product), channel: nameOf(atlas, channel) }
	return does === 'deliver' ? m.plan_move_deliver(names) : m.plan_move_stop(names)
}

/** Whom a move changes something for: "Sanne de Wit, “…”: now choice 1". */
export function effectText(atlas: Atlas, { persona, need, from, to }: PlanEffect): string {
	const names = { persona: nameOf(atlas, persona), need: nameOf(atlas, need) }
	if (to === null) return m.plan_effect_lost(names)
	if (from === null) return m.plan_effect_won({ ...names, to })
	return m.plan_effect_changed({ ...names, from, to })
}
