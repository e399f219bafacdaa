import { addDays, addMonths } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import { deskForms } from '#app/domain/desk/schema.ts'
import { placeOf } from '#app/domain/desk/rules.ts'
import type { DeskKind } from '#app/domain/member-act/rules.ts'
import { memberActRow } from '#app/domain/member-act/view.ts'
import type { MemberActRows } from '#app/domain/stored-act/view.ts'
import { published } from './demonstration-acts.ts'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import { DEMONSTRATION_MEMBER, holderOf } from './demonstration-people.ts'
import { meetingActs } from './demonstration-meetings.ts'
import { DEMONSTRATION_PLAN } from './demonstration-plan.ts'
import { sharingActs, stakeholderActs } from './demonstration-sharing.ts'

const SECRETARIAT = 'contoh-sekretariat'
const SITE = 'https://contoh.example/ogp'

/** What the demonstration's member says of itself beyond its plan: on which day, under which number. */
export type RegisterAct = {
	readonly key: string
	readonly kind: DeskKind
	readonly on: CalendarDay
	readonly said: Readonly<Record<string, unknown>>
}

/** The registers of the demonstration's member: a small, whole set, published by its secretariat. */
export function registerActs(calendar: DemonstrationCalendar): readonly MemberActRows[] {
	return [
		...declarationActs(calendar),
		...forumActs(calendar),
		...meetingActs(calendar),
		...invitingActs(calendar),
		...shelfActs(calendar),
		...askingActs(calendar),
		...sharingActs(calendar),
		...stakeholderActs(calendar),
	].map(publishedAct)
}

function publishedAct({ key, kind, on, said }: RegisterAct): MemberActRows {
	const { version, publishedOn, publishedAt, salt, privateSalt } = published(SECRETARIAT, on)
	const checked = deskForms(on)[kind].parse(said)
	const row = memberActRow({
		recordId: `contoh-${key}`,
		...{ kind, version, publishedOn, salt, privateSalt },
		memberId: DEMONSTRATION_MEMBER,
		...placeOf(checked, on),
		said: checked,
		organizationId: SECRETARIAT,
		submittedById: holderOf(SECRETARIAT, 'POC'),
		at: publishedAt,
	})
	return { kind, row, evidence: [] }
}

function declarationActs(calendar: DemonstrationCalendar): readonly RegisterAct[] {
	return [...declaredActs(calendar), ...standingActs(calendar)]
}

/** That each register is complete from the first day of the plan on. */
function declaredActs({ startsOn }: DemonstrationCalendar): readonly RegisterAct[] {
	return (['DECLARATION', 'COCREATION', 'CONSULTATION', 'SHARING'] as const).map((register) => ({
		key: `register-${register.toLowerCase()}`,
		kind: 'register.declared',
		on: startsOn,
		said: { register, completeFrom: startsOn },
	}))
}

function standingActs({ startsOn }: DemonstrationCalendar): readonly RegisterAct[] {
	const inOffice = addDays(startsOn, -120)
	return [
		{
			key: 'administration-1',
			kind: 'administration.published',
			on: startsOn,
			said: {
				titleEn: 'Government of Example Regency in this term',
				titleId: 'Pemerintah Kabupaten Contoh pada masa jabatan ini',
				headName: 'Bupati Contoh (peragaan)',
				startsOn: inOffice,
				endsOn: addDays(addMonths(inOffice, 60), -1),
			},
		},
		{
			key: 'endorsement-1',
			kind: 'endorsement.published',
			on: startsOn,
			said: {
				endorsementKind: 'LOS',
				signedOn: addDays(startsOn, -75),
				signatoryName: 'Bupati Contoh (peragaan)',
				signatoryRoleEn: 'Regent of Example Regency',
				signatoryRoleId: 'Bupati Kabupaten Contoh',
				isHeadOrDelegate: 'yes',
				isPublic: 'yes',
				isReaffirmation: 'no',
				url: `${SITE}/surat-dukungan`,
			},
		},
		{
			key: 'membership-1',
			kind: 'membership.published',
			on: startsOn,
			said: { status: 'ACTIVE', sinceOn: addDays(startsOn, -60), url: `${SITE}/keanggotaan` },
		},
		itemsOfFirst(startsOn),
	]
}

function itemsOfFirst(startsOn: CalendarDay): RegisterAct {
	return {
		key: 'declaration-items-1',
		kind: 'declaration-items.published',
		on: addDays(startsOn, 3),
		said: { commitmentId: `${DEMONSTRATION_PLAN}-1`, items: ['DECL_INFO', 'DECL_TECH'] },
	}
}

