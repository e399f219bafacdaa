import type { ReactNode } from 'react'
import { useWords } from '#app/components/words.tsx'

/** Something that cannot be undone or must not be missed. */
export function WarningText({ children }: { children: ReactNode }) {
	const { say } = useWords()
	return (
		<div className="govuk-warning-text">
			<span className="govuk-warning-text__icon" aria-hidden="true">
				!
			</span>
			<strong className="govuk-warning-text__text">
				<span className="govuk-visually-hidden">{say('ui.warning')}</span> {children}
			</strong>
		</div>
	)
}
