import { byCodeUnit } from '../model/atlas.ts'

const numbered = /^([A-Za-z_-]*)(\d{1,9})$/
/** A fresh id: nine digits of time and ten of chance, in base 36. */
const fresh = /^0[0-9a-z]{18}$/

/**
 * Compares ids by when things were made: fresh ids begin with the time, so their code units tell. Ids that others gave are
 * often a letter and a number; there 2 comes before 10. What came from elsewhere was there before what is made here.
 */
export function inOrderMade(left: string, right: string): number {
	if (fresh.test(left) !== fresh.test(right)) return fresh.test(left) ? 1 : -1
	const [, leftStem, leftNumber] = numbered.exec(left) ?? []
	const [, rightStem, rightNumber] = numbered.exec(right) ?? []
	if (leftStem !== undefined && leftStem === rightStem) return Number(leftNumber) - Number(rightNumber)
	return byCodeUnit(left, right)
}
