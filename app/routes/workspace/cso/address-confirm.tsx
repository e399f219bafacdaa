import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { ConfirmAddress } from '#app/components/cso/own-address.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { changeAddress } from '#app/domain/address-change/commands.server.ts'
import { findAddressChange } from '#app/domain/address-change/queries.server.ts'
import { ROLES_WITH_ACT } from '#app/domain/cso-account/rules.ts'
import { addressLinkOf, mailOldAddress } from '#app/http/address-link.server.ts'
import { confirmForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

/** Opening the link changes nothing, and it opens only for who asked for it and is signed in. */
export const loader = guardedLoader(ROLES_WITH_ACT, async (visit) => {
	const { link, token } = addressLinkOf(visit)
	return workspacePage(visit, { change: await findAddressChange(visit.ctx, link), token })
})

export const action = guardedAction(ROLES_WITH_ACT, (visit) =>
	confirmForm(visit, async () => {
		const changed = await changeAddress(visit.ctx, addressLinkOf(visit).link)
		mailOldAddress(visit, changed)
		return `/${visit.locale}/receipts/${changed.recordId}`
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('own-address.confirm.title'))

export default function AddressConfirmPage() {
	const facts = useLoaderData<typeof loader>()
	return <ConfirmAddress {...facts} rejected={useActionData<typeof action>()} />
}
