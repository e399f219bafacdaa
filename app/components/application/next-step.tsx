import { ButtonGroup, ButtonLink } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { useWords } from '#app/components/words.tsx'
import { OUTCOMES_OF_OGP, correctionsOf, stepsFrom } from '#app/domain/application/rules.ts'
import type { ApplicationState } from '#app/domain/application/rules.ts'
import type { ApplicationView } from '#app/domain/application/view.ts'
import { applicationHref } from './addresses.ts'
import type { ApplicationPart } from './addresses.ts'

/** What comes next, who takes that step, and what it waits for. */
export function NextStep({ application }: { application: ApplicationView }) {
	const { say, locale } = useWords()
	const { state, side, standing } = application
	const isOver = standing === 'CLOSED' && (state === 'DRAFT' || state === 'AGREED')
	const ways = side === 'GOVERNMENT' && !isOver ? waysOn(application) : []
	return (
		<>
			<h2 className="govuk-heading-m">{say('application.next')}</h2>
			<InsetText>
				{say(isOver ? 'application.next.closed' : `application.next.${state}`)}
				{state === 'AGREED' && side === 'CIVIL_SOCIETY' && !isOver
					? ` ${say('application.next.by-government')}`
					: null}
			</InsetText>
			{ways.length === 0 ? null : (
				<ButtonGroup>
					{ways.map((part, at) => (
						<ButtonLink
							key={part}
							href={applicationHref(locale, application.id, part)}
							variant={at === 0 && part !== 'withdraw' && part !== 'correct' ? undefined : 'secondary'}
						>
							{say(`application.way.${part}`)}
						</ButtonLink>
					))}
				</ButtonGroup>
			)}
		</>
	)
}

const PART_OF: { readonly [S in ApplicationState]?: ApplicationPart } = {
	SUBMITTED: 'submit',
	FULL_APPLICATION: 'full-application',
	SHORTLISTED: 'outcome',
	ACCEPTED: 'outcome',
	REJECTED: 'outcome',
	WITHDRAWN: 'withdraw',
}

/** The pages of the steps that may be taken now, each once. */
function waysOn({ state, call, steps }: ApplicationView): readonly ApplicationPart[] {
	const next = stepsFrom(state, call).flatMap((one) => PART_OF[one] ?? [])
	return [...new Set([...next, ...(correctionsOf(steps, call).length > 0 ? (['correct'] as const) : [])])]
}

/** The outcomes that may be recorded now. */
export function outcomesOf({ state, call }: ApplicationView): readonly (typeof OUTCOMES_OF_OGP)[number][] {
	const next = stepsFrom(state, call)
	return OUTCOMES_OF_OGP.filter((one) => next.includes(one))
}
