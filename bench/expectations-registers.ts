import { idWithin } from '#app/domain/action-plan/schema.ts'
import { addDays, addMonths } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { placeOf } from '#app/domain/desk/rules.ts'
import { memberActRow } from '#app/domain/member-act/view.ts'
import type { MemberActRows } from '#app/domain/stored-act/view.ts'
import type { MemberActKind } from '#app/ledger/act-kinds.ts'
import type { MeasuredMember } from './expectations-world.ts'
import { published } from './expectations-world.ts'

type Said = Readonly<Record<string, unknown>>
type RegisterAct = {
	readonly key: string
	readonly kind: MemberActKind
	readonly on: CalendarDay
	readonly said: Said
}

const LINK = 'https://example.org/page'
const YEARS = 8
const CONSULTATIONS = 10
const REGISTERS = ['DECLARATION', 'COCREATION', 'CONSULTATION', 'SHARING']
const NOTE = 'What was said, who said it, and what was decided about it. '.repeat(6)

/** What a member said of itself beyond its plans: registers, meetings, consultations with contributions and answers. */
export function registerActs(member: MeasuredMember, today: CalendarDay): readonly MemberActRows[] {
	const since = addMonths(today, -12 * YEARS)
	const acts = [
		...standing(member, since),
		...meetings(member, today),
		...documents(member, today),
		...consultations(member, today),
	]
	return acts.map((act) => rowOf(member, act))
}

function rowOf({ id }: MeasuredMember, { key, kind, on, said }: RegisterAct): MemberActRows {
	const { actorOrganizationId, publishedAt, ...own } = published(idWithin(id, 'office'), on)
	const row = memberActRow({
		...own,
		...placeOf(said, on),
		...{ kind, said, recordId: idWithin(id, key), memberId: id },
		organizationId: actorOrganizationId,
		submittedById: null,
		at: publishedAt,
	})
	return { kind, row, evidence: [] }
}

function standing({ id }: MeasuredMember, since: CalendarDay): readonly RegisterAct[] {
	return [
		...REGISTERS.map((register): RegisterAct => ({
			...{ key: `register-${register}`, kind: 'register.declared', on: since },
			said: { register, completeFrom: since },
		})),
		{
			...{ key: 'endorsement', kind: 'endorsement.published', on: since },
			said: {
				...{ endorsementKind: 'LOS', signedOn: since, signatoryName: 'Head of government' },
				...{ signatoryRoleId: 'Kepala pemerintahan' },
				...{ isHeadOrDelegate: true, isPublic: true, isReaffirmation: false, url: LINK },
			},
		},
		{
			...{ key: 'administration', kind: 'administration.published', on: since },
			said: { titleId: 'Pemerintahan', headName: 'Head of government', startsOn: since },
		},
		{
			...{ key: 'membership', kind: 'membership.published', on: since },
			said: { status: 'ACTIVE', sinceOn: since },
		},
		{
			...{ key: 'forum', kind: 'forum.published', on: since },
			said: {
				...{ titleId: 'Forum', foundedOn: since, rulesUrl: LINK, isOpenCall: true },
				members: [
					{ name: `Office of ${id}`, sector: 'GOV' },
					{ name: 'Budget watch', sector: 'CSO' },
				],
			},
		},
	]
}

function meetings({ size }: MeasuredMember, today: CalendarDay): readonly RegisterAct[] {
	const apart = Math.max(1, Math.floor((365 * YEARS) / Math.max(1, size.meetings)))
	return Array.from({ length: size.meetings }, (_meeting, at) => {
		const meetsOn = addDays(today, -1 - apart * at)
		return {
			...{ key: `meeting-${String(at)}`, kind: 'meeting.published', on: meetsOn },
			said: {
				...{ titleId: `Pertemuan ${String(at)}`, state: 'HELD', meetsOn, access: 'OPEN', isOfForum: true },
				...{ phase: at % 3 === 0 ? 'CO_CREATION' : 'IMPLEMENTATION', attendance: { GOV: 4, CSO: 5 } },
				...{ minutesUrl: LINK, presentsResults: true, collectsComments: true },
				...{ documentsSentOn: addDays(meetsOn, -7), minutesId: NOTE },
			},
		}
	})
}

function documents({ size, id }: MeasuredMember, today: CalendarDay): readonly RegisterAct[] {
	const count = Math.ceil(size.meetings / 3)
	const written = Array.from({ length: count }, (_document, at): RegisterAct => {
		const datedOn = addDays(today, -7 * at - 1)
		return {
			...{ key: `document-${String(at)}`, kind: 'document.published', on: datedOn },
			said: { titleId: 'Laporan', documentKind: 'REPORT', datedOn, phase: 'IMPLEMENTATION', url: LINK },
		}
	})
	const given = Array.from({ length: Math.ceil(size.meetings / 15) }, (_given, at): RegisterAct => {
		const heldOn = addDays(today, -60 * at - 1)
		return {
			...{ key: `sharing-${String(at)}`, kind: 'contribution.published', on: heldOn },
			said: {
				...{
					titleId: 'Pendampingan',
					contributionKind: 'MENTORING',
					role: 'PROVIDER',
					scope: 'INTERNATIONAL',
				},
				...{ heldOn, counterparts: [`A neighbour of ${id}`], isOutsideJurisdiction: 'YES', url: LINK },
			},
		}
	})
	return [...written, ...given]
}

/** Contributions are spread over the consultations; every tenth of them still waits for its answer. */
function consultations({ id, size }: MeasuredMember, today: CalendarDay): readonly RegisterAct[] {
	const asked = Array.from({ length: CONSULTATIONS }, (_consultation, at): RegisterAct => {
		const opensOn = addMonths(today, -9 * at - 3)
		return {
			...{ key: `consultation-${String(at)}`, kind: 'consultation.published', on: opensOn },
			said: {
				...{ titleId: 'Konsultasi', questionId: 'Apa usul Anda?', channel: 'FORM', opensOn },
				...{ closesOn: addDays(opensOn, 30), takesForms: true, planId: idWithin(id, 'plan-1') },
			},
		}
	})
	return [
		...asked,
		...Array.from({ length: size.contributions }, (_c, at) => at).flatMap((at) => given(id, at, asked)),
	]
}

function given(memberId: string, at: number, asked: readonly RegisterAct[]): readonly RegisterAct[] {
	const consultation = asked[at % asked.length]
	if (!consultation) throw new Error('a contribution without a consultation')
	const receivedOn = addDays(consultation.on, at % 30)
	const key = `contribution-${String(at)}`
	const contribution: RegisterAct = {
		...{ key, kind: 'public-contribution.published', on: receivedOn },
		said: {
			...{ consultationId: idWithin(memberId, consultation.key), text: NOTE, locale: 'id' },
			...{ receivedOn, channel: 'FORM' },
		},
	}
	if (at % 10 === 0) return [contribution]
	const on = addDays(receivedOn, 14)
	const said = { contributionId: idWithin(memberId, key), outcome: 'ACCEPTED', reasonId: NOTE }
	return [contribution, { key: `answer-${String(at)}`, kind: 'reasoned-answer.published', on, said }]
}
