// Opens PGlite in a worker, as the app does, and nothing else. `#first`: from the prebuilt data directory into an empty folder.
const worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' })
worker.addEventListener('message', () => {
	Reflect.set(globalThis, 'usableAt', performance.now())
})
worker.postMessage(location.hash === '#first')
