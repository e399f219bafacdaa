import { LinkList } from '#app/components/ui/link-list.tsx'
import type { ListedLink } from '#app/components/ui/link-list.tsx'
import { useWords } from '#app/components/words.tsx'

export type ReportFile = ListedLink

/** The same report as files. */
export function Downloads({ files }: { files: readonly ReportFile[] }) {
	const { say } = useWords()
	return <LinkList links={files} className="app-downloads" label={say('report.page.files')} />
}
