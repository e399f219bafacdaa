import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Bilingual } from '#app/domain/bilingual.ts'
import { utcDay } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { MemberView } from '#app/domain/member/view.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { evidenceContent, evidenceRow, originalSalts } from '#app/domain/evidence/view.ts'
import type { EvidenceView, FileColumns } from '#app/domain/evidence/view.ts'
import { given } from '#app/domain/given.ts'
import { privateSeal } from '#app/ledger/leaf.ts'
import type { Evidence, Observation, ObservationHiding } from '#prisma/generated/client.ts'
import { HIDING_REASONS, PUBLIC_AUTHOR } from './rules.ts'
import type { HidingReason } from './rules.ts'
import type { HidingAnswer, ObservationForm } from './schema.ts'

/** What somebody without an account saw of a milestone; of a hidden one only that and why. */
export type ObservationView = {
	readonly recordId: string
	readonly version: number
	readonly milestoneId: string
	readonly publishedOn: CalendarDay
	readonly ledgerIndex: number
	/** Null where it is hidden. */
	readonly said: {
		readonly text: string
		readonly locale: string
		readonly seenOn: CalendarDay | null
		readonly evidence: readonly EvidenceView[]
	} | null
	/** Null where everyone may read it. */
	readonly hidden: {
		readonly recordId: string
		readonly reason: HidingReason
		readonly note: Bilingual
		readonly on: CalendarDay
	} | null
}

/** What the log seals of an observation. */
export function observationContent(row: Observation, evidence: readonly Evidence[]) {
	return {
		kind: 'observation.published' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		commitmentId: row.commitmentId,
		milestoneId: row.milestoneId,
		text: row.text,
		locale: row.locale,
		...given({ seenOn: row.seenOn }),
		evidence: evidenceContent(evidence),
		...privateSeal(row.privateSalt, {
			publishedAt: row.publishedAt.toISOString(),
			...originalSalts(evidence),
		}),
	}
}

/** What the log seals of its hiding. */
export function hidingContent(row: ObservationHiding) {
	return {
		kind: 'observation.hidden' as const,
		recordId: row.recordId,
		version: row.version,
		publishedOn: row.publishedOn,
		actorOrganization: row.actorOrganizationId,
		observationRecordId: row.observationRecordId,
		commitmentId: row.commitmentId,
		milestoneId: row.milestoneId,
		reasonCode: row.reasonCode,
		noteEn: row.noteEn,
		noteId: row.noteId,
		...privateSeal(row.privateSalt, {
			submittedById: row.submittedById,
			publishedAt: row.publishedAt.toISOString(),
		}),
	}
}

/** A milestone as whoever observes it sees it. */
export type ObservedMilestone = {
	readonly id: string
	readonly number: string | null
	readonly title: Bilingual
	readonly commitment: { readonly id: string; readonly title: Bilingual }
	readonly member: MemberView
	/** Whether it was withdrawn or goes on as another one. */
	readonly isEnded: boolean
	/** In the member's time zone. */
	readonly today: CalendarDay
}

/** That an observation was hidden, by which act and why. */
export type HidingView = {
	readonly recordId: string
	readonly version: number
	readonly observationRecordId: string
	readonly commitmentId: string
	readonly milestoneId: string
	readonly reason: HidingReason
	readonly note: Bilingual
	readonly on: CalendarDay
}

/** A hiding as it stands in the list of all. */
export type ListedHiding = HidingView & { readonly isDemonstration: boolean }

/** What is left in the hands of whoever sent an observation: where it stands in the log, and nothing of them. */
export type ObservationReceipt = {
	readonly recordId: string
	readonly version: number
	readonly day: CalendarDay
	/** Place in the log, from 0. */
	readonly position: number
	readonly milestone: ObservedMilestone
	readonly isHidden: boolean
}

/** An observation as the host looks through them. */
export type HostedObservation = {
	readonly recordId: string
	readonly commitmentId: string
	readonly milestoneId: string
	readonly text: string
	readonly locale: string
	readonly url: string | null
	readonly publishedOn: CalendarDay
	readonly hiding: HidingView | null
}

