import { answerComment } from '#app/domain/assessment-comment/commands.server.ts'
import type { Database } from '#app/db.server.ts'
import {
	approveFinal,
	openForComment,
	submitFinal,
} from '#app/domain/self-assessment/commands/publish.server.ts'
import {
	answerCommitment,
	answerText,
	confirmNoRecommendations,
} from '#app/domain/self-assessment/commands/write-draft.server.ts'
import { findDesk } from '#app/domain/self-assessment/queries.server.ts'
import { TEXT_SECTIONS } from '#app/domain/self-assessment/rules.ts'
import { MORNING, as } from './stored-plan.ts'

/** The self-assessment that the factories here write. */
export const PLACE = { planId: 'plan', kind: 'MID_TERM' } as const

/** The window opens on 15 July 2026 in Jakarta; its last day is 29 July. */
export const LAST_MINUTE = new Date('2026-07-29T16:59:59Z')
export const AFTER_WINDOW = new Date('2026-07-29T17:00:00Z')

/** A draft of which every part is written in both languages. */
export async function aWrittenDraft(database: Database): Promise<void> {
	const poc = as(database, 'poc')
	for (const section of TEXT_SECTIONS) {
		const texts = { textEn: `About ${section}.`, textId: `Tentang ${section}.` }
		await answerText(poc, PLACE, { version: 0, section, ...texts })
	}
	await confirmNoRecommendations(poc, PLACE, { version: 0 })
	for (const commitmentId of ['k1', 'k2']) {
		const answers = { resultsEn: 'Open.', resultsId: 'Terbuka.', nextEn: 'Go on.', nextId: 'Lanjut.' }
		const contact = 'Contact of the unit, 0800'
		await answerCommitment(poc, PLACE, { version: 0, commitmentId, level: 'LIMITED', ...answers, contact })
	}
}

/** The same, published for comment on the morning of 15 July. */
export async function anOpenAssessment(database: Database, now: Date = MORNING) {
	await aWrittenDraft(database)
	const poc = as(database, 'poc', now)
	const { version } = await findDesk(poc, PLACE)
	return openForComment(poc, PLACE, { version, days: 14 })
}

/** Answers every comment in one language. */
export async function answerAll(database: Database, now: Date = MORNING): Promise<void> {
	const ctx = as(database, 'secretariat', now)
	const { comments } = await findDesk(ctx, PLACE)
	for (const { position, version } of comments) {
		const answer = { version, disposition: 'PARTLY' as const, answerId: 'Sebagian benar.' }
		await answerComment(ctx, { place: PLACE, position }, answer)
	}
}

/** Asks for the final version and has a second person publish it. */
export async function publishFinal(database: Database, now: Date = AFTER_WINDOW) {
	const poc = as(database, 'poc', now)
	await submitFinal(poc, PLACE, { version: (await findDesk(poc, PLACE)).version })
	const second = as(database, 'secretariat', now)
	return approveFinal(second, PLACE, { version: (await findDesk(second, PLACE)).version })
}
