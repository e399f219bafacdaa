import type { Database } from '#app/db.server.ts'
import { actFrom } from '#app/domain/record/view.ts'
import { tablesOf } from '#app/domain/stored-act/view.ts'
import { appendActs } from '#app/ledger/append.server.ts'
import { insertTables } from '#app/ledger/insert.server.ts'
import { accountActs } from '#prisma/seed/demonstration-accounts.ts'

/**
 * Writes the acts behind the appointments to civil society that are stored: without them they give no rights when
 * their people sign in. Whoever stores appointments in a test calls this afterwards; it leaves alone what has its act.
 */
export async function backAppointments({ db }: Pick<Database, 'db'>): Promise<void> {
	const backed = await db.csoAccountChange.findMany({
		where: { event: 'PERSON_JOINED' },
		select: { appointmentId: true },
	})
	const appointments = await db.appointment.findMany({
		where: { NOT: { id: { in: backed.flatMap(({ appointmentId }) => appointmentId ?? []) } } },
		orderBy: { id: 'asc' },
	})
	const people = await db.person.findMany()
	const acts = accountActs({ hostId: 'host', people, appointments })
	if (acts.length === 0) return
	await db.$transaction(async (tx) => {
		await insertTables(tx, tablesOf(acts))
		await appendActs(tx, acts.map(actFrom))
	})
}
