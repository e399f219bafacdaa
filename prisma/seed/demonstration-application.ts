import { addDays, dayIn } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { TableRows } from '#app/ledger/insert.server.ts'
import { DEMONSTRATION_MEMBER, holderOf } from './demonstration-people.ts'

/** A call that does not exist, open on whatever day the demonstration begins, and what is being written for it. */
export const DEMONSTRATION_CALL = 'contoh-undangan'
export const DEMONSTRATION_APPLICATION = 'contoh-pernyataan-minat'

const FIELD_SET = 'ogp-local-2020.1'
const TIME_ZONE = 'Asia/Jakarta'

const SECRETARIAT = {
	organizationId: 'contoh-sekretariat',
	role: 'SECRETARIAT',
	person: holderOf('contoh-sekretariat', 'SECRETARIAT'),
} as const
const FORUM = {
	organizationId: 'contoh-forum-warga',
	role: 'CSO_MONITOR',
	person: holderOf('contoh-forum-warga', 'CSO_MONITOR'),
} as const

/** Who wrote which version of which field, so many hours before the demonstration begins. */
const TEXTS = [
	{
		by: SECRETARIAT,
		field: 'REASONS',
		version: 1,
		hoursAgo: 96,
		text: 'Kabupaten Contoh ingin belajar dari daerah lain dan menunjukkan apa yang telah dicapai bersama warganya.',
	},
	{
		by: FORUM,
		field: 'REASONS',
		version: 2,
		hoursAgo: 72,
		text: 'Kabupaten Contoh dan organisasi warganya ingin belajar dari daerah lain, menunjukkan apa yang telah dicapai bersama, dan menjaga agar janji keterbukaan tetap dapat diperiksa siapa pun.',
	},
	{
		by: SECRETARIAT,
		field: 'TRACK_RECORD',
		version: 1,
		hoursAgo: 48,
		text: 'Sejak dua tahun lalu anggaran desa diumumkan dalam format terbuka, dan warga ikut menentukan urutan perbaikan jalan kecil.',
	},
] as const

/** The secretariat stood behind the first version of a text that the forum rewrote since; the forum behind its own. */
const CONFIRMATIONS = [
	{ by: SECRETARIAT, side: 'GOVERNMENT', field: 'REASONS', version: 1, hoursAgo: 90 },
	{ by: FORUM, side: 'CIVIL_SOCIETY', field: 'REASONS', version: 2, hoursAgo: 70 },
] as const

/** The rows of the demonstration's call and of the application that government and civil society are writing for it. */
export function demonstrationApplication(today: CalendarDay, now: Date): readonly TableRows[] {
	const before = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
	const begun = { organizationId: SECRETARIAT.organizationId, at: before(100) }
	return [
		['ApplicationCall', [{ id: DEMONSTRATION_CALL, isDemonstration: true }]],
		['ApplicationCallVersion', [call(today)]],
		[
			'Application',
			[
				{
					...{ id: DEMONSTRATION_APPLICATION, callId: DEMONSTRATION_CALL, memberId: DEMONSTRATION_MEMBER },
					...{ fieldSetId: FIELD_SET, language: 'id', organizationId: begun.organizationId },
					...{ createdById: SECRETARIAT.person, createdAt: begun.at },
				},
			],
		],
		[
			'ApplicationStep',
			[
				{
					...{ applicationId: DEMONSTRATION_APPLICATION, position: 1, state: 'DRAFT', url: null, note: null },
					...{ organizationId: begun.organizationId, role: SECRETARIAT.role, personId: SECRETARIAT.person },
					...{ onDay: dayIn(TIME_ZONE, begun.at), takenAt: begun.at },
				},
			],
		],
		['ApplicationText', TEXTS.map((text) => textRow(text, before(text.hoursAgo)))],
		['ApplicationConfirmation', CONFIRMATIONS.map((one) => confirmationRow(one, before(one.hoursAgo)))],
	]
}

function call(today: CalendarDay): TableRows[1][number] {
	return {
		...{ callId: DEMONSTRATION_CALL, version: 1 },
		year: Number(today.slice(0, 4)),
		nameEn: 'Demonstration call of OGP Local (does not exist)',
		nameId: 'Undangan peragaan OGP Local (tidak nyata)',
		fieldSetId: FIELD_SET,
		...{ opensOn: addDays(today, -30), closesOn: addDays(today, 30), extendedTo: addDays(today, 45) },
		...{ timeZone: TIME_ZONE, fullApplicationUntil: addDays(today, 90), resultsOn: null },
		monthsLeft: { least: 12, best: 18, isRequired: false },
		letters: [{ kind: 'HEAD_OF_GOVERNMENT', least: 1, by: 'FULL_APPLICATION' }],
		criteria: [],
		stages: [],
		notes: [
			{
				en: 'The fields, limits and letters are those of the call of 2020.',
				id: 'Isian, batas, dan surat mengikuti undangan tahun 2020.',
				source: 'Renaksi',
			},
		],
		source: 'Renaksi',
		sourceUrl: null,
	}
}

function textRow({ by, field, version, text }: (typeof TEXTS)[number], writtenAt: Date) {
	return {
		...{ applicationId: DEMONSTRATION_APPLICATION, field, version, text, writtenAt },
		...{ organizationId: by.organizationId, role: by.role, authorId: by.person },
	}
}

function confirmationRow({ by, side, field, version }: (typeof CONFIRMATIONS)[number], confirmedAt: Date) {
	return {
		...{ applicationId: DEMONSTRATION_APPLICATION, field, textVersion: version, side, confirmedAt },
		...{ organizationId: by.organizationId, role: by.role, personId: by.person },
	}
}
