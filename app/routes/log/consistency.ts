import { guardedLoader } from '#app/http/guard.server.ts'
import { logText, notInLog, pathBehind, sizesFrom } from '#app/http/log-answer.server.ts'
import { base64Of } from '#app/ledger/checkpoint.ts'

/** The proof that the log of one size is the beginning of the log of another, one hash in base64 on each line. */
export const loader = guardedLoader('public', (visit) => {
	const sizes = pathBehind('/log/consistency', visit) === '' ? sizesFrom(visit.url) : null
	const proof = sizes && visit.load.publicLog.consistency(sizes.from, sizes.to)
	if (!proof) return notInLog()
	return logText(proof.map((hash) => `${base64Of(hash)}\n`).join(''), 'forever')
})
