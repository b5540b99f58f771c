import { PGlite } from '@electric-sql/pglite'

/**
 * How PGlite is started. 16 MB of shared buffers: half the memory of the default, no slower here. Old segments of the write-ahead log are
 * dropped instead of kept for later, so that a checkpoint writes little.
 */
export const startParams = [
	...PGlite.defaultStartParams,
	...['shared_buffers=16MB', 'wal_recycle=off', 'min_wal_size=2MB'].flatMap((setting) => ['-c', setting])
]
