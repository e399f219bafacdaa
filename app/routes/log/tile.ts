import { guardedLoader } from '#app/http/guard.server.ts'
import { logBytes, notInLog, pathBehind } from '#app/http/log-answer.server.ts'
import { parseTilePath } from '#app/ledger/tiles.ts'

/** A tile of hashes or a bundle of entries, as far as the published checkpoint reaches. */
export const loader = guardedLoader('public', async (visit) => {
	const { publicLog } = visit.load
	const asked = parseTilePath(pathBehind('/log/tile/', visit) ?? '')
	if (!asked) return notInLog()
	const bytes =
		asked.kind === 'entries'
			? await publicLog.bundle(asked.n, asked.width)
			: publicLog.tile(asked.level, asked.n, asked.width)
	return bytes ? logBytes(bytes) : notInLog()
})
