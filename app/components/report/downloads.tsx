import { useWords } from '#app/components/words.tsx'

export type ReportFile = { readonly href: string; readonly text: string }

/** The same report as files. */
export function Downloads({ files }: { files: readonly ReportFile[] }) {
	const { say } = useWords()
	return (
		<ul className="app-downloads" aria-label={say('report.page.files')}>
			{files.map(({ href, text }) => (
				<li key={href}>
					<a className="govuk-link" href={href}>
						{text}
					</a>
				</li>
			))}
		</ul>
	)
}
