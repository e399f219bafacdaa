import { CSO_ROLES } from '#app/access/policy.ts'
import { checkpointLetterHref } from '#app/components/workspace/addresses.ts'
import { endCheckpointLetter } from '#app/domain/checkpoint-letter/commands.server.ts'
import { confirmForm } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'
import { redirect } from '@remix-run/node'

/** Whoever comes here by its address is led to the page with the button. */
export const loader = guardedLoader(CSO_ROLES, ({ locale }) => redirect(checkpointLetterHref(locale)))

export const action = guardedAction(CSO_ROLES, (visit) =>
	confirmForm(visit, async () => {
		await endCheckpointLetter(visit.ctx)
		return checkpointLetterHref(visit.locale)
	}),
)
