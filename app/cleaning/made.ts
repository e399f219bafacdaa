/** Names of what the cleaning process leaves in its folder. */
export const MADE = { file: 'clean', preview: 'preview' } as const
