import { guardedLoader } from '#app/http/guard.server.ts'
import { idFrom, versionFrom } from '#app/http/id-from.ts'
import { logText, newestCheckpoint, notInLog, pathBehind } from '#app/http/log-answer.server.ts'

/** The receipt of one act, or without `version` of the newest one of the record that a checkpoint covers. */
export const loader = guardedLoader('public', async (visit) => {
	const { publicLog } = visit.load
	const recordId = idFrom(visit.params.recordId)
	const isOneSegment = /^[^/]+$/.test(pathBehind('/log/receipt/', visit) ?? '')
	await newestCheckpoint(visit)
	const position = isOneSegment ? await publicLog.positionOf(recordId, versionFrom(visit.url)) : null
	const receipt = position && (await publicLog.receipt(position.index))
	if (receipt === null) return notInLog()
	return logText(receipt, 'now', {
		'Content-Disposition': `attachment; filename="${recordId}.tlog-proof"`,
	})
})
