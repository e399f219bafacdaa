import { utcDay } from '#app/domain/calendar.ts'
import type { Bilingual } from '#app/domain/bilingual.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Member, Person, Removal, Verification, Withdrawal } from '#prisma/generated/client.ts'
import type { WithdrawalMark } from './rules.ts'

/** What takes the place of a withdrawn finding: that its author withdrew it, and when. Nothing says whose it was. */
export type WithdrawalView = {
	readonly recordId: string
	readonly version: number
	readonly commitmentId: string
	readonly milestoneId: string | null
	readonly publishedOn: CalendarDay
	/** -1 where the log does not have it. */
	readonly ledgerIndex: number
}

/** A withdrawal as far as anyone may know of it. */
export type WithdrawalFacts = Omit<WithdrawalView, 'ledgerIndex'>

type Known = {
	/** Withdrawals that the database and the log have. */
	readonly known: readonly WithdrawalFacts[]
	/** Those that the list outside the database has. */
	readonly listed: ReadonlyMap<string, WithdrawalMark>
}

/**
 * The findings among some that are shown, and what takes the place of the others. A finding that was removed is told
 * from the database alone; one whose withdrawal only the list knows, from its own row.
 */
export function withoutWithdrawn<Row extends Pick<Verification, 'recordId' | 'commitmentId' | 'milestoneId'>>(
	rows: readonly Row[],
	{ known, listed }: Known,
): { readonly shown: readonly Row[]; readonly withdrawals: readonly WithdrawalFacts[] } {
	const withdrawals = new Map(known.map((facts) => [facts.recordId, factsOf(facts)]))
	const shown = rows.filter((row) => {
		const { recordId, commitmentId, milestoneId } = row
		const mark = listed.get(recordId)
		if (mark && !withdrawals.has(recordId)) {
			const { version, day: publishedOn } = mark
			withdrawals.set(recordId, { recordId, version, commitmentId, milestoneId, publishedOn })
		}
		return !withdrawals.has(recordId)
	})
	return { shown, withdrawals: [...withdrawals.values()] }
}

function factsOf({ recordId, version, commitmentId, milestoneId, publishedOn }: WithdrawalFacts) {
	return { recordId, version, commitmentId, milestoneId, publishedOn }
}

/**
 * The withdrawals on a commitment, newest first. Said only where there are any, so that a record without them is
 * frozen as it always was.
 */
export function withdrawalsOf(
	commitmentId: string,
	facts: readonly WithdrawalFacts[],
	indexOf: (act: WithdrawalFacts) => number,
): { readonly withdrawals?: readonly WithdrawalView[] } {
	const withdrawals = facts
		.filter((withdrawal) => withdrawal.commitmentId === commitmentId)
		.map((withdrawal) => ({ ...withdrawal, ledgerIndex: indexOf(withdrawal) }))
		.sort((a, b) => b.ledgerIndex - a.ledgerIndex)
	return withdrawals.length === 0 ? {} : { withdrawals }
}

/** How far the physical removal of a withdrawn finding is. */
export type RemovalView =
	| { readonly state: 'NOT_REQUESTED' }
	| {
			readonly state: 'REQUESTED'
			readonly byName: string
			readonly on: CalendarDay
			/** Whether the reader asked for it; then somebody else confirms. */
			readonly isOwn: boolean
	  }
	| { readonly state: 'REMOVED'; readonly on: CalendarDay }

/** A finding as its own organization sees it, before and after it was withdrawn. */
export type OwnFinding = {
	readonly recordId: string
	readonly organizationId: string
	/** Newest version of the finding, and its day; null where it was removed. */
	readonly published: { readonly version: number; readonly on: CalendarDay } | null
	readonly planTitle: Bilingual
	readonly commitmentTitle: Bilingual
	/** Null where the finding is about the commitment as a whole. */
	readonly milestoneTitle: Bilingual | null
	readonly member: { readonly name: Bilingual; readonly isDemonstration: boolean }
	readonly withdrawal: OwnWithdrawal | null
	/** Whether an older leaf of it names the organization; then the log keeps that name for good. */
	readonly isNamedInLog: boolean
}

export type OwnWithdrawal = {
	readonly on: CalendarDay
	/** Whether the database lost it: a restored backup was older. It is hidden all the same. */
	readonly isLost: boolean
	readonly removal: RemovalView
}

