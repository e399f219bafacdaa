import { findReceipt } from '#app/domain/receipt/queries.server.ts'
import type { Visit } from './guard.server.ts'
import { newestCheckpoint } from './log-answer.server.ts'

/** The receipt of an act with the public address of its record, and the checkpoint that covers it where one does. */
export async function receiptFacts(visit: Visit, recordId: string, version?: number) {
	const receipt = await findReceipt(visit.ctx, recordId, version)
	const { size, text } = await newestCheckpoint(visit)
	const path = `/${visit.locale}/records/${receipt.recordId}?version=${String(receipt.version)}`
	return {
		receipt,
		address: `${visit.load.config.baseUrl}${path}`,
		checkpoint: receipt.position < size ? text : null,
	}
}
