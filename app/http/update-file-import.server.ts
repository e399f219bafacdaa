import {
	addEvidence,
	answerChallenges,
	answerDone,
	answerLevel,
	submitProgressUpdate,
} from '#app/domain/progress-update/commands.server.ts'
import type { Context } from '#app/domain/context.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { noteTaken, takeUpdates } from '#app/domain/update-file/commands.server.ts'
import { judgeRows } from '#app/domain/update-file/queries.server.ts'
import { reportOf } from '#app/domain/update-file/rules.ts'
import type { TakenRow } from '#app/domain/update-file/schema.ts'
import type { JudgedRow } from '#app/domain/update-file/view.ts'

/**
 * Takes a file of reports that its sender confirms: each row that is ready is written and sent to the lead by the
 * commands of the forms, one after the other. A row that is refused keeps none of the others back. A file that was
 * taken before is left as it is.
 */
export async function takeUpdateFile(ctx: Context, previewId: string): Promise<void> {
	const rows = await takeUpdates(ctx, previewId)
	if (rows === null) return
	const taken: TakenRow[] = []
	for (const row of rows) {
		// Judged anew one by one: what was written for the row before may have changed what holds for this one.
		const [judged] = await judgeRows(ctx, [row])
		if (judged?.verdict !== 'READY') continue
		taken.push({ key: row.key, refusal: await sendRow(ctx, judged) })
	}
	await noteTaken(ctx, previewId, taken)
}

/** Why a row was not taken; null where it waits for the lead now. */
async function sendRow(ctx: Context, row: JudgedRow): Promise<string | null> {
	try {
		await writeRow(ctx, row)
		return null
	} catch (error) {
		if (error instanceof Refusal) return error.reason
		throw error
	}
}

async function writeRow(ctx: Context, { key, answers, seen }: JudgedRow): Promise<void> {
	const report = reportOf(key)
	if (!report || !answers) throw new Refusal('not_found')
	const { level, done, challenges, links } = answers
	let { version } = await answerLevel(ctx, report, { version: seen, level })
	if (done) version = (await answerDone(ctx, report, { ...done, version })).version
	if (challenges) version = (await answerChallenges(ctx, report, { ...challenges, version })).version
	for (const link of links) version = (await addEvidence(ctx, report, { ...link, version })).version
	await submitProgressUpdate(ctx, report, { version })
}
