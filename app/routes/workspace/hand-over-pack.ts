import { guardedLoader } from '#app/http/guard.server.ts'
import { handOverPack } from '#app/http/hand-over-pack.server.ts'
import { idFrom } from '#app/http/id-from.ts'

/** What a successor takes over, as one file to save. */
export const loader = guardedLoader('member', async (visit) => {
	const id = idFrom(visit.params.handOverId)
	const pack = await handOverPack(visit.ctx, id, visit.locale)
	return new Response(Buffer.from(pack), {
		headers: {
			'Content-Type': 'application/zip',
			'Content-Disposition': `attachment; filename="hand-over-${id.slice(0, 8)}.zip"`,
			'Cache-Control': 'no-store',
		},
	})
})
