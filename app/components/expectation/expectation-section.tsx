import { useWords } from '#app/components/words.tsx'
import type { MemberExpectation } from '#app/domain/member-expectation/view.ts'
import type { StandingPage } from '#app/domain/standing/view.ts'
import { CommitmentTests } from './commitment-tests.tsx'
import { ExpectationLevelWord } from './expectation-level.tsx'
import { LeftOut } from './left-out.tsx'
import { RecordLinks } from './record-links.tsx'
import { RemarksBeside } from './remarks-beside.tsx'
import { Requirements } from './requirement-table.tsx'
import { expectationRule } from '#reports/document/rule-of-expectation.ts'
import { RuleSetLink } from './rule-set-link.tsx'

type ExpectationSectionProps = Pick<StandingPage, 'kinds' | 'ruleNumbers' | 'remarks' | 'commitmentTests'> & {
	memberId: string
	expectation: MemberExpectation
}

/** One expectation: its level and why, the rule, the records, what would change it and by when, and what others say. */
export function ExpectationSection(props: ExpectationSectionProps) {
	const { memberId, expectation, kinds, ruleNumbers, remarks, commitmentTests } = props
	const words = useWords()
	const { say } = words
	const { code, level, reasons, records, requirements, ruleSet, leftOut = [] } = expectation
	return (
		<section id={code}>
			<h2 className="govuk-heading-l">{say(`expectation.${code}`)}</h2>
			<p className="govuk-body-l">
				<ExpectationLevelWord level={level} />
			</p>
			{reasons.map((reason) => (
				<p key={reason} className="govuk-body">
					{say(`expectation-reason.${reason}`)}
				</p>
			))}
			<Inputs expectation={expectation} />
			{code === 'E5_CONTRIBUTION' ? <p className="govuk-body">{say('expectation.as-appropriate')}</p> : null}
			<h3 className="govuk-heading-m">{say('expectation.rule')}</h3>
			<p className="govuk-body">
				{expectationRule(code, ruleNumbers[ruleSet.id] ?? {}, words)} <RuleSetLink ruleSet={ruleSet} />
			</p>
			{code === 'E2_COMMITMENTS' ? <CommitmentTests commitments={commitmentTests} /> : null}
			<LeftOut code={code} leftOut={leftOut} />
			{requirements.length === 0 ? null : <Requirements requirements={requirements} />}
			<h3 className="govuk-heading-m">{say('expectation.records')}</h3>
			<RecordLinks records={records} kinds={kinds} />
			<h3 className="govuk-heading-m">{say('expectation.change')}</h3>
			<Changes expectation={expectation} />
			<h3 className="govuk-heading-m">{say('remark.beside')}</h3>
			<RemarksBeside memberId={memberId} remarks={remarks.filter((one) => one.expectation === code)} />
		</section>
	)
}

function Inputs({ expectation: { inputs } }: Pick<ExpectationSectionProps, 'expectation'>) {
	const { say, format } = useWords()
	const shown = inputs.filter(({ of }) => of > 0)
	if (shown.length === 0) return null
	return (
		<ul className="govuk-list govuk-list--bullet">
			{shown.map(({ code, count, of }) => (
				<li key={code}>
					{say('report.expectations.input', {
						what: say(`expectation-input.${code}`),
						count: format.count(count),
						of: format.count(of),
					})}
				</li>
			))}
		</ul>
	)
}

function Changes({ expectation: { changes } }: Pick<ExpectationSectionProps, 'expectation'>) {
	const { say, format } = useWords()
	if (changes.length === 0) return <p className="govuk-body">{say('expectation.change.none')}</p>
	return (
		<ul className="govuk-list govuk-list--bullet">
			{changes.map(({ code, byOn }, at) => (
				<li key={at}>
					{say(`expectation-change.${code}`)}.{' '}
					{byOn === null ? say('expectation.by.none') : say('expectation.by', { on: format.day(byOn) })}
				</li>
			))}
		</ul>
	)
}
