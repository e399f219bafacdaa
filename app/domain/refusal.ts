/** Why the domain refuses. Each has a sentence under `refusal.<reason>` in both languages and one HTTP status in the guard. */
export const REFUSAL_REASONS = [
	'not_found',
	'not_allowed',
	'changed_meanwhile',
	'already_published',
	'same_person',
	'checkpoint_not_open',
	'checkpoint_locked',
	'checkpoint_not_locked',
	'consultation_too_short',
	'stage_not_open',
	'draft_incomplete',
	'draft_not_submitted',
	'draft_already_submitted',
	'declaration_missing',
	'claim_superseded',
	'plan_empty',
	'file_missing',
	'withdrawn',
	'not_withdrawn',
	'removal_not_requested',
	'storage_full',
	'storage_failing',
	'comment_not_opened',
	'window_open',
	'comments_unanswered',
	'comments_closed',
	'comments_full',
	'too_many_comments',
	'obligation_done',
	'obligation_waived',
	'already_appointed',
	'appointment_over',
] as const
export type RefusalReason = (typeof REFUSAL_REASONS)[number]

/** Thrown by queries and commands when the answer is no; everything else that is thrown is a defect. */
export class Refusal extends Error {
	override readonly name = 'Refusal'
	constructor(readonly reason: RefusalReason) {
		super(reason)
	}
}
