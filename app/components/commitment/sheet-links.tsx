import { commitmentSheetFileHref, commitmentSheetHref } from '#app/components/addresses.ts'
import { Downloads } from '#app/components/report/downloads.tsx'
import { useWords } from '#app/components/words.tsx'

/** The same commitment on a sheet that can be printed and handed out. */
export function SheetLinks({ commitmentId }: { commitmentId: string }) {
	const { say, locale } = useWords()
	return (
		<Downloads
			files={[
				{ href: commitmentSheetHref(locale, commitmentId), text: say('report.sheet.link') },
				...(['pdf', 'docx'] as const).map((format) => ({
					href: commitmentSheetFileHref(locale, commitmentId, format),
					text: say(`report.sheet.link.${format}`),
				})),
			]}
		/>
	)
}
