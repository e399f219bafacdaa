import { redirect } from '@remix-run/node'
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { holdsAny } from '#app/access/policy.ts'
import type { Role } from '#app/access/policy.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import type { RefusalReason } from '#app/domain/refusal.ts'
import { isLocale } from '#app/i18n/locale.ts'
import type { Locale } from '#app/i18n/locale.ts'
import { sayIn } from '#app/i18n/translate.ts'
import type { LoadContext } from './load-context.ts'
import type { Person } from './session-of.server.ts'
import { refusalIn } from './storage-fault.ts'

/**
 * Who may come in: everyone, everyone who is signed in, or holders of one of the roles. `half`: also whoever came by a
 * letter and has not taken the second step; there they act as a person without any role.
 */
export type Door = 'public' | 'half' | 'member' | readonly Role[]

export type Params = Readonly<Record<string, string | undefined>>

/** What a route's handler gets: the world of the domain, and the request in parts. */
export type Visit = {
	readonly ctx: Context
	readonly params: Params
	readonly request: Request
	readonly url: URL
	/** Language of the page; of pages without one in the address, English. */
	readonly locale: Locale
	/** Who is signed in; null on public doors, where nobody is asked. */
	readonly person: Person | null
	/** Id of the session that asks, which opens nothing; null where nobody is asked. */
	readonly sessionId: string | null
	/** When the session took the second step; null: it did not, or its person has none. */
	readonly stepTakenAt: Date | null
	/** Whether this form changes the record or who acts: whoever has a second step took it lately. */
	readonly asksAgain: boolean
	readonly load: LoadContext
}

/** Refusals and other ends of a request, as the error pages and the API read them. */
export type ErrorBody = { readonly reason: string; readonly message: string; readonly requestId: string }

/** The status with which each refusal is answered. */
export const STATUS_OF: { readonly [R in RefusalReason]: number } = {
	not_found: 404,
	not_allowed: 403,
	changed_meanwhile: 409,
	already_published: 409,
	same_person: 403,
	checkpoint_not_open: 409,
	checkpoint_locked: 409,
	checkpoint_not_locked: 409,
	consultation_too_short: 422,
	stage_not_open: 409,
	draft_incomplete: 422,
	draft_not_submitted: 409,
	draft_already_submitted: 409,
	declaration_missing: 409,
	claim_superseded: 409,
	claim_not_due: 409,
	promise_ended: 409,
	recused: 409,
	review_missing: 409,
	review_not_asked: 409,
	same_finding: 409,
	plan_empty: 409,
	file_missing: 409,
	withdrawn: 410,
	not_withdrawn: 409,
	removal_not_requested: 409,
	storage_full: 507,
	storage_failing: 503,
	drawing_busy: 503,
	drawing_failed: 503,
	comment_not_opened: 409,
	window_open: 409,
	comments_unanswered: 409,
	comments_closed: 409,
	comments_full: 409,
	too_many_comments: 429,
	obligation_done: 409,
	obligation_waived: 409,
	already_appointed: 409,
	appointment_over: 409,
	record_differs: 409,
	first_person_known: 409,
	judge_and_judged: 409,
	invitation_open: 409,
	invitation_used: 410,
	invitation_ended: 410,
	invitation_expired: 410,
	last_owner: 409,
	last_poc: 409,
	poc_known: 409,
	host_and_judged: 409,
	member_known: 409,
	from_today_only: 409,
	rule_version_known: 409,
	rule_day_known: 409,
	rule_day_past: 409,
	rules_unchanged: 409,
	call_known: 409,
	call_unchanged: 409,
	plan_not_local: 409,
	commitment_withdrawn: 409,
	signature_missing: 409,
	finding_changed: 409,
	finding_not_adverse: 409,
	finding_withdrawn: 409,
	finding_not_changed: 409,
	reply_published: 409,
	reply_window_open: 409,
	decision_made: 409,
	coded_ahead: 409,
	coding_known: 409,
	milestone_ended: 409,
	sent_too_fast: 409,
	too_many_observations: 429,
	observation_hidden: 410,
	call_ahead: 409,
	call_closed: 409,
	text_too_long: 422,
	text_changed: 409,
	letter_missing: 409,
	step_not_open: 409,
	step_day_wrong: 409,
	consultation_ahead: 409,
	consultation_closed: 409,
	consultation_elsewhere: 409,
	too_many_contributions: 429,
	contribution_hidden: 410,
	admin_known: 409,
	address_known: 409,
	link_used: 410,
	link_expired: 410,
	too_many_letters: 429,
	challenge_expired: 410,
	key_not_accepted: 409,
	key_known: 409,
	key_unknown: 409,
	key_removed: 409,
	key_confirmed: 409,
	too_many_keys: 409,
	too_many_webhooks: 409,
	signature_wrong: 409,
	signature_replayed: 409,
	signature_known: 409,
	draft_round_open: 409,
	draft_round_known: 409,
	draft_round_closed: 409,
	draft_round_unread: 409,
	act_of_another: 403,
	act_not_signed: 409,
	second_step_known: 409,
	second_step_owed: 409,
	second_step_missing: 409,
	code_wrong: 422,
	too_many_codes: 429,
	confirm_again: 409,
}

