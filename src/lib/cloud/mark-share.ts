/**
 * Beside every word stays free what its mark (▲ ▼) needs, as a share of its size: whether it has one or not, so that a word need not move when the
 * feeling about it turns.
 */
export const markShare = 0.42
