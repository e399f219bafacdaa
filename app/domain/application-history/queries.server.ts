import { findApplicationRows } from '#app/domain/application/queries.server.ts'
import type { Context } from '#app/domain/context.ts'
import { historyOf } from './view.ts'
import type { ApplicationEvent } from './view.ts'

/** Who changed what in an application, the newest first. Refuses with `not_found` where it is not the actor's. */
export async function listApplicationEvents(
	ctx: Context,
	applicationId: string,
): Promise<readonly ApplicationEvent[]> {
	const { rows, ...around } = await findApplicationRows(ctx, applicationId)
	return historyOf(rows, around)
}