/**
 * The number of an observation, worked out from its form: the same form sent twice is one observation, and whoever has
 * not got the form cannot guess it.
 */
export function observationNumber(milestoneId: string, form: ObservationForm): string {
	const photo = form.upload ? [form.upload, form.altText ?? ''] : []
	const said = [
		...[form.ticket, milestoneId, form.text, form.locale, form.seenOn ?? '', form.url ?? ''],
		...photo,
	]
	const hex = createHash('sha256').update(JSON.stringify(said)).digest('hex')
	const parts = [hex.slice(0, 8), hex.slice(8, 12), `8${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`]
	return [...parts, hex.slice(20, 32)].join('-')
}

/** When a form was opened. Unit: milliseconds since 1970. */
export function openedAtMs({ ticket }: Pick<ObservationForm, 'ticket'>): number {
	return parseInt(ticket.split('-')[0] ?? '', 36)
}

/** What names a form: when it was opened, and 128 random bits in hex. */
export function ticketOf(openedAt: Date, random: string): string {
	return `${openedAt.getTime().toString(36)}-${random}`
}

type Known = {
	readonly recordId: string
	readonly at: Date
	readonly salt: Uint8Array<ArrayBuffer>
	readonly privateSalt: Uint8Array<ArrayBuffer>
	readonly commitmentId: string
	readonly milestoneId: string
}

/** The rows of an observation. Of who sent it there is nothing to keep. */
export function observationRows(
	form: ObservationForm,
	{ at, photo, ...known }: Known & { photo: SentPhoto | null },
) {
	const row: Observation = {
		...known,
		version: 1,
		text: form.text,
		locale: form.locale,
		seenOn: form.seenOn ?? null,
		actorOrganizationId: PUBLIC_AUTHOR,
		publishedOn: utcDay(at),
		publishedAt: at,
	}
	const none = { title: null, stance: null }
	const link = form.url ? [evidenceRow(row, 0, { kind: 'WEBPAGE', url: form.url, ...none })] : []
	return { row, evidence: [...link, ...photoRows(row, link.length, { form, photo })] }
}

/** The picture, under the address by which everyone sees it, with what it shows in words. */
function photoRows(
	row: Observation,
	position: number,
	{ form, photo }: { readonly form: ObservationForm; readonly photo: SentPhoto | null },
): readonly Evidence[] {
	if (!photo) return []
	const columns = { kind: 'PHOTO', url: photo.url, title: null, stance: null }
	return [{ ...evidenceRow(row, position, columns), ...photo.columns, altText: form.altText ?? null }]
}

/** A picture that has arrived, as evidence keeps it. */
export type SentPhoto = { readonly url: string; readonly columns: FileColumns }

type By = Known & {
	readonly observationRecordId: string
	readonly hostId: string
	readonly personId: string
}

/** The row of a hiding. */
export function hidingRow(answer: HidingAnswer, { at, hostId, personId, ...known }: By): ObservationHiding {
	return {
		...known,
		version: 1,
		reasonCode: answer.reason,
		noteEn: answer.noteEn || null,
		noteId: answer.noteId || null,
		actorOrganizationId: hostId,
		submittedById: personId,
		publishedOn: utcDay(at),
		publishedAt: at,
	}
}

/** A hiding as everyone sees it; the person stays out. */
export function hidingView(row: ObservationHiding): HidingView {
	const { recordId, version, observationRecordId, commitmentId, milestoneId } = row
	return {
		recordId,
		version,
		observationRecordId,
		commitmentId,
		milestoneId,
		reason: z.enum(HIDING_REASONS).parse(row.reasonCode),
		note: { en: row.noteEn, id: row.noteId },
		on: row.publishedOn,
	}
}

type Judged = { readonly milestone: { readonly observations?: readonly ObservationView[] } | null }

/** An observation on the milestone of a finding that can be its evidence. Refuses with `not_found`, also hidden ones. */
export function adoptable({ subject }: { readonly subject: Judged }, recordId: string): ObservationView {
	const found = subject.milestone?.observations?.find((one) => one.recordId === recordId)
	if (!found || found.hidden !== null) throw new Refusal('not_found')
	return found
}
