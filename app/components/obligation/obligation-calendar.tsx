import { recordHref } from '#app/components/addresses.ts'
import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { Tag } from '#app/components/ui/tag.tsx'
import type { TagColour } from '#app/components/ui/tag.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ObligationRule } from '#app/domain/cycle-rules/schema.ts'
import type { ObligationState } from '#app/domain/obligation/rules.ts'
import type { ObligationView, PlanObligations } from '#app/domain/obligation/view.ts'
import { obligationInWords, ruleInWords, stateInWords } from '#reports/document/obligation-words.ts'

/** The calendar of what a plan owes: what, by when, how it stands, by which rule. */
export function ObligationCalendar({ obligations, notRecorded, isKeptHere }: PlanObligations) {
	const { say, format } = useWords()
	if (!isKeptHere) return <p className="govuk-body">{say('obligation.imported')}</p>
	const overdue = obligations.filter(({ state }) => state === 'OVERDUE').length
	return (
		<>
			<p className="govuk-body">
				{obligations.length === 0
					? say('obligation.none')
					: say('obligation.count', { count: obligations.length, overdue: format.count(overdue) })}
			</p>
			{obligations.length === 0 ? null : <ObligationTable obligations={obligations} />}
			<NotRecorded rules={notRecorded} />
		</>
	)
}

function ObligationTable({ obligations }: { obligations: readonly ObligationView[] }) {
	const words = useWords()
	const { say, format } = words
	return (
		<Table
			id="obligations"
			caption={say('obligation.table')}
			stacks
			columns={[
				{ head: say('obligation.what'), isWide: true },
				{ head: say('obligation.due') },
				{ head: say('obligation.state') },
				{ head: say('obligation.rule'), isWide: true },
				{ head: say('obligation.source'), isWide: true },
			]}
			rows={obligations.map((owed) => ({
				key: owed.id,
				cells: [
					obligationInWords(owed, words),
					<time key="due" dateTime={owed.dueOn}>
						{format.day(owed.dueOn)}
					</time>,
					<Standing key="state" owed={owed} />,
					owed.rule === null ? say('missing.text') : <RuleText rule={owed.rule} fromOn={owed.fromOn} />,
					owed.rule === null ? say('missing.text') : <RuleSource rule={owed.rule} />,
				],
			}))}
		/>
	)
}

const COLOURS: Partial<Record<ObligationState, TagColour>> = { OVERDUE: 'orange', DUE_SOON: 'yellow' }

/** How an obligation stands, with the reason where it was waived. */
export function Standing({ owed }: { owed: ObligationView }) {
	const words = useWords()
	const { say, locale } = words
	const text = stateInWords(owed, words)
	const colour = COLOURS[owed.state]
	return (
		<>
			{colour ? <Tag colour={colour}>{text}</Tag> : text}
			{owed.waiver === null ? null : (
				<>
					<br />
					<TextIn text={owed.waiver.reason} />
					<br />
					<a className="govuk-link" href={recordHref(locale, owed.waiver.recordId)}>
						{say('obligation.waiver.act')}
						<span className="govuk-visually-hidden">: {obligationInWords(owed, words)}</span>
					</a>
				</>
			)}
			{owed.canBeShown || owed.doneOn !== null || owed.waiver !== null ? null : (
				<>
					<br />
					<span className="app-quiet">{say('obligation.cannot-be-shown')}</span>
				</>
			)}
		</>
	)
}

function RuleText({ rule, fromOn }: { rule: ObligationRule; fromOn: string }) {
	const words = useWords()
	return (
		<>
			{ruleInWords(rule, words)}
			<br />
			<span className="app-quiet">{words.say('obligation.from', { on: words.format.day(fromOn) })}</span>
		</>
	)
}

/** What a rule rests on: OGP's text, practice or our proposal, how binding it is, and where it stands. */
export function RuleSource({ rule }: { rule: ObligationRule }) {
	const { say } = useWords()
	const { basis, weight, source } = rule
	const address = /https?:\/\/\S+/.exec(source)?.[0] ?? null
	const host = address === null ? null : webHost(address)
	const rest = address === null ? source : source.replace(address, '').trim()
	return (
		<>
			{say('obligation.basis', {
				basis: say(`rule-basis.${basis}`),
				weight: say(`obligation.weight.${weight}`),
			})}{' '}
			{address !== null && host !== null ? <SourceLink href={address} text={host} /> : null}{' '}
			<span className="app-quiet">{basis === 'OURS' && rest === 'our own' ? null : rest}</span>
		</>
	)
}

function NotRecorded({ rules }: { rules: readonly ObligationRule[] }) {
	const words = useWords()
	const { say } = words
	if (rules.length === 0) return null
	return (
		<>
			<h2 className="govuk-heading-m">{say('obligation.not-recorded')}</h2>
			<p className="govuk-body">{say('obligation.not-recorded.lead')}</p>
			<ul className="govuk-list govuk-list--bullet">
				{rules.map((rule) => (
					<li key={rule.code}>
						{say(`obligation.${rule.code}`)}. {ruleInWords(rule, words)} <RuleSource rule={rule} />
					</li>
				))}
			</ul>
		</>
	)
}
