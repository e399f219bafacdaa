import type { ApplicationField, ApplicationView } from '#app/domain/application/view.ts'
import type { CallView } from '#app/domain/application-call/view.ts'
import { aMember } from './plan-record.ts'

const BY = {
	organizationId: 'secretariat',
	organizationName: { en: 'The secretariat', id: 'Si sekretariat' },
}
const WHEN = { on: '2026-07-15', clock: '09:00' }

/** A call that is open until 14 August 2026, with the criteria of nobody. */
export function aCall(over: Partial<CallView> = {}): CallView {
	return {
		...{
			id: 'open-call',
			version: 1,
			year: 2026,
			name: { en: 'A call', id: 'Sebuah undangan' },
			fieldSetId: 'set.1',
		},
		...{ opensOn: '2026-06-01', closesOn: '2026-08-14', extendedTo: null, lastDay: '2026-08-14' },
		...{ timeZone: null, fullApplicationUntil: '2026-08-27', hasFullApplication: true, resultsOn: null },
		monthsLeft: { least: 16, best: null, isRequired: true },
		letters: [{ kind: 'HEAD_OF_GOVERNMENT', least: 1, by: 'FULL_APPLICATION' }],
		criteria: [{ en: 'A track record', id: 'Rekam jejak' }],
		...{ stages: [], notes: [], source: 'test', sourceUrl: null, isDemonstration: false },
		...over,
	}
}

/** A field in its second version, which government stands behind; civil society confirmed the one before. */
export function aField(over: Partial<ApplicationField> = {}): ApplicationField {
	return {
		...{ code: 'REASONS', title: { en: 'Reasons', id: 'Alasan' }, help: { en: null, id: null } },
		...{ maxCharacters: 2000, warnsFrom: 1900, state: 'ONE_SIDE' },
		newest: { ...BY, ...WHEN, role: 'POC', version: 2, text: 'Kami ingin bergabung.\nAlasan kedua.' },
		confirmations: {
			GOVERNMENT: { ...BY, ...WHEN, role: 'POC', version: 2 },
			CIVIL_SOCIETY: { ...BY, ...WHEN, role: 'CSO_MONITOR', version: 1 },
		},
		...over,
	}
}

/** A draft that the point of contact reads. */
export function anApplicationView(over: Partial<ApplicationView> = {}): ApplicationView {
	return {
		...{ id: 'application-1', member: aMember(), call: aCall(), fieldSetId: 'set.1', language: 'id' },
		...{ state: 'DRAFT', standing: 'OPEN', today: '2026-07-15', side: 'GOVERNMENT' },
		...{ isWritable: true, takesLetters: true, lettersMissing: [], letters: [] },
		fields: [
			aField(),
			aField({
				code: 'BENEFIT',
				title: { en: 'Benefit', id: 'Manfaat' },
				newest: null,
				state: 'EMPTY',
				confirmations: { GOVERNMENT: null, CIVIL_SOCIETY: null },
			}),
		],
		term: {
			asOfOn: '2026-07-15',
			recordId: 'a',
			endsOn: '2027-10-14',
			monthsLeft: 14,
			verdict: 'BELOW_MINIMUM',
		},
		steps: [
			{
				...BY,
				role: 'POC',
				state: 'DRAFT',
				onDay: '2026-07-15',
				url: null,
				note: null,
				position: 1,
				corrects: null,
				reason: null,
			},
		],
		changed: WHEN,
		...over,
	}
}
