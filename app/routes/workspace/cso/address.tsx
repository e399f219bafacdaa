import { useActionData, useLoaderData } from '@remix-run/react'
import type { MetaFunction } from '@remix-run/react'
import { addressSentHref } from '#app/components/cso/addresses.ts'
import { OwnAddress } from '#app/components/cso/own-address.tsx'
import { workspaceMeta } from '#app/components/workspace/workspace-meta.ts'
import { askForAddress } from '#app/domain/address-change/commands.server.ts'
import { findOwnAddress } from '#app/domain/address-change/queries.server.ts'
import { NewAddress } from '#app/domain/address-change/schema.ts'
import { ROLES_WITH_ACT } from '#app/domain/cso-account/rules.ts'
import { mailNewAddress } from '#app/http/address-link.server.ts'
import { answerForm, workspacePage } from '#app/http/answer-form.server.ts'
import { guardedAction, guardedLoader } from '#app/http/guard.server.ts'

export const loader = guardedLoader(ROLES_WITH_ACT, async (visit) =>
	workspacePage(visit, { address: await findOwnAddress(visit.ctx) }),
)

export const action = guardedAction(ROLES_WITH_ACT, (visit) =>
	answerForm(visit, NewAddress, async (answer) => {
		await mailNewAddress(visit, await askForAddress(visit.ctx, answer))
		return addressSentHref(visit.locale)
	}),
)

export const meta: MetaFunction<typeof loader> = (facts) =>
	workspaceMeta(facts, (say) => say('own-address.title'))

export default function OwnAddressPage() {
	const { address, person } = useLoaderData<typeof loader>()
	return <OwnAddress address={address} person={person} rejected={useActionData<typeof action>()} />
}
