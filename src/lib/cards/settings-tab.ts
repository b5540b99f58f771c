/** What can be set beside the preview. */
export type SettingsTab = 'content' | 'style' | 'export'
