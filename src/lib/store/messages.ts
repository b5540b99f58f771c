import type { StoragePreference } from './browser-storage.ts'
import type { Host } from './host.ts'
import type { StoreChange, StoreErrorCode, StoreStatus } from './store.ts'

export type Calls = Host['calls']
export type CallName = keyof Calls

/** What a tab tells the worker. `again`: the call was sent before, to a worker that died. */
export type ToHost =
	| { readonly kind: 'hello'; readonly templateUrl: string; readonly prefer?: StoragePreference }
	| {
			readonly kind: 'call'
			readonly id: number
			readonly name: CallName
			readonly parameters: readonly unknown[]
			readonly again: boolean
	  }
	| { readonly kind: 'bye' }

/** What the worker tells a tab. `lock`: the name of a Web Lock that the worker holds as long as it lives. */
export type ToTab =
	| { readonly kind: 'welcome'; readonly lock: string; readonly status: StoreStatus }
	| { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
	| { readonly kind: 'error'; readonly id: number; readonly code: StoreErrorCode; readonly message: string }
	| { readonly kind: 'status'; readonly status: StoreStatus }
	| { readonly kind: 'change'; readonly change: StoreChange }
