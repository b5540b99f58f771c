/** The version of the rows that this app writes. Raised whenever an older app could not read them: a tab that hears of a higher one stops writing. */
export const documentSchema = 1
