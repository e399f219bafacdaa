import { useWords } from '#app/components/words.tsx'

export type FieldError = { href: string; text: string }

type ErrorSummaryProps = {
	errors: readonly FieldError[]
	/** Whether the browser moves the focus here when the page has loaded. */
	takesFocus?: boolean | undefined
}

/** All that must be corrected, first on the page, each a link to its field. Nothing when there is nothing wrong. */
export function ErrorSummary({ errors, takesFocus = true }: ErrorSummaryProps) {
	const { say } = useWords()
	if (errors.length === 0) return null
	// `autofocus` works without a script, so that a refused form is read from its errors in any browser.
	const focus = takesFocus ? { tabIndex: -1, autoFocus: true } : {}
	return (
		<div className="govuk-error-summary" {...focus}>
			<div role="alert">
				<h2 className="govuk-error-summary__title">{say('ui.error.title')}</h2>
				<div className="govuk-error-summary__body">
					<ul className="govuk-list govuk-error-summary__list">
						{errors.map((error) => (
							<li key={error.href + error.text}>
								<a href={error.href}>{error.text}</a>
							</li>
						))}
					</ul>
				</div>
			</div>
		</div>
	)
}
