import { numberText } from '#lib/wording/list.ts'
import { pointsBetween } from '../breakdown.ts'

/** A difference with its sign: "+3", "−12", "±0". */
export function signedText(value: number, fractionDigits = 0): string {
	const sign = value > 0 ? '+' : value < 0 ? '−' : '±'
	return sign + numberText(Math.abs(value), fractionDigits)
}

/** How far one share lies above another in percentage points, with its sign; empty where either is none. */
export function pointsText(from: number | null, to: number | null): string {
	const points = pointsBetween(from, to)
	return points === null ? '' : signedText(points)
}
