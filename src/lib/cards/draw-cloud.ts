import { markShare } from '#lib/cloud/mark-share.ts'
import type { HeardWord } from '#lib/domain/cards/context.ts'
import { cloudPicture, type WordPlace } from '#lib/domain/pictures/cloud-picture.ts'
import type { Picture } from '#lib/domain/pictures/picture.ts'
import { stepOf } from '#lib/domain/words/feeling.ts'
import { m } from '#lib/paraglide/messages.js'

/** The weight in which drawings set what is bold. */
const bold = 600

/** A laid out cloud as a picture for pages that are set in a font family. */
export function drawCloud(placed: readonly WordPlace[], words: readonly HeardWord[], family: string): Picture {
	const counts = new Map(words.map(({ word, sentiment }) => [word, sentiment]))
	const context = document.createElement('canvas').getContext('2d')
	return cloudPicture(
		placed,
		{ title: m.cloud_name(), description: m.cloud_size_means() },
		{
			stepOf: (word) => stepOf(counts.get(word) ?? null),
			markShare,
			widthOf(word, size) {
				if (context === null) return 0
				context.font = `${bold} ${size}px ${family}`
				return context.measureText(word).width
			}
		}
	)
}
