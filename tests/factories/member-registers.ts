import { firstDayOf } from '#app/domain/calendar.ts'
import type { MemberRegisters, SaidOf } from '#app/domain/member-register/view.ts'
import { registersOf } from '#app/domain/member-register/view.ts'
import type { ConsultationCounts } from '#app/domain/member-register/view.ts'
import { ProcessRules } from '#app/domain/process-rules/schema.ts'
import { LOCAL_PROCESS, NATIONAL_PROCESS } from '#prisma/seed/process-rules.ts'

type Kind = keyof MemberRegisters['of']

/** One act of a member: its kind, its number, and what it says. */
export type Act = {
	readonly [K in Kind]: { readonly kind: K; readonly recordId: string; readonly said: SaidOf<K> }
}[Kind]

/** The registers of a member that hold some acts, in the order in which they are given. */
export function aRegister(
	acts: readonly Act[],
	counts: Readonly<Record<string, ConsultationCounts>> = {},
): MemberRegisters {
	const empty = registersOf({
		memberId: 'member-example',
		acts: [],
		counts: new Map(Object.entries(counts)),
		organizations: new Map(),
	})
	return acts.reduce<MemberRegisters>((all, act) => {
		const view = {
			recordId: act.recordId,
			version: 1,
			kind: act.kind,
			memberId: 'member-example',
			planId: null,
			subjectId: null,
			onDay: firstDayOf('2026'),
			isRetracted: false,
			reason: null,
			said: act.said,
			provenance: null,
			organizationId: 'agency-1',
			organizationName: { en: 'Example Regency', id: 'Kabupaten Contoh' },
			publishedOn: '2026-01-05',
		}
		return { ...all, of: { ...all.of, [act.kind]: [...all.of[act.kind], view] } }
	}, empty)
}

let numbered = 0
function next(kind: string): string {
	numbered += 1
	return `${kind}-${String(numbered)}`
}

/** The rules of a track as they are delivered. */
export const nationalProcess = ProcessRules.parse(NATIONAL_PROCESS)
export const localProcess = ProcessRules.parse(LOCAL_PROCESS)

type Over<K extends Kind> = Partial<SaidOf<K>>

/** A meeting of the forum that counts in full: open, with both sides, with minutes. */
export function aMeeting(meetsOn: string, over: Over<'meeting.published'> = {}): Act {
	return {
		kind: 'meeting.published',
		recordId: next('meeting'),
		said: {
			titleId: 'Pertemuan forum',
			state: 'HELD',
			phase: 'IMPLEMENTATION',
			isOfForum: true,
			meetsOn,
			access: 'OPEN',
			attendance: { GOV: 4, CSO: 5 },
			minutesUrl: 'https://example.org/minutes',
			presentsResults: true,
			collectsComments: true,
			...over,
		},
	}
}

/** A forum with both sides and public rules. */
export function aForum(over: Over<'forum.published'> = {}): Act {
	return {
		kind: 'forum.published',
		recordId: next('forum'),
		said: {
			titleId: 'Forum',
			foundedOn: '2024',
			rulesUrl: 'https://example.org/rules',
			members: [
				{ name: 'Bappeda', sector: 'GOV' },
				{ name: 'Pemantau Anggaran', sector: 'CSO' },
			],
			isOpenCall: true,
			...over,
		},
	}
}

/** A register that the member declared complete. */
export function aCompleteRegister(
	register: SaidOf<'register.declared'>['register'],
	completeFrom = '2020-01-01',
	until?: string,
): Act {
	const said = { register, completeFrom, ...(until === undefined ? {} : { until }) }
	return { kind: 'register.declared', recordId: next('register'), said }
}

export function aTimeline(over: Over<'timeline.published'> = {}): Act {
	return {
		kind: 'timeline.published',
		recordId: next('timeline'),
		said: {
			titleId: 'Jadwal',
			planId: 'plan-example',
			startsOn: '2025-07-01',
			publishedOn: '2025-06-01',
			url: 'https://example.org/timeline',
			steps: [],
			...over,
		},
	}
}

