import { protectedEvidenceHref, receiptFileHref } from '#app/components/addresses.ts'
import { EvidenceFacts } from '#app/components/evidence/evidence-facts.tsx'
import { EvidencePreview } from '#app/components/evidence/evidence-preview.tsx'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import type { OwnEvidencePage } from '#app/domain/evidence/queries.server.ts'
import { OriginalProof } from './original-proof.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

/** A piece of protected evidence for those who may see it. */
export function ProtectedEvidence({ facts, person }: { facts: OwnEvidencePage; person: Signed }) {
	const { say, locale, format } = useWords()
	const { act, member, originalSalt } = facts
	const { protectedUntil, ...evidence } = facts.evidence
	const { id = '', file, altText } = evidence
	const until = protectedUntil === undefined ? undefined : format.day(protectedUntil)
	return (
		<WorkspacePage person={person} member={member}>
			<PageTitle caption={say('evidence.caption.protected')}>
				{evidence.title ?? say(`evidence-kind.${evidence.kind}`)}
			</PageTitle>
			<InsetText>
				{say('evidence.protected.reader')}
				{until === undefined ? null : ` ${say('evidence.embargo.is', { on: until })}`}
			</InsetText>
			{file ? (
				<EvidencePreview
					file={file}
					altText={altText}
					fileHref={protectedEvidenceHref(locale, id, 'file')}
					previewHref={file.previewSha256 === null ? null : protectedEvidenceHref(locale, id, 'preview')}
				/>
			) : null}
			<EvidenceFacts evidence={evidence} act={act} place={facts} />
			{file?.originalSeal && originalSalt !== null ? (
				<OriginalProof seal={file.originalSeal} salt={originalSalt} />
			) : null}
			<p className="govuk-body">
				<a className="govuk-link" href={receiptFileHref(act.recordId, act.version)}>
					{say('evidence.receipt')}
				</a>
			</p>
		</WorkspacePage>
	)
}
