import { guardedLoader } from '#app/http/guard.server.ts'
import { logText, notInLog, pathBehind } from '#app/http/log-answer.server.ts'

/** The key with which the signatures of the log are verified, as one line. */
export const loader = guardedLoader('public', (visit) => {
	if (pathBehind('/log/key', visit) !== '') return notInLog()
	return logText(`${visit.load.publicLog.vkey}\n`, 'hour')
})
