import { OtherLanguages } from '#app/domain/action-plan/view.ts'
import type { Milestone, MilestoneVersion } from '#prisma/generated/client.ts'

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
		source: row.source,
		sourceUrl: row.sourceUrl,
	}
}
