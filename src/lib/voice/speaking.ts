import type { Channel } from '#lib/domain/model/channel.ts'
import type { MentionGroup } from '#lib/store/store.ts'

/** Whether what is said on a channel is said to us: on a way of our own that goes both ways. Elsewhere people speak about us. */
export function isToUs({ twoWay, media }: Channel): boolean {
	return twoWay && media !== 'earned'
}

/** The sum of groups as one group; null where there is none. */
export function sumOfGroups(key: string, groups: readonly MentionGroup[]): MentionGroup | null {
	if (groups.length === 0) return null
	const sum = (of: (group: MentionGroup) => number) => groups.reduce((total, group) => total + of(group), 0)
	const scored = sum(({ total, unscored }) => total - unscored)
	return {
		key,
		total: sum(({ total }) => total),
		positive: sum(({ positive }) => positive),
		neutral: sum(({ neutral }) => neutral),
		negative: sum(({ negative }) => negative),
		unscored: sum(({ unscored }) => unscored),
		sentiment:
			scored === 0 ? null : sum(({ sentiment, total, unscored }) => (sentiment ?? 0) * (total - unscored)) / scored
	}
}
