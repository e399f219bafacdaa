import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { Sector } from '#app/domain/cocreation/rules.ts'
import type { AnswerOutcome } from '#app/domain/consultation/rules.ts'
import { PublicContributionSaid, ReasonedAnswerSaid } from '#app/domain/consultation/schema.ts'
import { placeOf } from '#app/domain/desk/rules.ts'
import { memberActRow } from '#app/domain/member-act/view.ts'
import { PUBLIC_AUTHOR } from '#app/domain/observation/rules.ts'
import type { MemberActRows } from '#app/domain/stored-act/view.ts'
import { published } from './demonstration-acts.ts'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import { DEMONSTRATION_MEMBER, holderOf } from './demonstration-people.ts'
import type { Text } from './demonstration-texts.ts'

const SECRETARIAT = 'contoh-sekretariat'
const CONSULTATION = 'contoh-consultation-1'

type Given = {
	readonly key: string
	readonly daysAgo: number
	/** People write in one language. */
	readonly locale: string
	readonly text: string
	readonly sector?: Sector
	readonly name?: string
	/** Of one that came on paper: its number there. */
	readonly paperNumber?: string
	/** Nothing where the secretariat has not answered yet. */
	readonly answer?: { readonly daysAgo: number; readonly outcome: AnswerOutcome; readonly reason: Text }
}

/** What residents answered to the question about the next plan: taken up, put together, declined, and not answered yet. */
const GIVEN: readonly Given[] = [
	{
		key: 'input-1',
		daysAgo: 17,
		locale: 'id',
		sector: 'COMMUNITY',
		text: 'Antrean di puskesmas dimulai sebelum subuh karena nomor hanya dibagikan di tempat. Dahulukan pendaftaran lewat telepon. Tandanya selesai: tidak ada lagi yang mengantre sebelum loket buka.',
		answer: {
			daysAgo: 11,
			outcome: 'ACCEPTED',
			reason: [
				'Registration by telephone is in the first draft of the next plan. The sign you name becomes its measure: people waiting before the counter opens, counted twice a month.',
				'Pendaftaran lewat telepon masuk ke rancangan pertama rencana berikutnya. Tanda yang Anda sebut menjadi ukurannya: jumlah orang yang menunggu sebelum loket buka, dihitung dua kali sebulan.',
			],
		},
	},
	{
		key: 'input-2',
		daysAgo: 15,
		locale: 'en',
		text: 'Please let patients book a time at the health centre. A text message would do; most people here have no smartphone.',
		answer: {
			daysAgo: 11,
			outcome: 'MERGED',
			reason: [
				'Put together with an earlier contribution on registration by telephone. Text messages are named there as the second way in.',
				'Digabung dengan masukan lebih dahulu tentang pendaftaran lewat telepon. Pesan singkat disebut di sana sebagai jalur kedua.',
			],
		},
	},
	{
		key: 'input-3',
		daysAgo: 12,
		locale: 'id',
		sector: 'CSO',
		name: 'Forum Warga Contoh',
		text: 'Pindahkan terminal ke luar kota supaya pasar tidak macet. Warga akan tahu masalah selesai bila perjalanan ke pasar kurang dari setengah jam.',
		answer: {
			daysAgo: 6,
			outcome: 'NOT_ACCEPTED',
			reason: [
				'Where the terminal stands is decided with the spatial plan, which is open for comment until the end of the year; an action plan of two years cannot move it. We passed your text on, and say here when it is answered.',
				'Letak terminal diputuskan dalam rencana tata ruang yang terbuka untuk tanggapan sampai akhir tahun; rencana aksi dua tahun tidak dapat memindahkannya. Tulisan Anda kami teruskan, dan jawabannya akan kami sebut di sini.',
			],
		},
	},
	{
		key: 'input-4',
		daysAgo: 8,
		locale: 'id',
		paperNumber: '7',
		text: 'Papan anggaran di balai desa terlalu tinggi dan hurufnya kecil. Pasang lagi yang bisa dibaca orang tua.',
	},
	{
		key: 'input-5',
		daysAgo: 3,
		locale: 'id',
		sector: 'ACADEMIA',
		text: 'Buka data pengaduan per kecamatan setiap bulan. Kami ingin menghitung sendiri berapa lama sebuah pengaduan menunggu.',
	},
]

/** What the public gave to the consultation of the demonstration, and what the secretariat answered. */
export function contributionActs({ today }: DemonstrationCalendar): readonly MemberActRows[] {
	return GIVEN.flatMap((given) => {
		const { answer } = given
		const contribution = contributionAct(given, addDays(today, -given.daysAgo))
		return answer
			? [contribution, answerAct(given.key, answer, addDays(today, -answer.daysAgo))]
			: [contribution]
	})
}

function contributionAct(given: Given, on: CalendarDay): MemberActRows {
	const { key, text, locale, name, sector, paperNumber } = given
	const said = PublicContributionSaid.parse({
		consultationId: CONSULTATION,
		text,
		locale,
		name,
		sector,
		receivedOn: on,
		channel: paperNumber === undefined ? 'FORM' : 'PAPER',
		paperNumber,
	})
	const isOnPaper = paperNumber !== undefined
	return actOf('public-contribution.published', key, {
		said,
		on,
		organizationId: isOnPaper ? SECRETARIAT : PUBLIC_AUTHOR,
		submittedById: isOnPaper ? holderOf(SECRETARIAT, 'POC') : null,
	})
}

function answerAct(key: string, answer: NonNullable<Given['answer']>, on: CalendarDay): MemberActRows {
	const [reasonEn, reasonId] = answer.reason
	const { outcome } = answer
	const said = ReasonedAnswerSaid.parse({ contributionId: `contoh-${key}`, outcome, reasonId, reasonEn })
	return actOf('reasoned-answer.published', `answer-to-${key}`, {
		said,
		on,
		organizationId: SECRETARIAT,
		submittedById: holderOf(SECRETARIAT, 'POC'),
	})
}

type Said = {
	readonly said: Readonly<Record<string, unknown>>
	readonly on: CalendarDay
	readonly organizationId: string
	readonly submittedById: string | null
}

function actOf(kind: MemberActRows['kind'], key: string, { said, on, ...by }: Said): MemberActRows {
	const { version, publishedOn, publishedAt, salt, privateSalt } = published(SECRETARIAT, on)
	const row = memberActRow({
		recordId: `contoh-${key}`,
		...{ kind, version, publishedOn, salt, privateSalt },
		memberId: DEMONSTRATION_MEMBER,
		...placeOf(said, on),
		...{ said, ...by },
		at: publishedAt,
	})
	return { kind, row, evidence: [] }
}
