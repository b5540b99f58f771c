import { m } from '#lib/paraglide/messages.js'

/** The day as dates are written in evidence, whatever the language: 2026-11-25, in local time. */
export function dayText(now: Date): string {
	const two = (part: number) => String(part).padStart(2, '0')
	return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}

/** How W is written, with two digits; a dash where there is none. */
export function agreementText(agreement: number | null): string {
	return agreement === null ? '–' : agreement.toFixed(2)
}

/** Where agreed ranks are known from: "Workshop 2026-11-25: 7 ballots, W = 0.82". */
export function ranksEvidence(now: Date, ballots: number, agreement: number | null): string {
	const common = { date: dayText(now), count: ballots }
	return agreement === null
		? m.workshop_evidence_ballots(common)
		: m.workshop_evidence_ranks({ ...common, agreement: agreementText(agreement) })
}
