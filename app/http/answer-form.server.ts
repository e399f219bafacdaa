import { json, redirect } from '@remix-run/node'
import type { TypedResponse } from '@remix-run/node'
import type { SubmissionResult } from '@conform-to/react'
import { z } from 'zod'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { isFresh } from '#app/domain/second-step/rules.ts'
import { STATUS_OF } from './guard.server.ts'
import type { Visit } from './guard.server.ts'
import type { LoadContext } from './load-context.ts'
import { hrefTo } from './own-path.ts'
import { parseForm } from './parse-form.server.ts'
import { refusalIn } from './storage-fault.ts'

/** A form that was not taken: what was typed with what is wrong, and why the domain refused, where it did. */
export type Rejection = { readonly reply: SubmissionResult; readonly reason: RefusalReason | null }

/** Refusals after which the person goes on in the same form: it is shown again, beside what is stored now. */
const SHOWN_IN_FORM: readonly RefusalReason[] = [
	'changed_meanwhile',
	'draft_incomplete',
	'claim_superseded',
	'claim_not_due',
	'checkpoint_not_open',
	'promise_ended',
	'recused',
	'review_missing',
	'review_not_asked',
	'same_finding',
	'declaration_missing',
	'file_missing',
	'consultation_too_short',
	'storage_full',
	'storage_failing',
	'drawing_busy',
	'drawing_failed',
	'window_open',
	'comments_unanswered',
	'comments_closed',
	'comments_full',
	'too_many_comments',
	'obligation_done',
	'obligation_waived',
	'already_appointed',
	'appointment_over',
	'first_person_known',
	'judge_and_judged',
	'invitation_open',
	'last_owner',
	'last_poc',
	'poc_known',
	'host_and_judged',
	'member_known',
	'from_today_only',
	'rule_version_known',
	'rule_day_known',
	'rule_day_past',
	'rules_unchanged',
	'call_known',
	'call_unchanged',
	'signature_missing',
	'too_many_webhooks',
	'finding_changed',
	'finding_not_adverse',
	'finding_withdrawn',
	'finding_not_changed',
	'reply_published',
	'reply_window_open',
	'decision_made',
	'coded_ahead',
	'coding_known',
	'milestone_ended',
	'sent_too_fast',
	'too_many_observations',
	'call_ahead',
	'call_closed',
	'text_too_long',
	'text_changed',
	'letter_missing',
	'step_not_open',
	'step_day_wrong',
	'consultation_ahead',
	'consultation_closed',
	'consultation_elsewhere',
	'too_many_contributions',
	'address_known',
	'too_many_letters',
	'challenge_expired',
	'key_not_accepted',
	'key_known',
	'key_unknown',
	'key_removed',
	'key_confirmed',
	'too_many_keys',
	'signature_wrong',
	'signature_replayed',
	'signature_known',
	'draft_round_open',
	'draft_round_known',
	'draft_round_closed',
	'draft_round_unread',
	'code_wrong',
	'too_many_codes',
	'confirm_again',
]

/** Requests whose form was not taken. The page's title says so, and only the loader's data reaches the title. */
const rejected = new WeakSet<LoadContext>()

/**
 * Takes a form to a command: a good form leads on (303) to where `run` says; a faulty one (422), and one that the
 * domain refuses for a reason the person can settle (409), or the disk does not take (507, 503), is shown again with
 * the typed text.
 */
export async function answerForm<Schema extends z.ZodType>(
	visit: Visit,
	schema: Schema,
	run: (value: z.output<Schema>) => Promise<string>,
): Promise<TypedResponse<Rejection>> {
	const form = await parseForm(visit.request, schema)
	if (!form.ok) return reject(visit, 422, { reply: form.reply, reason: null })
	try {
		if (mustConfirm(visit)) throw new Refusal('confirm_again')
		return redirect(await run(form.value), 303)
	} catch (thrown) {
		const reason = refusalIn(thrown)
		if (reason === null || !SHOWN_IN_FORM.includes(reason)) throw thrown
		if (!(thrown instanceof Refusal))
			visit.load.log.error({ event: reason, requestId: visit.ctx.requestId, err: thrown })
		return reject(visit, STATUS_OF[reason], { reply: typed(form.value), reason })
	}
}

/** Takes a form that only confirms: it has a button and nothing else. */
export async function confirmForm(
	visit: Visit,
	run: () => Promise<string>,
): Promise<TypedResponse<Rejection>> {
	return confirmAgain(visit) ?? answerForm(visit, z.strictObject({}), run)
}

/**
 * Leads whoever has to take the second step again to it and back: for buttons, where nothing typed is lost. Null where
 * nothing is asked.
 */
export function confirmAgain(visit: Visit): TypedResponse<never> | null {
	return mustConfirm(visit)
		? redirect(hrefTo(`/${visit.locale}/second-step/check`, visit.url.pathname), 303)
		: null
}

/** Whether the form asks for a second step that was taken lately, and this session's was not. */
function mustConfirm({ asksAgain, stepTakenAt, ctx }: Visit): boolean {
	return asksAgain && !isFresh(stepTakenAt, ctx.now)
}

/** Takes a form to a question, and shows with the answer what was typed: for checks of what has no draft. */
export async function shownForm<Schema extends z.ZodType, Shown = z.output<Schema>>(
	visit: Visit,
	schema: Schema,
	ask: (value: z.output<Schema>) => Promise<Shown>,
): Promise<TypedResponse<Rejection | { readonly shown: Shown }>> {
	const form = await parseForm(visit.request, schema)
	if (!form.ok) return reject(visit, 422, { reply: form.reply, reason: null })
	try {
		if (mustConfirm(visit)) throw new Refusal('confirm_again')
		return json({ shown: await ask(form.value) })
	} catch (thrown) {
		const reason = refusalIn(thrown)
		if (reason === null || !SHOWN_IN_FORM.includes(reason)) throw thrown
		return reject(visit, STATUS_OF[reason], { reply: typed(form.value), reason })
	}
}

/** For commands that find their work already done, by a second click on the same button: nothing more is to do. */
export function unlessAlready(reason: RefusalReason): (thrown: unknown) => void {
	return (thrown) => {
		if (!(thrown instanceof Refusal) || thrown.reason !== reason) throw thrown
	}
}

/** A page of the workspace: its facts, whose it is, and whether it shows a form that was not taken. */
export function workspacePage<Facts extends object>(visit: Visit, facts: Facts) {
	return {
		...facts,
		person: {
			name: visit.person?.displayName ?? '',
			isDemonstration: visit.person?.isDemonstration ?? false,
		},
		isRejected: wasRejected(visit),
	}
}

/** Notes that this request's form was rejected, so that the page's title can say so first. */
export function noteRejection(visit: Pick<Visit, 'load'>): void {
	rejected.add(visit.load)
}

/** Whether this request brought a form that was rejected. */
export function wasRejected(visit: Pick<Visit, 'load'>): boolean {
	return rejected.has(visit.load)
}

function reject(visit: Visit, status: number, rejection: Rejection): TypedResponse<Rejection> {
	noteRejection(visit)
	return json(rejection, { status })
}

function typed(value: unknown): SubmissionResult {
	return { status: 'error', initialValue: typeof value === 'object' ? { ...value } : null }
}