export function anOutreach(heldOn: string, over: Over<'outreach.published'> = {}): Act {
	return {
		kind: 'outreach.published',
		recordId: next('outreach'),
		said: {
			titleId: 'Sosialisasi',
			heldOn,
			audiences: ['CSO', 'MEDIA'],
			channel: 'EVENT',
			url: 'https://example.org/outreach',
			...over,
		},
	}
}

/** A consultation by form; its number can be given, for its counts. */
export function aConsultation(
	over: Over<'consultation.published'> = {},
	recordId = next('consultation'),
): Act {
	return {
		kind: 'consultation.published',
		recordId,
		said: {
			titleId: 'Konsultasi',
			questionId: 'Apa usul Anda?',
			channel: 'FORM',
			opensOn: '2025-09-01',
			closesOn: '2025-09-30',
			takesForms: true,
			planId: 'plan-example',
			...over,
		},
	}
}

/** What a consultation brought. */
export function someCounts(over: Partial<ConsultationCounts> = {}): ConsultationCounts {
	return { contributions: 10, hidden: 0, answers: {}, answered: 10, lastAnsweredOn: '2025-12-20', ...over }
}

export function aSiteCheck(checkedOn: string, over: Over<'website.checked'> = {}): Act {
	return {
		kind: 'website.checked',
		recordId: next('website'),
		said: {
			url: 'https://example.org',
			checkedOn,
			isReachable: true,
			needsLogin: false,
			updatedOn: checkedOn,
			...over,
		},
	}
}

export function aDocument(datedOn: string, over: Over<'document.published'> = {}): Act {
	return {
		kind: 'document.published',
		recordId: next('document'),
		said: {
			titleId: 'Dokumen',
			documentKind: 'REPORT',
			datedOn,
			phase: 'IMPLEMENTATION',
			url: 'https://example.org/document',
			...over,
		},
	}
}

export function aPlanEndorsement(endorsedOn: string): Act {
	return {
		kind: 'plan-endorsement.published',
		recordId: next('plan-endorsement'),
		said: { planId: 'plan-example', byName: 'Pemantau Anggaran', sector: 'CSO', endorsedOn },
	}
}

/** A public endorsement of the Declaration by the head of government. */
export function anEndorsement(signedOn: string, over: Over<'endorsement.published'> = {}): Act {
	return {
		kind: 'endorsement.published',
		recordId: next('endorsement'),
		said: {
			endorsementKind: 'LOS',
			signedOn,
			signatoryName: 'Bupati Contoh',
			isHeadOrDelegate: true,
			isPublic: true,
			isReaffirmation: false,
			url: 'https://example.org/letter',
			...over,
		},
	}
}

export function anAdministration(startsOn: string, endsOn?: string): Act {
	return {
		kind: 'administration.published',
		recordId: next('administration'),
		said: {
			titleId: 'Pemerintahan',
			headName: 'Bupati Contoh',
			startsOn,
			...(endsOn === undefined ? {} : { endsOn }),
		},
	}
}

export function aMembership(
	sinceOn: string,
	status: SaidOf<'membership.published'>['status'] = 'ACTIVE',
): Act {
	return { kind: 'membership.published', recordId: next('membership'), said: { status, sinceOn } }
}

/** Something given to a named counterpart in another jurisdiction, with a link. */
export function aContribution(heldOn: string, over: Over<'contribution.published'> = {}): Act {
	return {
		kind: 'contribution.published',
		recordId: next('contribution'),
		said: {
			titleId: 'Pendampingan',
			contributionKind: 'MENTORING',
			role: 'PROVIDER',
			scope: 'DOMESTIC',
			heldOn,
			counterparts: ['Kabupaten Tetangga'],
			isOutsideJurisdiction: 'YES',
			url: 'https://example.org/mentoring',
			...over,
		},
	}
}
