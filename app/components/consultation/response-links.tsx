import { Downloads } from '#app/components/report/downloads.tsx'
import { useWords } from '#app/components/words.tsx'
import { responseFileHref, responseHref } from './addresses.ts'

/** All contributions with what became of each as one document. */
export function ResponseLinks({ recordId }: { recordId: string }) {
	const { say, locale } = useWords()
	return (
		<Downloads
			files={[
				{ href: responseHref(locale, recordId), text: say('report.response.link') },
				...(['pdf', 'docx'] as const).map((format) => ({
					href: responseFileHref(locale, recordId, format),
					text: say(`report.response.link.${format}`),
				})),
			]}
		/>
	)
}
