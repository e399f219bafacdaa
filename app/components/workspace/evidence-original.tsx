import { evidenceHref } from '#app/components/addresses.ts'
import { PageTitle } from '#app/components/layout/page-title.tsx'
import { useWords } from '#app/components/words.tsx'
import type { OwnEvidencePage } from '#app/domain/evidence/queries.server.ts'
import { OriginalProof } from './original-proof.tsx'
import { WorkspacePage } from './workspace-page.tsx'
import type { Signed } from './workspace-page.tsx'

/** What proves the original of a file, for people of the organization that sent it. */
export function EvidenceOriginal({ facts, person }: { facts: OwnEvidencePage; person: Signed }) {
	const { say, locale } = useWords()
	const { evidence, member, originalSalt } = facts
	return (
		<WorkspacePage person={person} member={member} backHref={evidenceHref(locale, evidence.id ?? '')}>
			<PageTitle caption={say('evidence.caption')}>
				{evidence.title ?? say(`evidence-kind.${evidence.kind}`)}
			</PageTitle>
			<OriginalProof seal={evidence.file?.originalSeal ?? ''} salt={originalSalt ?? ''} />
		</WorkspacePage>
	)
}
