import type { SmallSite } from '../http/small-site.ts'

/** Gives a person a second step, and takes it in the sessions that they have now. */
export async function takeSecondStep(
	{ database: { db }, accounts }: SmallSite,
	email: string,
): Promise<void> {
	const { id: personId } = await db.person.findUniqueOrThrow({ where: { email } })
	const { stepKeeper } = accounts
	const at = new Date()
	const secret = stepKeeper.seal('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ', personId)
	await db.secondStep.create({ data: { personId, secret, begunAt: at, confirmedAt: at } })
	for (const { id: sessionId } of await db.authSession.findMany({ where: { userId: personId } })) {
		const data = { secondStepAt: at, secondStepSeal: stepKeeper.stamp({ sessionId, personId, at }) }
		await db.authSession.update({ where: { id: sessionId }, data })
	}
}
