import type { ReactNode } from 'react'
import { classes } from './class-names.ts'

export type TagColour = 'grey' | 'turquoise' | 'green' | 'purple' | 'pink' | 'red' | 'orange' | 'yellow'

/** A state in one or two words. Not a button; its colour says nothing its word does not. */
export function Tag({ colour, children }: { colour?: TagColour | undefined; children: ReactNode }) {
	return <strong className={classes('govuk-tag', colour && `govuk-tag--${colour}`)}>{children}</strong>
}
