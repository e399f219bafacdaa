import { idWithin } from '#app/domain/action-plan/schema.ts'
import type { HidingReason } from '#app/domain/observation/rules.ts'
import { PUBLIC_AUTHOR } from '#app/domain/observation/rules.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import { commitmentOf, linkRows, published } from './demonstration-acts.ts'
import type { Link } from './demonstration-acts.ts'
import { storyDay } from './demonstration-calendar.ts'
import type { DemonstrationCalendar, StoryDay } from './demonstration-calendar.ts'
import { DEMONSTRATION_HOST, holderOf } from './demonstration-people.ts'
import { DEMONSTRATION_PLAN } from './demonstration-plan.ts'
import type { Text } from './demonstration-texts.ts'

type DemonstrationObservation = {
	readonly key: string
	readonly milestone: string
	readonly on: StoryDay
	/** People write in one language. */
	readonly locale: string
	readonly text: string
	readonly seenOn?: StoryDay
	readonly evidence: readonly Link[]
	readonly hidden?: { readonly on: StoryDay; readonly reason: HidingReason; readonly note: Text }
}

/** What residents saw: one that a monitor took over as evidence, one that stands alone, one that had to be hidden. */
const OBSERVATIONS: readonly DemonstrationObservation[] = [
	{
		key: 'o1',
		milestone: '4-m2',
		on: { daysAgo: 9 },
		locale: 'id',
		text: 'Di laman anggaran, desa kami tercantum, tetapi dokumen yang terbuka adalah anggaran tahun lalu. Papan di balai desa sudah memuat anggaran tahun ini.',
		seenOn: { daysAgo: 10 },
		evidence: [],
	},
	{
		key: 'o2',
		milestone: '2-m1',
		on: { fromNow: -2, afterDue: 30 },
		locale: 'en',
		text: 'I complained about a street lamp through the app and got a number within a minute. My neighbour sent a text message about the same lamp and never heard back.',
		seenOn: { fromNow: -2, afterDue: 27 },
		evidence: [],
	},
	{
		key: 'o3',
		milestone: '1-m2',
		on: { daysAgo: 15 },
		locale: 'id',
		text: 'Seseorang menulis di sini nama, alamat, dan nomor telepon seorang pegawai. (Teks peragaan.)',
		evidence: [],
		hidden: {
			on: { daysAgo: 13 },
			reason: 'PERSONAL_DATA',
			note: [
				'It named a person with address and telephone number. The part about the portal may be sent again without them.',
				'Memuat nama, alamat, dan nomor telepon seseorang. Bagian tentang portal dapat dikirim kembali tanpa data itu.',
			],
		},
	},
]

/** The lasting address of an observation, as a finding names it. */
export function observationAddress(baseUrl: string, key: string): string {
	return `${baseUrl}/id/records/${idWithin(DEMONSTRATION_PLAN, key)}`
}

/** What members of the public wrote, and what the host hid of it. */
export function publicActs(calendar: DemonstrationCalendar): readonly ActRows[] {
	return OBSERVATIONS.flatMap((observation): readonly ActRows[] => {
		const recordId = idWithin(DEMONSTRATION_PLAN, observation.key)
		const about = {
			commitmentId: commitmentOf(observation.milestone),
			milestoneId: idWithin(DEMONSTRATION_PLAN, observation.milestone),
		}
		const row = {
			...{ recordId, ...about },
			text: observation.text,
			locale: observation.locale,
			seenOn: observation.seenOn ? storyDay(observation.seenOn, calendar) : null,
			...published(PUBLIC_AUTHOR, storyDay(observation.on, calendar)),
		}
		const evidence = linkRows({ recordId, version: 1 }, observation.evidence)
		const { hidden } = observation
		if (!hidden) return [{ kind: 'observation.published', row, evidence }]
		const hiding = {
			...{ recordId: `${recordId}-hidden`, observationRecordId: recordId, ...about },
			reasonCode: hidden.reason,
			noteEn: hidden.note[0],
			noteId: hidden.note[1],
			submittedById: holderOf(DEMONSTRATION_HOST, 'INSTANCE_ADMIN'),
			...published(DEMONSTRATION_HOST, storyDay(hidden.on, calendar)),
		}
		return [
			{ kind: 'observation.published', row, evidence },
			{ kind: 'observation.hidden', row: hiding },
		]
	})
}
