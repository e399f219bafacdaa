import type { PublicAssessment } from '#app/domain/self-assessment/queries.server.ts'
import { NOTHING_WRITTEN } from '#app/domain/self-assessment/schema.ts'
import type { SelfAssessmentModel } from '#app/domain/self-assessment/schema.ts'
import { assessmentModel } from '#app/domain/self-assessment/view.ts'
import { aCheckpoint, aCommitmentRecord, aMilestoneRecord, aPlanRecord } from './plan-record.ts'

/** What somebody typed who wants to run it on the page of others, with a word that is read from the right. */
export const HOSTILE = '<img src=x onerror=alert(1)> \u0645\u0631\u062d\u0628\u0627'

const record = aPlanRecord({
	checkpoints: [aCheckpoint({ code: 'B06', opensOn: '2026-06-01', dueOn: '2026-06-30' })],
	commitments: [
		aCommitmentRecord({
			leadInstitution: 'Dinas Kominfo',
			milestones: [aMilestoneRecord({ startsOn: '2026-01-01', claims: [] })],
		}),
	],
})

const WINDOW = { commentOpensOn: '2026-07-15', commentClosesOn: '2026-07-29' } as const

/** What an end-of-term self-assessment says on the day it was opened for comment; one thing overridden. */
export function anAssessmentModel(over: Partial<SelfAssessmentModel> = {}): SelfAssessmentModel {
	return {
		...assessmentModel(
			{ record, responsible: [], claimDates: new Map() },
			{
				...NOTHING_WRITTEN,
				texts: { LESSONS: { en: null, id: `Pelajaran ${HOSTILE}`, notTranslated: true } },
			},
			{ assessmentKind: 'END_OF_TERM', stage: 'COMMENT', asOfOn: '2026-07-15', ...WINDOW, comments: null },
		),
		...over,
	}
}

/** The same as everyone reads it, with one comment so far; one thing overridden. */
export function aPublicAssessment(over: Partial<PublicAssessment> = {}): PublicAssessment {
	const item = {
		recordId: 'sa-1',
		version: 1,
		planId: 'plan',
		kind: 'END_OF_TERM',
		stage: 'COMMENT',
		...WINDOW,
		publishedOn: '2026-07-15',
	} as const
	return {
		...item,
		model: anAssessmentModel(),
		modelHash: 'a'.repeat(64),
		comments: [
			{ position: 1, on: '2026-07-16', author: HOSTILE, organization: null, body: HOSTILE, locale: 'id' },
		],
		newest: item,
		versions: [1],
		isOpen: true,
		today: '2026-07-16',
		...over,
	}
}

/** The final version of the same, which annexes the comment with what became of it. */
export function aFinalAssessment(): PublicAssessment {
	const comment = { position: 1, on: '2026-07-16', author: null, organization: 'Warga Desa', body: 'Belum.' }
	const answer = { en: 'Open since July.', id: 'Dibuka sejak Juli.', notTranslated: false }
	const comments = [{ ...comment, locale: 'id', disposition: 'PARTLY', answer } as const]
	const newest = { ...aPublicAssessment().newest, stage: 'FINAL', version: 2 } as const
	const model = anAssessmentModel({ stage: 'FINAL', comments })
	return aPublicAssessment({ ...newest, newest, model, comments: null, isOpen: false, versions: [2, 1] })
}
