import { SourceLink, webHost } from '#app/components/source-link.tsx'
import { Details } from '#app/components/ui/details.tsx'
import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import { answerMeaning, linksIn, PROCESS_PARTS, stepsFollowed } from '#app/domain/process-finding/rules.ts'
import type { ProcessPart, ProcessQuestion } from '#app/domain/process-finding/rules.ts'
import type { ProcessFindingView } from '#app/domain/process-finding/view.ts'

/** What OGP's process database says of how a plan was made and reported on; nothing where it does not speak of it. */
export function ProcessFindings({ finding }: { finding: ProcessFindingView | null }) {
	const { say, format } = useWords()
	if (finding === null) return null
	const { source, locator, yearSubmitted, importedOn } = finding
	return (
		<section>
			<h2 className="govuk-heading-l" id="process-database">
				{say('process-finding.title')}
			</h2>
			<p className="govuk-body">{say('process-finding.lead')}</p>
			<SummaryList
				rows={[
					{ key: say('process-finding.steps'), value: <Steps finding={finding} /> },
					{
						key: say('process-finding.report'),
						value: <Answer question="REPORT_PUBLISHED" finding={finding} />,
					},
					{ key: say('process-finding.year'), value: yearSubmitted ?? say('missing.text') },
				]}
			/>
			<Details summary={say('process-finding.all')}>
				<Part part="DEVELOPMENT" finding={finding} />
				<Part part="IMPLEMENTATION" finding={finding} />
				<Part part="SELF_ASSESSMENT" finding={finding} />
				<Part part="LEADERSHIP" finding={finding} />
			</Details>
			<p className="app-quiet">
				{say('process-finding.origin', {
					source,
					row: locator.replace(/^row /, ''),
					on: format.day(importedOn),
				})}
			</p>
		</section>
	)
}

type Shown = { finding: ProcessFindingView }

function Steps({ finding }: Shown) {
	const { say } = useWords()
	const steps = stepsFollowed(finding.answers)
	return <>{steps === null ? say('process-finding.steps.none') : say('process-finding.steps.of', steps)}</>
}

function Part({ part, finding }: Shown & { part: ProcessPart }) {
	const { say } = useWords()
	return (
		<>
			<h3 className="govuk-heading-s">{say(`process-part.${part}`)}</h3>
			<SummaryList
				rows={PROCESS_PARTS[part].map((question) => ({
					key: say(`process-question.${question}`),
					value: <Answer question={question} finding={finding} />,
				}))}
			/>
		</>
	)
}

/** An answer in the reader's language where it is one we know, and as it was published where it is not. */
function Answer({ question, finding }: Shown & { question: ProcessQuestion }) {
	const { say } = useWords()
	const word = finding.answers[question]
	const meaning = answerMeaning(question, word)
	if (word === undefined) return <>{say('missing.text')}</>
	if (meaning === 'NONE') return <>{say('process-finding.no-value', { word })}</>
	if (meaning !== 'AS_PUBLISHED') return <>{say(`process-answer.${meaning}`)}</>
	const links = linksIn(word)
	if (links === null) return <span lang="en">{word.replaceAll(/(?:<br\s*\/?>)+/gi, ' ')}</span>
	return (
		<ul className="app-plain-list">
			{links.map((href) => (
				<li key={href}>
					<SourceLink href={href} text={webHost(href) ?? href} />
				</li>
			))}
		</ul>
	)
}
