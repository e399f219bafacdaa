import { randomBytes } from 'node:crypto'
import { idWithin } from '#app/domain/action-plan/schema.ts'
import { addDays } from '#app/domain/calendar.ts'
import type { CalendarDay } from '#app/domain/calendar.ts'
import type { ActRows } from '#app/domain/stored-act/view.ts'
import type { Amendment } from '#prisma/generated/client.ts'
import { published } from './demonstration-acts.ts'
import type { DemonstrationCalendar } from './demonstration-calendar.ts'
import { holderOf } from './demonstration-people.ts'
import { DEMONSTRATION_PLAN } from './demonstration-plan.ts'

const SECRETARIAT = 'contoh-sekretariat'
/** The milestone that gets more time, and until the end of which checkpoint counted from today's. */
const REDATED = { milestone: '4-m2', untilFromNow: 2 }
/** Days before the last checkpoint was due on which it was published. */
const DAYS_BEFORE_DUE = 10

/** The amendment of the demonstration: the new text of a milestone, with a later end, and the act that says why. */
export function amendmentActs(
	texts: readonly ActRows[],
	calendar: DemonstrationCalendar,
): readonly ActRows[] {
	const milestoneId = idWithin(DEMONSTRATION_PLAN, REDATED.milestone)
	const before = texts.find((act) => act.kind === 'milestone.published' && act.milestone.id === milestoneId)
	if (before?.kind !== 'milestone.published') throw new Error(`the demonstration has no ${milestoneId}`)
	const day = addDays(calendar.checkpoint(-1).dueOn, -DAYS_BEFORE_DUE)
	const { salt: _salt, ...text } = before.row
	const later = { version: 2, standing: 'MODIFIED', publishedOn: day, salt: new Uint8Array(randomBytes(32)) }
	const endsOn = calendar.checkpoint(REDATED.untilFromNow).dueOn
	const row = { ...text, ...later, endsOn }
	return [
		{ kind: 'milestone.published', milestone: before.milestone, row },
		{ kind: 'amendment.published', row: amendmentRow(milestoneId, day) },
	]
}

function amendmentRow(milestoneId: string, day: CalendarDay): Amendment {
	const change = { recordKind: 'milestone', recordId: milestoneId, version: 2, operation: 'CHANGE' }
	return {
		recordId: idWithin(DEMONSTRATION_PLAN, 'p1'),
		actionPlanId: DEMONSTRATION_PLAN,
		reasonEn:
			'Villages send scanned budgets; entering them takes one quarter longer than planned. The number of villages stays.',
		reasonId:
			'Desa mengirim anggaran berupa pindaian; pemasukan datanya memerlukan satu triwulan lebih lama. Jumlah desa tetap.',
		proposedBy: 'Bapperida Contoh',
		agreedBy: 'Forum multipihak Kabupaten Contoh',
		effectiveOn: day,
		changes: [{ ...change, successors: [] }],
		submittedById: holderOf(SECRETARIAT, 'SECRETARIAT'),
		approvedById: holderOf(SECRETARIAT, 'POC'),
		...published(SECRETARIAT, day),
	}
}
