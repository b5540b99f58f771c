import { inOrder, migrationOf } from './migrate.ts'

const files = import.meta.glob<string>('./migrations/*.sql', { query: '?raw', import: 'default', eager: true })

/** The schema, step by step. */
export const migrations = inOrder(Object.entries(files).map(([file, sql]) => migrationOf(file, sql)))

/** The version of the schema that this program writes. Tabs and workers of an older one stop writing when they hear of it. */
export const schemaVersion = migrations.length
