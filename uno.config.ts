import presetIcons from '@unocss/preset-icons'
import presetWind4 from '@unocss/preset-wind4'
import extractorSvelte from '@unocss/extractor-svelte'
import { defineConfig } from 'unocss'
export default defineConfig({
	presets: [presetWind4(), presetIcons()],
	extractors: [extractorSvelte()]
})
