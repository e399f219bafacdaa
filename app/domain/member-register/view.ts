import type { z } from 'zod'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { ApplicationSaid } from '#app/domain/application/schema.ts'
import { PublicContributionSaid } from '#app/domain/consultation/schema.ts'
import type { AnswerOutcome } from '#app/domain/consultation/rules.ts'
import { deskForms } from '#app/domain/desk/schema.ts'
import { RemarkSaid } from '#app/domain/expectation-remark/schema.ts'
import type { MemberActView } from '#app/domain/member-act/view.ts'
import type { Unsealed } from '#app/domain/packed-rows.ts'
import { nameOf } from '#app/domain/published-text/view.ts'
import type { Surroundings } from '#app/domain/published-text/view.ts'
import { readOnce } from '#app/domain/read-once.ts'
import { readEach } from '#app/domain/unreadable-act/view.ts'
import { isMemberActKind } from '#app/ledger/act-kinds.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import type { MemberAct } from '#prisma/generated/client.ts'

/** A day after every other one: what is stored was checked against the day on which it was published. */
const NO_LATER_DAY = '9999-12-31'

const SAID = {
	...deskForms(NO_LATER_DAY),
	'application.published': ApplicationSaid,
	'expectation-dissent.published': RemarkSaid,
	'expectation-comment.published': RemarkSaid,
	'public-contribution.published': PublicContributionSaid,
}
type ReadKind = keyof typeof SAID
export type SaidOf<Kind extends ReadKind> = z.output<(typeof SAID)[Kind]>
export type ActView<Kind extends ReadKind> = MemberActView<SaidOf<Kind>>

/** What acts of each kind say. */
const READ = {
	'endorsement.published': readOnce((said) => SAID['endorsement.published'].parse(said)),
	'administration.published': readOnce((said) => SAID['administration.published'].parse(said)),
	'membership.published': readOnce((said) => SAID['membership.published'].parse(said)),
	'declaration-items.published': readOnce((said) => SAID['declaration-items.published'].parse(said)),
	'register.declared': readOnce((said) => SAID['register.declared'].parse(said)),
	'application.published': readOnce((said) => SAID['application.published'].parse(said)),
	'forum.published': readOnce((said) => SAID['forum.published'].parse(said)),
	'meeting.published': readOnce((said) => SAID['meeting.published'].parse(said)),
	'outreach.published': readOnce((said) => SAID['outreach.published'].parse(said)),
	'timeline.published': readOnce((said) => SAID['timeline.published'].parse(said)),
	'website.checked': readOnce((said) => SAID['website.checked'].parse(said)),
	'plan-endorsement.published': readOnce((said) => SAID['plan-endorsement.published'].parse(said)),
	'document.published': readOnce((said) => SAID['document.published'].parse(said)),
	'stakeholder.published': readOnce((said) => SAID['stakeholder.published'].parse(said)),
	'consultation.published': readOnce((said) => SAID['consultation.published'].parse(said)),
	'good-practice.published': readOnce((said) => SAID['good-practice.published'].parse(said)),
	'contribution.published': readOnce((said) => SAID['contribution.published'].parse(said)),
	'expectation-dissent.published': readOnce((said) => SAID['expectation-dissent.published'].parse(said)),
	'expectation-comment.published': readOnce((said) => SAID['expectation-comment.published'].parse(said)),
}

/** What a consultation brought, by what became of each contribution. */
export type ConsultationCounts = {
	readonly contributions: number
	readonly hidden: number
	readonly answers: { readonly [K in AnswerOutcome]?: number }
	readonly answered: number
	readonly lastAnsweredOn: CalendarDay | null
}

/** All that a member says of itself beyond its plans, each act in its newest version, those in error left out. */
export type MemberRegisters = {
	readonly memberId: string
	readonly of: { readonly [Kind in ReadKind]: readonly ActView<Kind>[] }
	readonly counts: ReadonlyMap<string, ConsultationCounts>
	/** Acts of which what is stored was altered below the application. */
	readonly unreadable: readonly {
		readonly kind: MemberActKind
		readonly recordId: string
		readonly version: number
	}[]
}

/** Whether pages read acts of a kind one by one; contributions are counted, and read by consultation. */
function isRead(kind: string): kind is ReadKind {
	return kind in SAID
}

/** An act without what seals it. */
type Row = Omit<Unsealed<MemberAct>, 'publishedAt' | 'said'> & { readonly said: unknown }

type Rows = Pick<Surroundings, 'organizations'> & {
	readonly memberId: string
	/** Newest versions. */
	readonly acts: readonly Row[]
	readonly counts: ReadonlyMap<string, ConsultationCounts>
	/** Acts that came with a file of minutes, by `versionKey`; none where it is left out. */
	readonly withMinutes?: ReadonlySet<string>
}

