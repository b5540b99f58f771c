/** The name of a step, for "Undo rename Website": the change that made it and what it was about. */
export type StepName = { readonly change: string; readonly subject: string }

/**
 * What undoing or redoing came to. `kept`: how many fields were left as they are because somebody changed them since;
 * `changed`: whether anything was put back at all.
 */
export type Restored = { readonly ok: true; readonly step: StepName; readonly changed: boolean; readonly kept: number }
