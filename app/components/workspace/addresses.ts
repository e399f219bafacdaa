import type { FindingStep } from '#app/domain/verification/rules.ts'
import type { Outcome } from '#app/domain/progress-batch/view.ts'
import type { ReportStep } from '#app/domain/progress-update/rules.ts'
import type { Locale } from '#app/i18n/locale.ts'

type TaskKey = { readonly milestoneId: string; readonly checkpointCode: string }

/** Where a file is added as evidence, and where it is to come back for another piece. */
type FileStep = 'evidence/file' | 'evidence/file/another'

/** One page of a report. */
export function taskHref(
	locale: Locale,
	{ milestoneId, checkpointCode }: TaskKey,
	step: ReportStep | 'submitted' | 'typed' | 'links' | 'evidence/another' | FileStep,
): string {
	return `/${locale}/tasks/${milestoneId}/${checkpointCode}/${step}`
}

/** Where a link is taken out of a report. */
export function taskEvidenceRemovalHref(locale: Locale, key: TaskKey, position: number): string {
	return `/${locale}/tasks/${key.milestoneId}/${key.checkpointCode}/evidence/${String(position)}/remove`
}

/** A report that waits for the institution's lead, or what the lead does with it. */
export function approvalHref(locale: Locale, draftId: string, verb?: 'approve' | 'return'): string {
	return `/${locale}/approvals/${draftId}${verb ? `/${verb}` : ''}`
}

/** Everything that waits for the reader, in full. */
export function allTasksHref(locale: Locale): string {
	return `/${locale}/tasks/all`
}

/** All reports that wait for the institution's lead, and where those that were chosen are approved. */
export function approvalsHref(locale: Locale, verb?: 'approve'): string {
	return `/${locale}/tasks/approvals${verb ? `/${verb}` : ''}`
}

/** What became of the reports that were chosen. */
export function approvedHref(locale: Locale, outcomes: readonly Outcome[]): string {
	const published = outcomes.flatMap(({ id, reason }) => (reason === null ? [id] : []))
	const refused = outcomes.flatMap(({ id, reason }) => (reason === null ? [] : [`${id}~${reason}`]))
	const parts = [
		...(published.length > 0 ? [`published=${published.join('.')}`] : []),
		...(refused.length > 0 ? [`refused=${refused.join('.')}`] : []),
	]
	return `/${locale}/tasks/approvals/done?${parts.join('&')}`
}

/** The receipt of an act. */
export function receiptHref(locale: Locale, recordId: string): string {
	return `/${locale}/receipts/${recordId}`
}

/** The monitor's queue. */
export function queueHref(locale: Locale): string {
	return `/${locale}/verify`
}

/** A claim, or a milestone without one, before it is verified; and where its verification begins. */
export function subjectHref(
	locale: Locale,
	subject: { readonly claimRecordId: string | null; readonly milestoneId: string },
	verb?: 'begin',
): string {
	const { claimRecordId, milestoneId } = subject
	const part = claimRecordId === null ? `milestones/${milestoneId}` : claimRecordId
	return `${queueHref(locale)}/${part}${verb ? `/${verb}` : ''}`
}

/** One page of a finding. */
export function findingHref(
	locale: Locale,
	draftId: string,
	step: FindingStep | 'evidence/another' | FileStep | 'publish' | 'newest-claim',
): string {
	return `/${locale}/verifications/${draftId}/${step}`
}

/** Where a piece of evidence is taken out of a finding. */
export function findingEvidenceRemovalHref(locale: Locale, draftId: string, position: number): string {
	return `/${locale}/verifications/${draftId}/evidence/${String(position)}/remove`
}

/** What is late and what is missing, for the point of contact. */
export function pocHref(locale: Locale): string {
	return `/${locale}/poc`
}

/** What a report on one plan would lack, and the button that compiles it. */
export function compileHref(locale: Locale, planId: string): string {
	return `${pocHref(locale)}/plans/${planId}/report`
}

/** How the compiling of a report stands. */
export function reportJobHref(locale: Locale, jobId: string): string {
	return `${pocHref(locale)}/report-jobs/${jobId}`
}

/** A report that was just compiled, with its files. */
export function compiledHref(locale: Locale, recordId: string): string {
	return `${pocHref(locale)}/reports/${recordId}`
}

/** What the actor's own plans owe. */
export function ownObligationsHref(locale: Locale): string {
	return `/${locale}/obligations`
}

/** Where an obligation is waived. */
export function waiverHref(locale: Locale, planId: string, obligationId: string): string {
	return `${ownObligationsHref(locale)}/${planId}/${obligationId}/waive`
}

/** Which letters a person gets, and who is written to when something of theirs stays overdue. */
export function noticesHref(
	locale: Locale,
	part?: 'choose' | 'superior' | 'calendar' | 'calendar/end' | 'webhooks',
): string {
	return `/${locale}/notices${part ? `/${part}` : ''}`
}

/** The roles that the actor may pass on; one of them; a hand-over that is done, and its files. */
export function handOversHref(locale: Locale): string {
	return `/${locale}/hand-overs`
}

/** Where a role passes to somebody else. */
export function handOverHref(locale: Locale, appointmentId: string): string {
	return `${handOversHref(locale)}/roles/${appointmentId}`
}

/** A hand-over that is done, or its files in one. */
export function handOverDoneHref(locale: Locale, handOverId: string, part?: 'pack'): string {
	return `${handOversHref(locale)}/${handOverId}${part ? `/${part}` : ''}`
}

/** The letters that wait in the folder for the operator, or one of them. */
export function outboxHref(locale: Locale, letterId?: string): string {
	return `/${locale}/admin/outbox${letterId ? `/${letterId}` : ''}`
}

/** The weekly letter with the log's checkpoint. */
export function checkpointLetterHref(locale: Locale): string {
	return `/${locale}/checkpoint-letter`
}

/** What the monitor's organization found and published, withdrawn or not. */
export function ownFindingsHref(locale: Locale): string {
	return `/${locale}/withdrawals`
}

/** A withdrawn finding; where one is withdrawn; and where its physical removal is asked for and confirmed. */
export function withdrawalHref(
	locale: Locale,
	recordId: string,
	verb?: 'withdraw' | 'request-removal' | 'confirm-removal',
): string {
	return `${ownFindingsHref(locale)}/${recordId}${verb ? `/${verb}` : ''}`
}

/** A cleaned file that waits in a draft, or the small picture of it. */
export function uploadedFileHref(locale: Locale, upload: string, part: 'file' | 'preview' = 'file'): string {
	return `/${locale}/uploaded-files/${upload}${part === 'preview' ? '/preview' : ''}`
}

/** The level of a whole commitment at a checkpoint, as its institution states it. */
export function levelHref(
	locale: Locale,
	{ commitmentId, checkpointCode }: { readonly commitmentId: string; readonly checkpointCode: string },
): string {
	return `/${locale}/commitment-levels/${commitmentId}/${checkpointCode}`
}

/** A level that waits for the institution's lead, or what the lead does with it. */
export function levelApprovalHref(locale: Locale, draftId: string, verb?: 'approve' | 'return'): string {
	return `/${locale}/commitment-level-approvals/${draftId}${verb ? `/${verb}` : ''}`
}

/** Where a one-link update is taken back. */
export function updateLinkRevocationHref(locale: Locale, linkId: string): string {
	return `/${locale}/update-links/${linkId}/revoke`
}