/** The name of one version of an act among those that came with something. */
export function versionKey({ recordId, version }: Pick<Row, 'recordId' | 'version'>): string {
	return `${recordId} ${String(version)}`
}

/** The newest version of each act, in the order of their records. */
export function newestActs<Act extends Pick<Row, 'recordId' | 'version'>>(
	acts: readonly Act[],
): readonly Act[] {
	const newest = new Map<string, Act>()
	for (const act of acts) {
		const known = newest.get(act.recordId)
		if (!known || known.version < act.version) newest.set(act.recordId, act)
	}
	return [...newest.values()].sort((a, b) => (a.recordId < b.recordId ? -1 : 1))
}

/** The registers of a member out of its acts, newest first by the day that counts. */
export function registersOf(rows: Rows): MemberRegisters {
	const inOrder = [...rows.acts].sort((a, b) => (a.onDay < b.onDay ? 1 : a.onDay > b.onDay ? -1 : 0))
	const unread: Row[] = inOrder.filter(({ kind }) => !isRead(kind))
	const of = listsOf({ ...rows, acts: inOrder, unread })
	const isUnreadable = new Set(unread)
	return {
		memberId: rows.memberId,
		of,
		counts: rows.counts,
		unreadable: inOrder
			.filter((row) => isUnreadable.has(row))
			.map(({ kind, recordId, version }) => ({
				kind: isMemberActKind(kind) ? kind : 'document.published',
				recordId,
				version,
			})),
	}
}

/** Acts in their order; what cannot be read is put to the unread. */
type Reading = Pick<Rows, 'acts' | 'organizations' | 'withMinutes'> & { readonly unread: Row[] }

/** Acts by kind, each read by the schema of its kind. */
function listsOf(rows: Reading): MemberRegisters['of'] {
	const list = <Said>(kind: ReadKind, read: (said: unknown) => Said) => viewsOf(kind, read, rows)
	return {
		'endorsement.published': list('endorsement.published', READ['endorsement.published']),
		'administration.published': list('administration.published', READ['administration.published']),
		'membership.published': list('membership.published', READ['membership.published']),
		'declaration-items.published': list('declaration-items.published', READ['declaration-items.published']),
		'register.declared': list('register.declared', READ['register.declared']),
		'application.published': list('application.published', READ['application.published']),
		'forum.published': list('forum.published', READ['forum.published']),
		'meeting.published': list('meeting.published', READ['meeting.published']),
		'outreach.published': list('outreach.published', READ['outreach.published']),
		'timeline.published': list('timeline.published', READ['timeline.published']),
		'website.checked': list('website.checked', READ['website.checked']),
		'plan-endorsement.published': list('plan-endorsement.published', READ['plan-endorsement.published']),
		'document.published': list('document.published', READ['document.published']),
		'stakeholder.published': list('stakeholder.published', READ['stakeholder.published']),
		'consultation.published': list('consultation.published', READ['consultation.published']),
		'good-practice.published': list('good-practice.published', READ['good-practice.published']),
		'contribution.published': list('contribution.published', READ['contribution.published']),
		'expectation-dissent.published': list(
			'expectation-dissent.published',
			READ['expectation-dissent.published'],
		),
		'expectation-comment.published': list(
			'expectation-comment.published',
			READ['expectation-comment.published'],
		),
		'public-contribution.published': [],
	}
}

/** Acts of one kind as everyone sees them, read by the schema of the kind. */
function viewsOf<Said>(
	kind: ReadKind,
	readSaid: (said: unknown) => Said,
	rows: Reading,
): readonly MemberActView<Said>[] {
	const own = rows.acts.filter((row) => row.kind === kind)
	const { read, unreadable } = readEach(own, (row) => memberActView(row, readSaid(row.said), rows))
	rows.unread.push(...unreadable)
	return read.filter(({ row }) => !row.isRetracted).map(({ view }) => view)
}

function memberActView<SaidHere>(
	row: Row,
	said: SaidHere,
	rows: Pick<Rows, 'organizations' | 'withMinutes'>,
): MemberActView<SaidHere> {
	return {
		recordId: row.recordId,
		version: row.version,
		kind: isMemberActKind(row.kind) ? row.kind : 'document.published',
		memberId: row.memberId,
		planId: row.actionPlanId,
		subjectId: row.subjectId,
		onDay: row.onDay,
		isRetracted: row.isRetracted,
		reason: row.reason,
		said,
		provenance: row.source === null ? null : { source: row.source, sourceUrl: row.sourceUrl },
		organizationId: row.actorOrganizationId,
		organizationName: nameOf(row.actorOrganizationId, rows),
		publishedOn: row.publishedOn,
		...(rows.withMinutes?.has(versionKey(row)) ? { hasMinutesFile: true as const } : {}),
	}
}
