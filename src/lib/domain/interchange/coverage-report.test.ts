import { expect, test } from 'vitest'
import { emptyAtlas } from '../model/atlas.ts'
import { expectedOf, expectedReport, veldhaven } from '../coverage/worked-case.ts'
import { coverageReport } from './coverage-report.ts'

/** Rounds every number, so that the order of a sum does not matter. */
function rounded(value: unknown): unknown {
	const text = JSON.stringify(value, (_, part) => (typeof part === 'number' ? Number(part.toFixed(9)) : part))
	return JSON.parse(text)
}

for (const lens of ['today', 'plan'] as const) {
	test(`the report of the worked case is the expected one, up to rounding and ties, in the lens ${lens}`, () => {
		const written = expectedReport.parse(JSON.parse(coverageReport(veldhaven(), lens)))
		const expected = expectedOf(lens)
		expect(written.stops.together).toHaveLength(expected.stops.together.length)
		const stops = { ...written.stops, together: [] }
		expect(rounded({ ...written, stops })).toEqual(rounded({ ...expected, stops: { ...expected.stops, together: [] } }))
	})
}

test('the report of an empty atlas says null rather than a number, keys in order, two spaces, a final newline', () => {
	const text = coverageReport(emptyAtlas({ id: 'w', name: 'Empty', description: '' }), 'plan')
	expect(text).toBe(`{
  "format": "channel-atlas/coverage",
  "version": 1,
  "lens": "plan",
  "served": null,
  "firstChoice": null,
  "weight": 0,
  "unknown": 0,
  "pairs": [],
  "ledger": [],
  "findings": [],
  "stops": {
    "alone": [],
    "together": [],
    "exact": true,
    "effort": 0
  },
  "personas": {},
  "stages": {
    "discover": {
      "served": null,
      "firstChoice": null
    },
    "explore": {
      "served": null,
      "firstChoice": null
    },
    "buy": {
      "served": null,
      "firstChoice": null
    },
    "use": {
      "served": null,
      "firstChoice": null
    },
    "share": {
      "served": null,
      "firstChoice": null
    }
  }
}
`)
})
