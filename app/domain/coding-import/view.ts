import { PlanImport } from '#app/domain/action-plan/schema.ts'
import type { CommitmentImport } from '#app/domain/action-plan/schema.ts'
import { isOfTable, OF_TABLE, rowNamedIn, saysTheSame, statusFrom, sureMatch, titleKey } from './rules.ts'
import type { Candidate, Coded } from './rules.ts'
import type { LocatedRow } from '#app/domain/source-note/view.ts'
import type { CodedMember, CodedRow, PlacingReport, RowCounts, StoredPlan, StoredRecord } from './schema.ts'

type CodingOf = CommitmentImport['codings'][number]

/** What an import writes, and what it says. */
export type Placing = {
	readonly members: readonly CodedMember[]
	readonly plans: readonly PlanImport[]
	/** Commitments that are added to plans an earlier table brought. */
	readonly additions: readonly { readonly plan: StoredPlan; readonly given: PlanImport }[]
	/** Values of commitments that were here before. */
	readonly codings: readonly {
		readonly planId: string
		readonly commitmentId: string
		readonly coding: CodingOf
	}[]
	/** Every row that found its commitment. */
	readonly located: readonly LocatedRow[]
	readonly report: PlacingReport
}

type Place = Candidate & {
	readonly id: string
	ogpId: string | null
	readonly rows: Map<string, string>
	/** Null: it was here before. */
	readonly made: CommitmentImport | null
	readonly said: Coded[]
	readonly added: CodingOf[]
}

type PlanPlace = {
	readonly id: string
	readonly stored: StoredPlan | null
	readonly memberId: string
	readonly rows: CodedRow[]
	readonly places: Place[]
	readonly keys: Set<string>
}

/** Finds the member, the plan and the commitment each row speaks of, and puts together what is new. */
export function placeRows(rows: readonly CodedRow[], stored: StoredRecord, today: string): Placing {
	const members = memberPlaces(rows, stored)
	const plans = new Map<string, PlanPlace>()
	const counts = { new: 0, here: 0, twice: 0, unmatched: 0 }
	const notes: Notes = { same: 0, here: [], doubles: [], unmatched: [], differing: [], located: [] }
	for (const row of rows) {
		const plan = planOf(row, { memberId: members.idOf(row), plans, stored })
		plan.rows.push(row)
		counts[placeRow(row, plan, notes)] += 1
	}
	const placed = [...plans.values()]
	return {
		members: members.fresh,
		...written(placed, today),
		located: notes.located,
		report: {
			rows: counts,
			members: { new: members.fresh.map(({ id }) => id), here: members.here },
			plans: {
				new: placed.filter(({ stored: before }) => before === null).length,
				here: placed.filter(({ stored: before }) => before !== null).length,
			},
			codings: {
				new: placed.flatMap(({ places }) => places.flatMap(({ added }) => added)).length,
				same: notes.same,
				differing: notes.differing.length,
			},
			repeats: placed.flatMap(repeatsIn),
			here: notes.here,
			doubles: notes.doubles,
			unmatched: notes.unmatched,
			differing: notes.differing,
			planYears: placed.flatMap(yearsOf),
		},
	}
}

type Notes = {
	same: number
	readonly located: LocatedRow[]
	readonly here: PlacingReport['here'][number][]
	readonly doubles: PlacingReport['doubles'][number][]
	readonly unmatched: PlacingReport['unmatched'][number][]
	readonly differing: PlacingReport['differing'][number][]
}

function memberPlaces(rows: readonly CodedRow[], { members }: StoredRecord) {
	const national = members.filter(({ level }) => level === 'NATIONAL')
	const knownId = (member: CodedMember) =>
		members.find(({ id }) => id === member.id)?.id ??
		national.find(({ countryCode }) => countryCode === member.countryCode)?.id
	const named = new Map(rows.map(({ member }) => [member.id, member]))
	const ids = new Map([...named].map(([id, member]) => [id, knownId(member) ?? id]))
	const fresh = [...named.values()].filter((member) => knownId(member) === undefined)
	return {
		fresh,
		here: named.size - fresh.length,
		idOf: ({ member }: CodedRow) => ids.get(member.id) ?? member.id,
	}
}

type PlanFrame = {
	readonly memberId: string
	readonly plans: Map<string, PlanPlace>
	readonly stored: StoredRecord
}

function planOf(row: CodedRow, { memberId, plans, stored }: PlanFrame): PlanPlace {
	const { countryCode } = row.member
	const own = `${countryCode.toLowerCase()}-nap${row.planKey}`
	const before =
		stored.plans.find((plan) => plan.id === own) ??
		stored.plans.find((plan) => plan.memberId === memberId && plan.number === row.planNumber)
	const id = before?.id ?? own
	const known = plans.get(id)
	if (known) return known
	const places = before ? placesIn(id, stored) : []
	const plan: PlanPlace = {
		id,
		stored: before ?? null,
		memberId,
		rows: [],
		places,
		keys: new Set(places.map((place) => place.id.slice(id.length + 1))),
	}
	plans.set(id, plan)
	return plan
}

