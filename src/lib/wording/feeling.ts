import type { FeelingStep } from '#lib/domain/words/feeling.ts'
import { m } from '#lib/paraglide/messages.js'

/** How people feel about something, in a word or two. */
export function feelingText(step: FeelingStep | null): string {
	switch (step) {
		case null:
			return m.voice_label_unscored()
		case 1:
			return m.cards_feeling_very_negative()
		case 2:
			return m.voice_label_negative()
		case 3:
			return m.voice_label_neutral()
		case 4:
			return m.voice_label_positive()
		case 5:
			return m.cards_feeling_very_positive()
	}
}
