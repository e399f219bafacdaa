import type { Database } from '#app/db.server.ts'
import { approveProgressUpdate } from '#app/domain/progress-batch/commands.server.ts'
import {
	addEvidence,
	answerDone,
	answerLevel,
	submitProgressUpdate,
} from '#app/domain/progress-update/commands.server.ts'
import type { Published } from '#app/domain/progress-batch/commands.server.ts'
import type { DraftView } from '#app/domain/progress-update/view.ts'
import { MORNING, as } from './stored-plan.ts'

/** The report the factories here write: on `m1` at B06. */
export const KEY = { milestoneId: 'm1', checkpointCode: 'B06' }

export const LINK = { kind: 'REPORT', url: 'https://contoh.example/laporan', title: 'Laporan' } as const

/** A report of the agency's officer that is complete but not sent. */
export async function aCompleteReport(database: Database): Promise<DraftView> {
	const officer = as(database, 'officer')
	const first = await answerLevel(officer, KEY, { version: 0, level: 'SUBSTANTIAL' })
	const second = await answerDone(officer, KEY, {
		version: first.version,
		doneId: 'Portal diluncurkan.',
		doneEn: '',
	})
	return addEvidence(officer, KEY, { version: second.version, ...LINK })
}

/** The same, sent to the lead. */
export async function aSubmittedReport(database: Database): Promise<DraftView> {
	const { version } = await aCompleteReport(database)
	return submitProgressUpdate(as(database, 'officer'), KEY, { version })
}

/** A claim of the agency on `m1` at B06, sent by its officer and approved by its lead. */
export async function publishClaim(
	database: Database,
	level: 'SUBSTANTIAL' | 'COMPLETE' | 'NIL' = 'SUBSTANTIAL',
	now: Date = MORNING,
): Promise<Published> {
	const officer = as(database, 'officer', now)
	let draft = await answerLevel(officer, KEY, { version: 0, level })
	if (level !== 'NIL') {
		draft = await answerDone(officer, KEY, { version: draft.version, doneEn: 'The portal is open.' })
		const link = { kind: 'WEBPAGE', url: 'https://contoh.example/portal', title: 'Portal' } as const
		draft = await addEvidence(officer, KEY, { version: draft.version, ...link })
	}
	const sent = await submitProgressUpdate(officer, KEY, { version: draft.version })
	return approveProgressUpdate(as(database, 'lead', now), sent.id, { version: sent.version })
}
