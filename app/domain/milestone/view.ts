import { OtherLanguages } from '#app/domain/action-plan/view.ts'
import { given } from '#app/domain/given.ts'
import type { Milestone, MilestoneVersion } from '#prisma/generated/client.ts'
import { StoredProtocol } from './schema.ts'
import type { VerificationProtocol } from './schema.ts'

/** What the log seals of a milestone's text; the same at `/records/<milestoneId>.json`. */
export function milestoneContent(row: MilestoneVersion, milestone: Pick<Milestone, 'commitmentId'>) {
	return {
		kind: 'milestone.published' as const,
		recordId: row.milestoneId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		importedBy: row.importedById,
		commitmentId: milestone.commitmentId,
		number: row.number,
		titleEn: row.titleEn,
		titleId: row.titleId,
		deliverableEn: row.deliverableEn,
		deliverableId: row.deliverableId,
		otherLanguages: OtherLanguages.parse(row.otherLanguages),
		responsible: row.responsible,
		startsOn: row.startsOn,
		endsOn: row.endsOn,
		...protocolOf(row),
		...given({ standing: row.standing }),
		source: row.source,
		sourceUrl: row.sourceUrl,
	}
}

/** How the milestone can be verified; absent where nobody said it. */
export function protocolOf(row: Pick<MilestoneVersion, 'protocol'>): {
	readonly protocol?: VerificationProtocol
} {
	const protocol = StoredProtocol.parse(row.protocol)
	return protocol === null ? {} : { protocol }
}

/** What a milestone's text does not say where it was imported, or was first published before it could be said. */
export const NO_FURTHER_MILESTONE_TEXT = { protocol: {}, standing: null } satisfies Partial<MilestoneVersion>
