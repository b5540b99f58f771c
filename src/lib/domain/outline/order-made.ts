import { byCodeUnit } from '../model/atlas.ts'

const numbered = /^([A-Za-z_-]*)(\d{1,9})$/

/**
 * Compares ids by when things were made: fresh ids begin with the time, so their code units tell. Ids that others gave are
 * often a letter and a number; there 2 comes before 10.
 */
export function inOrderMade(left: string, right: string): number {
	const [, leftStem, leftNumber] = numbered.exec(left) ?? []
	const [, rightStem, rightNumber] = numbered.exec(right) ?? []
	if (leftStem !== undefined && leftStem === rightStem) return Number(leftNumber) - Number(rightNumber)
	return byCodeUnit(left, right)
}
