import { redirect } from '@remix-run/node'
import { tasksHref } from '#app/components/addresses.ts'
import { taskHref } from '#app/components/workspace/addresses.ts'
import { revokeUpdateLink } from '#app/domain/update-link/commands.server.ts'
import { findLinkKey } from '#app/domain/update-link/queries.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { idFrom } from '#app/http/id-from.ts'

const GIVERS = ['IMPLEMENTER', 'INSTITUTION_LEAD'] as const

/** There is nothing to read here: a link is taken back from the list it stands in. */
export const loader = guardedLoader(GIVERS, ({ locale }) => redirect(tasksHref(locale)))

export const action = guardedAction(GIVERS, async ({ ctx, params, locale }) => {
	const { id } = await revokeUpdateLink(ctx, idFrom(params.linkId))
	return redirect(taskHref(locale, await findLinkKey(ctx, id), 'links'), 303)
})
