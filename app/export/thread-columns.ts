import type { DecisionLine, ReplyLine } from '#app/domain/open-data/view.ts'
import { openColumn, protectedPieces, publicAddresses } from './open-data.ts'
import type { OpenColumn } from './open-data.ts'

const ofReply = openColumn<ReplyLine>
const ofDecision = openColumn<DecisionLine>

/** One row per reply of an institution to a finding, each version of it. */
export const REPLY_COLUMNS: readonly OpenColumn<ReplyLine>[] = [
	ofReply('record', 'record', ({ reply }) => reply.recordId),
	ofReply('version', 'version', ({ reply }) => reply.version),
	ofReply('published_on', 'published', ({ reply }) => reply.publishedOn),
	ofReply('organization', 'id', ({ reply }) => reply.organizationId),
	ofReply('organization_name_en', 'both', ({ reply }) => reply.organizationName.en),
	ofReply('organization_name_id', 'both', ({ reply }) => reply.organizationName.id),
	ofReply('plan', 'id', ({ plan }) => plan.id),
	ofReply('is_demonstration', 'demonstration', ({ plan }) => (plan.member.isDemonstration ? 1 : 0)),
	ofReply('commitment', 'id', ({ finding }) => finding.commitmentId),
	ofReply('milestone', 'finding-milestone', ({ finding }) => finding.milestoneId),
	ofReply('finding_record', 'answered-finding', ({ reply }) => reply.finding.recordId),
	ofReply('finding_version', 'answered-version', ({ reply }) => reply.finding.version),
	ofReply('due_on', 'reply-due', ({ reply }) => reply.dueOn),
	ofReply('is_late', 'reply-late', ({ reply }) => (reply.isLate ? 1 : 0)),
	ofReply('text_en', 'both', ({ reply }) => reply.text.en),
	ofReply('text_id', 'both', ({ reply }) => reply.text.id),
	ofReply('evidence_public', 'evidence-public', ({ reply }) => publicAddresses(reply.evidence)),
	ofReply('evidence_protected', 'evidence-protected', ({ reply }) => protectedPieces(reply.evidence)),
]

/** One row per decision of a finding’s author, with or without a reply. */
export const DECISION_COLUMNS: readonly OpenColumn<DecisionLine>[] = [
	ofDecision('record', 'record', ({ decision }) => decision.recordId),
	ofDecision('version', 'version', ({ decision }) => decision.version),
	ofDecision('published_on', 'published', ({ decision }) => decision.publishedOn),
	ofDecision('plan', 'id', ({ plan }) => plan.id),
	ofDecision('is_demonstration', 'demonstration', ({ plan }) => (plan.member.isDemonstration ? 1 : 0)),
	ofDecision('commitment', 'id', ({ finding }) => finding.commitmentId),
	ofDecision('milestone', 'finding-milestone', ({ finding }) => finding.milestoneId),
	ofDecision('finding_record', 'answered-finding', ({ decision }) => decision.finding.recordId),
	ofDecision('finding_version', 'answered-version', ({ decision }) => decision.finding.version),
	ofDecision('reply_record', 'answered-reply', ({ decision }) => decision.reply?.recordId ?? null),
	ofDecision('reply_version', 'answered-reply-version', ({ decision }) => decision.reply?.version ?? null),
	ofDecision('decision', 'decision', ({ decision }) => decision.decision),
	ofDecision('changed_to_version', 'changed-to', ({ decision }) => decision.changedToVersion),
	ofDecision('reason_en', 'both', ({ decision }) => decision.reason.en),
	ofDecision('reason_id', 'both', ({ decision }) => decision.reason.id),
]
