import { guardedLoader } from '#app/http/guard.server.ts'
import { logText, newestCheckpoint, notInLog, pathBehind } from '#app/http/log-answer.server.ts'

/** The newest signed checkpoint; every act that was published before the question is covered by it. */
export const loader = guardedLoader('public', async (visit) => {
	if (pathBehind('/log/checkpoint', visit) !== '') return notInLog()
	const { text } = await newestCheckpoint(visit)
	return text === '' ? notInLog() : logText(text, 'now')
})