/** What a withdrawal is made of. */
type Withdrawing = {
	readonly finding: Pick<
		Verification,
		'recordId' | 'version' | 'commitmentId' | 'milestoneId' | 'organizationId'
	>
	readonly requestedById: string
	readonly at: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
}

/** The rows of the act that withdraws a finding: the next version of its record. */
export function withdrawalRowsFrom({ finding, requestedById, at, salt, privateSalt }: Withdrawing) {
	const row = {
		recordId: finding.recordId,
		version: finding.version + 1,
		commitmentId: finding.commitmentId,
		milestoneId: finding.milestoneId,
		organizationId: finding.organizationId,
		requestedById,
		publishedOn: utcDay(at),
		publishedAt: at,
		salt,
		privateSalt,
	} satisfies Withdrawal
	return { kind: 'verification.withdrawn' as const, row }
}

type Titled = {
	readonly id: string
	readonly versions: readonly { readonly titleEn: string | null; readonly titleId: string | null }[]
}

/** The stored rows that an organization's own findings are made of; versions newest first. */
type OwnRows = {
	readonly verifications: readonly Verification[]
	readonly withdrawals: readonly Withdrawal[]
	readonly removals: readonly Removal[]
	readonly commitments: readonly (Titled & { readonly actionPlan: Titled & { readonly member: Member } })[]
	readonly milestones: readonly Titled[]
	readonly people: readonly Pick<Person, 'id' | 'displayName'>[]
}

/** Who reads, and what the list outside the database knows. */
type Reading = {
	readonly personId: string | null
	readonly listed: ReadonlyMap<string, WithdrawalMark>
}

/** What an organization found and published, withdrawn or not; what happened last comes first. */
export function ownFindingsFrom(rows: OwnRows, reading: Reading): readonly OwnFinding[] {
	const acts = [...rows.withdrawals, ...rows.verifications].sort(
		(a, b) => b.publishedAt.getTime() - a.publishedAt.getTime(),
	)
	const newest = new Map<string, (typeof acts)[number]>()
	for (const act of acts) if (!newest.has(act.recordId)) newest.set(act.recordId, act)
	return [...newest.values()].flatMap((act) => ownFinding(act, rows, reading) ?? [])
}

function ownFinding(
	act: Pick<Verification, 'recordId' | 'organizationId' | 'commitmentId' | 'milestoneId'>,
	rows: OwnRows,
	reading: Reading,
): OwnFinding | null {
	const { recordId } = act
	const commitment = rows.commitments.find(({ id }) => id === act.commitmentId)
	if (!commitment) return null
	const { member } = commitment.actionPlan
	const milestone = rows.milestones.find(({ id }) => id === act.milestoneId)
	const versions = rows.verifications.filter((row) => row.recordId === recordId)
	const [newest] = versions
	return {
		recordId,
		organizationId: act.organizationId,
		published: newest ? { version: newest.version, on: newest.publishedOn } : null,
		planTitle: titleOf(commitment.actionPlan),
		commitmentTitle: titleOf(commitment),
		milestoneTitle: milestone ? titleOf(milestone) : null,
		member: { name: { en: member.nameEn, id: member.nameId }, isDemonstration: member.isDemonstration },
		withdrawal: ownWithdrawal(recordId, rows, reading),
		isNamedInLog: versions.some((row) => row.privateSalt === null),
	}
}

function ownWithdrawal(recordId: string, rows: OwnRows, reading: Reading): OwnWithdrawal | null {
	const row = rows.withdrawals.find((withdrawal) => withdrawal.recordId === recordId)
	const on = row?.publishedOn ?? reading.listed.get(recordId)?.day
	if (on === undefined) return null
	const removal = rows.removals.find((asked) => asked.recordId === recordId)
	return { on, isLost: row === undefined, removal: removalView(removal, rows.people, reading) }
}

function removalView(
	row: Removal | undefined,
	people: OwnRows['people'],
	{ personId }: Reading,
): RemovalView {
	if (!row) return { state: 'NOT_REQUESTED' }
	if (row.confirmedAt) return { state: 'REMOVED', on: utcDay(row.confirmedAt) }
	return {
		state: 'REQUESTED',
		byName: people.find(({ id }) => id === row.requestedById)?.displayName ?? '',
		on: utcDay(row.requestedAt),
		isOwn: row.requestedById === personId,
	}
}

function titleOf({ versions }: Titled): Bilingual {
	return { en: versions[0]?.titleEn ?? null, id: versions[0]?.titleId ?? null }
}
