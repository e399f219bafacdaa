import { fileFacts } from '#app/components/evidence/file-words.ts'
import { ButtonLink } from '#app/components/ui/button.tsx'
import { useWords } from '#app/components/words.tsx'
import type { EvidenceFile } from '#app/domain/evidence/view.ts'

type EvidencePreviewProps = {
	file: EvidenceFile
	altText: string | undefined
	/** Where the file and the small picture of it are handed out. */
	fileHref: string
	previewHref: string | null
}

/** A small picture of a file, what it shows in words, and the file to download. */
export function EvidencePreview({ file, altText, fileHref, previewHref }: EvidencePreviewProps) {
	const words = useWords()
	const { say } = words
	return (
		<>
			{previewHref === null ? null : (
				<figure className="app-preview">
					<img src={previewHref} alt={altText ?? ''} loading="lazy" decoding="async" />
					{altText === undefined ? null : (
						<figcaption className="app-remark">{say('evidence.alt-text.is', { text: altText })}</figcaption>
					)}
				</figure>
			)}
			<ButtonLink href={fileHref}>{say('evidence.download', { facts: fileFacts(file, words) })}</ButtonLink>
		</>
	)
}
