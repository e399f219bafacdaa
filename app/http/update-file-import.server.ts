import {
	addEvidence,
	answerChallenges,
	answerDone,
	answerLevel,
	submitProgressUpdate,
} from '#app/domain/progress-update/commands.server.ts'
import type { Context } from '#app/domain/context.ts'
import { linkPiece } from '#app/domain/evidence/schema.ts'
import type { DraftPiece } from '#app/domain/evidence/schema.ts'
import { fileProgressUpdates } from '#app/domain/progress-batch/commands.server.ts'
import type { WholeReport } from '#app/domain/progress-batch/schema.ts'
import { Refusal } from '#app/domain/refusal.ts'
import { noteTaken, takeUpdates } from '#app/domain/update-file/commands.server.ts'
import { judgeRows } from '#app/domain/update-file/queries.server.ts'
import { reportOf } from '#app/domain/update-file/rules.ts'
import type { RowAnswers } from '#app/domain/update-file/rules.ts'
import type { TakenRow } from '#app/domain/update-file/schema.ts'
import type { JudgedRow } from '#app/domain/update-file/view.ts'

/**
 * Takes a file of reports that its sender confirms, and sends each row that is ready to the lead: reports that nobody
 * has begun all together, the others by the commands of the forms, one after the other. A row that is refused keeps
 * none of the others back. A file that was taken before is left as it is.
 */
export async function takeUpdateFile(ctx: Context, previewId: string): Promise<void> {
	const rows = await takeUpdates(ctx, previewId)
	if (rows === null) return
	const together = await sendTogether(ctx, await judgeRows(ctx, rows))
	const taken: TakenRow[] = []
	for (const row of rows) {
		if (together.has(row.key)) {
			taken.push({ key: row.key, refusal: null })
			continue
		}
		// Judged anew one by one: what was written for the row before may have changed what holds for this one.
		const [judged] = await judgeRows(ctx, [row])
		if (judged?.verdict !== 'READY') continue
		taken.push({ key: row.key, refusal: await sendRow(ctx, judged) })
	}
	await noteTaken(ctx, previewId, taken)
}

/** The first reports of a file, each checkpoint's in one go: the keys of those that were sent. */
async function sendTogether(ctx: Context, rows: readonly JudgedRow[]): Promise<ReadonlySet<string>> {
	const sent = new Set<string>()
	const first = rows.filter(
		({ key, verdict, seen }) =>
			verdict === 'READY' && seen === 0 && rows.filter((row) => row.key === key).length === 1,
	)
	const codes = new Set(first.flatMap(({ key }) => reportOf(key)?.checkpointCode ?? []))
	for (const code of codes) {
		const own = first.filter(({ key }) => reportOf(key)?.checkpointCode === code)
		// Where one of them is refused, each is tried by itself.
		if ((await refusalOf(() => fileProgressUpdates(ctx, code, own.flatMap(wholeReport)))) === null)
			for (const { key } of own) sent.add(key)
	}
	return sent
}

function wholeReport({ key, answers }: JudgedRow): WholeReport[] {
	const report = reportOf(key)
	if (!report || !answers) return []
	const { level, done, challenges, links } = answers
	const { milestoneId } = report
	return [{ milestoneId, level, ...done, ...challenges, links: links.map(pieceOf) }]
}

function pieceOf(link: RowAnswers['links'][number]): Omit<DraftPiece, 'file' | 'upload'> {
	const { file: _file, upload: _upload, ...piece } = linkPiece(link)
	return piece
}

/** Why a row was not taken; null where it waits for the lead now. */
function sendRow(ctx: Context, row: JudgedRow): Promise<string | null> {
	return refusalOf(() => writeRow(ctx, row))
}

async function refusalOf(command: () => Promise<unknown>): Promise<string | null> {
	try {
		await command()
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