/** A loader with its door. A parent's guard protects nothing: every loader declares its own. */
export function guardedLoader<Answer>(door: Door, handler: (visit: Visit) => Promise<Answer> | Answer) {
	const loader = (args: LoaderFunctionArgs): Promise<Answer> => enter(door, args, handler)
	return Object.assign(loader, { door })
}

/** An action with its door. */
export function guardedAction<Answer>(door: Door, handler: (visit: Visit) => Promise<Answer> | Answer) {
	const action = (args: ActionFunctionArgs): Promise<Answer> => enter(door, args, handler)
	return Object.assign(action, { door })
}

/** An action of what changes the record or who acts: whoever has a second step takes it again before, unless they just did. */
export function confirmedAction<Answer>(door: Door, handler: (visit: Visit) => Promise<Answer> | Answer) {
	return guardedAction(door, (visit) => handler({ ...visit, asksAgain: true }))
}

/** Ends a request with a status and a reason that has a sentence under `refusal.<reason>`. */
export function refuse(
	status: number,
	reason: string,
	visit: { requestId: string; locale: Locale },
): Response {
	const body: ErrorBody = {
		reason,
		message: sayIn(visit.locale)(`refusal.${reason}`),
		requestId: visit.requestId,
	}
	return Response.json(body, { status, headers: { 'Cache-Control': 'no-store' } })
}

async function enter<Answer>(
	door: Door,
	args: LoaderFunctionArgs | ActionFunctionArgs,
	handler: (visit: Visit) => Promise<Answer> | Answer,
): Promise<Answer> {
	const { requestId, log } = args.context
	const locale = isLocale(args.params.lang) ? args.params.lang : 'en'
	try {
		return await handler(await visitThrough(door, args))
	} catch (thrown) {
		if (thrown instanceof Response) throw thrown
		const reason = refusalIn(thrown)
		if (!(thrown instanceof Refusal)) log.error({ event: reason ?? 'defect', requestId, err: thrown })
		if (reason) throw refuse(STATUS_OF[reason], reason, { requestId, locale })
		throw refuse(500, 'defect', { requestId, locale })
	}
}

async function visitThrough(door: Door, { request, params, context }: LoaderFunctionArgs): Promise<Visit> {
	const { database, accounts, now, requestId, withdrawals } = context
	if (params.lang !== undefined && !isLocale(params.lang)) throw new Refusal('not_found')
	const locale = params.lang ?? 'en'
	const url = new URL(request.url)
	// A public page never depends on who reads it (one cached answer for all), so nobody is asked there.
	const session = door === 'public' ? accounts.nobody : await accounts.sessionOf(request, now)
	const half = door === 'half' ? session.half : null
	const visit: Visit = {
		ctx: {
			db: database.db,
			actor: half ? roleless(half.person.id) : session.actor,
			now,
			requestId,
			withdrawals,
		},
		params,
		request,
		url,
		locale,
		person: half?.person ?? session.person,
		sessionId: half?.sessionId ?? session.sessionId,
		stepTakenAt: session.stepTakenAt,
		asksAgain: false,
		load: context,
	}
	if (door === 'public') return visit
	if (session.half && door !== 'half') throw stepFirst(request, url, { locale, lacks: session.half.lacks })
	if (!visit.person) throw signInFirst(request, url, locale)
	if (door !== 'half' && door !== 'member' && !holdsAny(session.actor, door)) throw new Refusal('not_allowed')
	return visit
}

function roleless(personId: string) {
	return { personId, appointments: [] }
}

/** The same for whoever came by a letter and still has to take the second step. */
function stepFirst(
	request: Request,
	url: URL,
	{ locale, lacks }: { readonly locale: Locale; readonly lacks: 'CODE' | 'SET_UP' },
): Response {
	const page = lacks === 'CODE' ? 'check' : 'set-up'
	return redirect(`/${locale}/second-step/${page}?next=${encodeURIComponent(nextOf(request, url, locale))}`)
}

/** Readers are sent to the sign-in page and back; a form that lost its session is not replayed, so it only learns where to sign in. */
function signInFirst(request: Request, url: URL, locale: Locale): Response {
	return redirect(`/${locale}/sign-in?next=${encodeURIComponent(nextOf(request, url, locale))}`)
}

function nextOf(request: Request, url: URL, locale: Locale): string {
	return request.method === 'GET' ? url.pathname + url.search : `/${locale}/tasks`
}
