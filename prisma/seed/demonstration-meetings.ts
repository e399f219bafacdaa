import { addDays } from '#app/domain/calendar.ts'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import type { RegisterAct } from './demonstration-registers.ts'

/** Where the demonstration's minutes are said to be. */
const MINUTES = 'https://contoh.example/ogp/notula'

/** Three meetings: one on results, one on the next plan, and one that was closed, with its ground and its results. */
export function meetingActs({ today }: DemonstrationCalendar): readonly RegisterAct[] {
	const ago = (days: number) => addDays(today, -days)
	return [onResults(ago), onNextPlan(ago), behindClosedDoors(ago)]
}

const held = { state: 'HELD', isOfForum: 'yes' }

function onResults(ago: (days: number) => string): RegisterAct {
	return {
		key: 'meeting-1',
		kind: 'meeting.published',
		on: ago(144),
		said: {
			...held,
			titleEn: 'Half-yearly meeting on results',
			titleId: 'Pertemuan setengah tahunan tentang hasil',
			phase: 'IMPLEMENTATION',
			meetsOn: ago(150),
			place: 'Balai Kabupaten Contoh',
			access: 'OPEN',
			agendaEn: '1. Progress of each commitment. 2. Findings of monitors. 3. Questions from residents.',
			agendaId: '1. Kemajuan tiap komitmen. 2. Temuan pemantau. 3. Pertanyaan warga.',
			documentsSentOn: ago(160),
			attendance: { GOV: '8', CSO: '9', ACADEMIA: '2', COMMUNITY: '14' },
			minutesOn: ago(145),
			minutesUrl: `${MINUTES}/hasil`,
			presentsResults: 'yes',
			collectsComments: 'yes',
		},
	}
}

function onNextPlan(ago: (days: number) => string): RegisterAct {
	return {
		key: 'meeting-2',
		kind: 'meeting.published',
		on: ago(70),
		said: {
			...held,
			titleEn: 'First meeting on the next action plan',
			titleId: 'Pertemuan pertama tentang rencana aksi berikutnya',
			phase: 'CO_CREATION',
			meetsOn: ago(75),
			place: 'Aula Kecamatan Contoh',
			access: 'OPEN',
			agendaEn: '1. Lessons of the present plan. 2. Problems that residents name. 3. How ideas are chosen.',
			agendaId: '1. Pelajaran dari rencana saat ini. 2. Masalah yang disebut warga. 3. Cara memilih gagasan.',
			documentsSentOn: ago(84),
			attendance: { GOV: '6', CSO: '11', ACADEMIA: '1', PRIVATE: '2', COMMUNITY: '23' },
			minutesOn: ago(71),
			minutesEn: 'Three problems were named most often: complaints without answer, village budgets, queues.',
			minutesId: 'Tiga masalah paling sering disebut: pengaduan tanpa jawaban, anggaran desa, antrean.',
			presentsResults: 'no',
			collectsComments: 'yes',
		},
	}
}

function behindClosedDoors(ago: (days: number) => string): RegisterAct {
	return {
		key: 'meeting-3',
		kind: 'meeting.published',
		on: ago(38),
		said: {
			...held,
			titleEn: 'Meeting on complaints that name people',
			titleId: 'Pertemuan tentang pengaduan yang menyebut orang',
			phase: 'IMPLEMENTATION',
			meetsOn: ago(40),
			access: 'CLOSED_ART17',
			ground: '17H',
			closedBy: 'PPID Kabupaten Contoh (peragaan)',
			attendance: { GOV: '3', CSO: '3' },
			resultsEn: 'Complaints are published without names; two offices answer the oldest ones within a month.',
			resultsId: 'Pengaduan diumumkan tanpa nama; dua kantor menjawab yang terlama dalam sebulan.',
			presentsResults: 'no',
			collectsComments: 'no',
		},
	}
}