function placesIn(planId: string, { commitments, codings }: StoredRecord): Place[] {
	return commitments
		.filter((commitment) => commitment.planId === planId)
		.map(({ id, ogpId, number, title, source }) => {
			const said = codings.filter(({ commitmentId }) => commitmentId === id)
			const own = rowNamedIn(source)
			const coded = said.flatMap((coding) => rowNamedIn(`${coding.source}, ${coding.locator ?? ''}`) ?? [])
			const rows = new Map([...coded, ...(own ? [own] : [])].map((row) => [row.source, row.rowId]))
			return { id, ogpId, number, titleKey: titleKey(title), rows, made: null, said: [...said], added: [] }
		})
}

function placeRow(row: CodedRow, plan: PlanPlace, notes: Notes): keyof RowCounts {
	const { commitment, rowId } = row
	const found = sureMatch(row, plan.places)
	const ref = { rowId, planId: plan.id, number: commitment.number }
	if (!found && plan.stored && !isOfTable(plan.stored.source)) {
		notes.unmatched.push({ ...ref, title: commitment.titleEn ?? '' })
		return 'unmatched'
	}
	const place = found ?? newPlace(row, plan)
	place.rows.set(row.source, rowId)
	place.ogpId ??= commitment.ogpId
	for (const coding of commitment.codings) addCoding(coding, { row, place, notes })
	const sameAs = found?.made ? ([...found.rows.values()][0] ?? '') : null
	notes.located.push({ row, commitmentId: place.id, sameAs })
	if (!found) return 'new'
	if (sameAs === null) {
		notes.here.push({ rowId, commitmentId: place.id })
		return 'here'
	}
	notes.doubles.push({ ...ref, sameAs })
	return 'twice'
}

function newPlace({ commitment, rowKey }: CodedRow, plan: PlanPlace): Place {
	const key = plan.keys.has(commitment.key) ? `${commitment.key}-${rowKey}` : commitment.key
	plan.keys.add(key)
	const place: Place = {
		id: `${plan.id}-${key}`,
		ogpId: commitment.ogpId,
		number: commitment.number,
		titleKey: titleKey(commitment.titleEn),
		rows: new Map(),
		made: { ...commitment, key },
		said: [],
		added: [],
	}
	plan.places.push(place)
	return place
}

type CodingFrame = { readonly row: CodedRow; readonly place: Place; readonly notes: Notes }

function addCoding(coding: CodingOf, { row, place, notes }: CodingFrame): void {
	if (place.said.some((before) => saysTheSame(before, coding))) {
		notes.same += 1
		return
	}
	const other = place.said.find(({ indicator }) => indicator === coding.indicator)
	if (other) {
		notes.differing.push({
			rowId: row.rowId,
			commitmentId: place.id,
			indicator: coding.indicator,
			before: other.valueAsPublished,
			given: coding.valueAsPublished,
		})
	}
	place.added.push(other ? { ...coding, key: `${coding.key}-${row.rowKey}` } : coding)
	place.said.push(coding)
}

function written(
	placed: readonly PlanPlace[],
	today: string,
): Pick<Placing, 'plans' | 'additions' | 'codings'> {
	return {
		plans: placed.filter(({ stored }) => stored === null).map((plan) => planImport(plan, today)),
		additions: placed.flatMap((plan) =>
			plan.stored && plan.places.some(({ made }) => made !== null)
				? [{ plan: plan.stored, given: planImport(plan, today) }]
				: [],
		),
		codings: placed.flatMap(({ id: planId, places }) =>
			places.flatMap(({ id, made, added }) =>
				made === null ? added.map((coding) => ({ planId, commitmentId: id, coding })) : [],
			),
		),
	}
}

function planImport({ id, memberId, rows, places }: PlanPlace, today: string): PlanImport {
	const [first] = rows
	const submittedOn = rows.find((row) => row.submittedOn !== null)?.submittedOn ?? null
	const endsOn = rows.find((row) => row.planEndsOn !== null)?.planEndsOn ?? null
	const year = submittedOn === null ? '' : ` (${submittedOn})`
	const number = first?.planNumber ?? ''
	return PlanImport.parse({
		plan: {
			id,
			memberId,
			status: statusFrom(submittedOn, endsOn, today),
			number,
			titleEn: `Action plan ${number} of ${first?.member.nameEn ?? ''}${year}`,
			titleId: `Rencana aksi ${number} ${first?.member.nameId ?? ''}${year}`,
			submittedOn,
			endsOn,
			source: `${OF_TABLE}${[...new Set(rows.map(({ source }) => source))].join('; ')}`,
		},
		commitments: places.flatMap(({ made, ogpId, added }) =>
			made === null ? [] : [{ ...made, ogpId, codings: added }],
		),
	})
}

function repeatsIn({ id: planId, rows }: PlanPlace): PlacingReport['repeats'] {
	const groups = new Map<string, { number: string; rowIds: string[] }>()
	for (const { source, commitment, rowId } of rows) {
		const { number } = commitment
		if (number === null) continue
		const group = groups.get(`${source} ${number}`) ?? { number, rowIds: [] }
		group.rowIds.push(rowId)
		groups.set(`${source} ${number}`, group)
	}
	return [...groups.values()].filter(({ rowIds }) => rowIds.length > 1).map((group) => ({ planId, ...group }))
}

function yearsOf({ id: planId, rows }: PlanPlace): PlacingReport['planYears'] {
	const years = [...new Set(rows.flatMap(({ submittedOn }) => submittedOn ?? []))]
	return years.length > 1 ? [{ planId, years }] : []
}
