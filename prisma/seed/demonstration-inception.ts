import { randomBytes } from 'node:crypto'
import { idWithin } from '#app/domain/action-plan/schema.ts'
import { addDays, addMonths } from '#app/domain/calendar.ts'
import { evidenceRow } from '#app/domain/evidence/view.ts'
import type { AssessmentAnswer } from '#app/domain/local-assessment/schema.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import { holderOf } from './demonstration-people.ts'
import { DEMONSTRATION_PLAN } from './demonstration-plan.ts'
import { COMMITMENT_TEXTS } from './demonstration-texts.ts'
import type { CommitmentText } from './demonstration-texts.ts'

const BODY = 'contoh-badan-pemantau'
const QUESTION_SET = 'ogp-local-2021.1'

/** Months after submission by which the assessment is due, and days before that on which it was published. */
const MONTHS_UNTIL_DUE = 2
const DAYS_BEFORE_DUE = 6

type Given = readonly [code: string, answer: string, en: string, id: string]

/** What the body found of how the plan came about. */
const CO_CREATION: readonly Given[] = [
	['LMR1', 'YES', 'A decree of the Regent names its members.', 'Keputusan Bupati menyebut anggotanya.'],
	['LMR2', 'YES', 'Half of its seats are held by civil society.', 'Separuh kursinya diisi masyarakat sipil.'],
	['LMR3', 'YES', 'Three meetings have public minutes.', 'Tiga pertemuan memiliki notula terbuka.'],
	[
		'LMR4',
		'YES',
		'Two forum members endorsed it in writing.',
		'Dua anggota forum mendukung secara tertulis.',
	],
	[
		'LRP1',
		'NO',
		'The page was not updated for seven months.',
		'Halaman tidak dimutakhirkan selama tujuh bulan.',
	],
	['LRP2', 'YES', 'Papers went out a week before.', 'Bahan dibagikan seminggu sebelumnya.'],
	['LRP3', 'YES', 'Meetings were announced and open.', 'Pertemuan diumumkan dan terbuka.'],
	['LRP4', 'UNCLEAR', 'Some proposals got no answer.', 'Sebagian usulan tidak mendapat jawaban.'],
	['LRP5', 'YES', 'The agenda was set by both sides.', 'Agenda disusun kedua pihak.'],
	[
		'LRP6',
		'NO',
		'Villages far from the capital took no part.',
		'Desa yang jauh dari ibu kota tidak ikut serta.',
	],
]

/** Values that the question on relevance knows. */
const VALUES = ['TRANSPARENCY', 'PARTICIPATION', 'ACCOUNTABILITY'] as const

/** The inception assessment of the demonstration's Monitoring Body, published a few days before it was due. */
export function inceptionAct(calendar: DemonstrationCalendar): ActRows {
	const dueOn = addMonths(calendar.submittedOn, MONTHS_UNTIL_DUE)
	const publishedOn = addDays(dueOn, -DAYS_BEFORE_DUE)
	const member = holderOf(BODY, 'MONITORING_BODY')
	const recordId = idWithin(DEMONSTRATION_PLAN, 'inception')
	const minutes = {
		kind: 'MINUTES',
		url: 'https://contoh.example/forum/notula-1',
		title: 'Notula pertemuan forum (contoh)',
		stance: null,
	} as const
	return {
		kind: 'local-assessment.published',
		row: {
			recordId,
			version: 1,
			actionPlanId: DEMONSTRATION_PLAN,
			assessmentKind: 'INCEPTION',
			commitmentId: null,
			organizationId: BODY,
			questionSet: QUESTION_SET,
			answers: [...CO_CREATION.map(answerOf), ...COMMITMENT_TEXTS.flatMap(designOf)],
			assessedLevel: null,
			signedByCount: 1,
			signatoryIds: [member],
			dueOn,
			actorOrganizationId: BODY,
			submittedById: member,
			publishedOn,
			// Noon in Jakarta, so that the day is the same there and in UTC.
			publishedAt: new Date(`${publishedOn}T05:00:00Z`),
			salt: new Uint8Array(randomBytes(32)),
			privateSalt: new Uint8Array(randomBytes(32)),
		},
		evidence: [{ ...evidenceRow({ recordId, version: 1 }, 0, minutes), part: 'LMR3' }],
	}
}

function answerOf([code, answer, en, id]: Given): AssessmentAnswer {
	const references = code === 'LMR3' ? 'Notula pertemuan forum (contoh)' : null
	return { code, answer, explanationEn: en, explanationId: id, references }
}

/** What the body found of how a commitment is designed. */
function designOf({ key, values, title }: CommitmentText): readonly AssessmentAnswer[] {
	const own = VALUES.filter((value) => value in values)
	const [titleEn, titleId] = title
	const given: readonly (readonly [code: string, answer: string | null, en: string, id: string])[] = [
		[
			'DESIGN_VERIFIABLE',
			'YES',
			'Each milestone names what will exist and by when.',
			'Setiap tonggak menyebut hasil dan waktunya.',
		],
		[
			'DESIGN_RELEVANT',
			own.length > 0 ? 'YES' : 'UNCLEAR',
			'Judged by the reasons that the text gives.',
			'Dinilai dari alasan dalam teksnya.',
		],
		['DESIGN_VALUES', own.join(' ') || 'NONE', '', ''],
		[
			'DESIGN_POTENTIAL',
			own.length > 1 ? 'SUBSTANTIAL' : 'MODEST',
			'Compared with what existed before the plan.',
			'Dibandingkan dengan keadaan sebelum rencana aksi.',
		],
		[
			'DESIGN_ATTENTION',
			null,
			`Name who keeps “${titleEn}” running after the plan.`,
			`Sebutkan siapa yang melanjutkan “${titleId}” setelah rencana aksi.`,
		],
	]
	const commitmentId = idWithin(DEMONSTRATION_PLAN, key)
	return given.map(([code, answer, en, id]) => ({
		...{ code, commitmentId, answer },
		...{ explanationEn: en || null, explanationId: id || null, references: null },
	}))
}
