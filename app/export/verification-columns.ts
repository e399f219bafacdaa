import type { FindingLine } from '#app/domain/open-data/view.ts'
import { listed, openColumn, protectedPieces, publicAddresses } from './open-data.ts'
import type { OpenColumn } from './open-data.ts'

const column = openColumn<FindingLine>

/** One row per independent finding; one that its author withdrew has none. */
export const VERIFICATION_COLUMNS: readonly OpenColumn<FindingLine>[] = [
	column('record', 'record', ({ finding }) => finding.recordId),
	column('version', 'version', ({ finding }) => finding.version),
	column('published_on', 'published', ({ finding }) => finding.publishedOn),
	column('organization', 'id', ({ finding }) => finding.organizationId),
	column('organization_name_en', 'both', ({ finding }) => finding.organizationName.en),
	column('organization_name_id', 'both', ({ finding }) => finding.organizationName.id),
	column('member', 'id', ({ plan }) => plan.member.id),
	column('is_demonstration', 'demonstration', ({ plan }) => (plan.member.isDemonstration ? 1 : 0)),
	column('plan', 'id', ({ plan }) => plan.id),
	column('commitment', 'id', ({ finding }) => finding.commitmentId),
	column('milestone', 'finding-milestone', ({ finding }) => finding.milestoneId),
	column('checkpoint', 'checkpoint', ({ finding }) => finding.checkpointCode),
	column('claim_record', 'judged-claim', ({ finding }) => finding.claim?.recordId ?? null),
	column('claim_version', 'judged-claim-version', ({ finding }) => finding.claim?.version ?? null),
	column('outcome', 'outcome', ({ finding }) => finding.outcome),
	column('level', 'found-level', ({ finding }) => finding.level),
	column('method', 'method', ({ finding }) => listed([finding.method, ...(finding.furtherMethods ?? [])])),
	column('confidence', 'confidence', ({ finding }) => finding.confidence),
	column('independence', 'independence', ({ finding }) => finding.independence),
	column('reasons_en', 'both', ({ finding }) => finding.rationale.en),
	column('reasons_id', 'both', ({ finding }) => finding.rationale.id),
	column('evidence_public', 'evidence-public', ({ finding }) => publicAddresses(finding.evidence)),
	column('evidence_protected', 'evidence-protected', ({ finding }) => protectedPieces(finding.evidence)),
]
