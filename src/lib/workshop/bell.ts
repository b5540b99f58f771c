/** Two soft tones; nothing where the browser makes no sound. */
export function ringBell(): void {
	try {
		const audio = new AudioContext()
		const [first, second] = [660, 880].map((pitch, at) => tone(audio, pitch, audio.currentTime + at * 0.35))
		if (first && second) second.onended = () => void audio.close()
	} catch {
		// No sound device, or none allowed: the clock shows the same.
	}
}

function tone(audio: AudioContext, pitch: number, at: number): OscillatorNode {
	const oscillator = audio.createOscillator()
	const gain = audio.createGain()
	oscillator.frequency.value = pitch
	gain.gain.setValueAtTime(0.0001, at)
	gain.gain.exponentialRampToValueAtTime(0.25, at + 0.03)
	gain.gain.exponentialRampToValueAtTime(0.0001, at + 0.9)
	oscillator.connect(gain).connect(audio.destination)
	oscillator.start(at)
	oscillator.stop(at + 1)
	return oscillator
}