function forumActs({ startsOn }: DemonstrationCalendar): readonly RegisterAct[] {
	return [
		{
			key: 'forum-1',
			kind: 'forum.published',
			on: startsOn,
			said: {
				titleEn: 'Open Government Forum of Example Regency',
				titleId: 'Forum Keterbukaan Pemerintah Kabupaten Contoh',
				remitEn: 'Writes the action plan together, follows it, and hears the public.',
				remitId: 'Menyusun rencana aksi bersama, mengikuti pelaksanaannya, dan mendengarkan masyarakat.',
				foundedOn: addDays(startsOn, -100),
				rulesUrl: `${SITE}/forum/tata-tertib`,
				decreeNumber: 'SK Bupati Contoh 100/2024 (peragaan)',
				decreeOn: addDays(startsOn, -100),
				decreeUrl: `${SITE}/forum/keputusan`,
				members: [
					'Sekretariat Keterbukaan Pemerintah Kabupaten Contoh; GOV',
					'Dinas Kominfo Contoh; GOV',
					'Dinas Kesehatan Contoh; GOV',
					'Forum Warga Contoh; CSO',
					'Pemantau Anggaran Contoh; CSO',
					'Suara Perempuan Contoh; CSO',
					'Universitas Contoh (peragaan); ACADEMIA',
					'Asosiasi Usaha Contoh (peragaan); PRIVATE',
				].join('\n'),
				isOpenCall: 'yes',
			},
		},
		endorsementOfPlan(startsOn),
	]
}

function endorsementOfPlan(startsOn: CalendarDay): RegisterAct {
	return {
		key: 'plan-endorsement-1',
		kind: 'plan-endorsement.published',
		on: startsOn,
		said: {
			planId: DEMONSTRATION_PLAN,
			byName: 'Forum Warga Contoh',
			sector: 'CSO',
			endorsedOn: addDays(startsOn, -20),
			noteEn: 'Endorsed with the wish that results be shown twice a year.',
			noteId: 'Didukung dengan harapan hasilnya ditunjukkan dua kali setahun.',
		},
	}
}

function invitingActs({ today }: DemonstrationCalendar): readonly RegisterAct[] {
	const ago = (days: number) => addDays(today, -days)
	return [
		{
			key: 'timeline-1',
			kind: 'timeline.published',
			on: ago(82),
			said: {
				titleEn: 'How the next action plan is made',
				titleId: 'Cara menyusun rencana aksi berikutnya',
				startsOn: ago(60),
				publishedOn: ago(82),
				url: `${SITE}/jadwal`,
				steps: [
					`${ago(60)}; Pengumpulan gagasan dimulai`,
					`${addDays(today, 20)}; Pengumpulan gagasan ditutup`,
				].join('\n'),
				noteEn: 'Anyone can come to the meetings or write on this site.',
				noteId: 'Siapa pun dapat hadir dalam pertemuan atau menulis di situs ini.',
			},
		},
		{
			key: 'outreach-1',
			kind: 'outreach.published',
			on: ago(78),
			said: {
				titleEn: 'Evening at the market: what is an action plan?',
				titleId: 'Malam di pasar: apa itu rencana aksi?',
				heldOn: ago(80),
				audiences: ['CSO', 'COMMUNITY'],
				channel: 'EVENT',
				reached: '60',
			},
		},
	]
}

function shelfActs({ today }: DemonstrationCalendar): readonly RegisterAct[] {
	const ago = (days: number) => addDays(today, -days)
	return [
		{
			key: 'document-1',
			kind: 'document.published',
			on: ago(70),
			said: {
				titleEn: 'Minutes of the first meeting on the next action plan',
				titleId: 'Notula pertemuan pertama tentang rencana aksi berikutnya',
				documentKind: 'MINUTES',
				datedOn: ago(71),
				phase: 'CO_CREATION',
				requirement: 'LMR3',
				infoClass: 'SETIAP_SAAT',
				url: `${SITE}/notula/rencana-berikutnya`,
			},
		},
		{
			key: 'document-2',
			kind: 'document.published',
			on: ago(140),
			said: {
				titleEn: 'Results shown at the half-yearly meeting',
				titleId: 'Hasil yang ditunjukkan pada pertemuan setengah tahunan',
				documentKind: 'REPORT',
				datedOn: ago(150),
				phase: 'IMPLEMENTATION',
				requirement: 'LRP1',
				infoClass: 'BERKALA',
				planId: DEMONSTRATION_PLAN,
				url: `${SITE}/hasil`,
			},
		},
	]
}

function askingActs({ today }: DemonstrationCalendar): readonly RegisterAct[] {
	const ago = (days: number) => addDays(today, -days)
	return [
		{
			key: 'website-1',
			kind: 'website.checked',
			on: ago(12),
			said: { url: SITE, checkedOn: ago(12), isReachable: 'yes', needsLogin: 'no', updatedOn: ago(20) },
		},
		{
			key: 'consultation-1',
			kind: 'consultation.published',
			on: ago(20),
			said: {
				titleEn: 'What should the next action plan change?',
				titleId: 'Apa yang perlu diubah oleh rencana aksi berikutnya?',
				questionEn:
					'Which problem with a public service should come first, and how would you notice that it is solved?',
				questionId:
					'Masalah pelayanan publik mana yang perlu didahulukan, dan bagaimana Anda tahu bahwa masalah itu selesai?',
				channel: 'FORM',
				opensOn: ago(20),
				closesOn: addDays(today, 20),
				takesForms: 'yes',
			},
		},
	]
}
