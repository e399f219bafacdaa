import { PageTitle } from '#app/components/layout/page-title.tsx'
import { TextIn } from '#app/components/text-in.tsx'
import { Button } from '#app/components/ui/button.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { TableRegion } from '#app/components/ui/table.tsx'
import { Tag } from '#app/components/ui/tag.tsx'
import { useWords } from '#app/components/words.tsx'
import { WorkspacePage } from '#app/components/workspace/workspace-page.tsx'
import type { Signed } from '#app/components/workspace/workspace-page.tsx'
import { VOUCHES_NEEDED, VOUCH_HOURS } from '#app/domain/second-step/rules.ts'
import type { Colleague } from '#app/domain/second-step/view.ts'
import { secondStepHref, vouchHref } from './addresses.ts'

type ColleaguesProps = { colleagues: readonly Colleague[]; person: Signed }

/** For whom the reader may vouch, when they lost their telephone or are safe again. */
export function Colleagues({ colleagues, person }: ColleaguesProps) {
	const { say, locale, format } = useWords()
	const values = { count: VOUCHES_NEEDED, number: format.count(VOUCHES_NEEDED) }
	return (
		<WorkspacePage person={person} member={null} backHref={secondStepHref(locale)}>
			<PageTitle>{say('second-step.colleagues.title')}</PageTitle>
			<p className="govuk-body">{say('second-step.colleagues.text', values)}</p>
			<InsetText>{say('second-step.colleagues.check', { hours: format.count(VOUCH_HOURS) })}</InsetText>
			{colleagues.length === 0 ? (
				<p className="govuk-body">{say('second-step.colleagues.none')}</p>
			) : (
				<TableRegion
					id="colleagues"
					caption={say('second-step.colleagues.list')}
					stacks
					columns={[
						{ head: say('second-step.colleagues.who') },
						{ head: say('second-step.colleagues.organization') },
						{ head: say('second-step.colleagues.vouches') },
					]}
					rows={colleagues.map((colleague) => ({
						key: colleague.personId,
						cells: [
							<Who key="who" colleague={colleague} />,
							<TextIn key="organization" text={colleague.organizationName} />,
							<Vouch key="vouch" colleague={colleague} />,
						],
					}))}
				/>
			)}
		</WorkspacePage>
	)
}

function Who({ colleague: { name, isLocked } }: { colleague: Colleague }) {
	const { say } = useWords()
	return (
		<>
			{name} {isLocked ? <Tag colour="red">{say('second-step.colleagues.locked')}</Tag> : null}
		</>
	)
}

function Vouch({ colleague }: { colleague: Colleague }) {
	const { say, locale, format } = useWords()
	const { personId, name, vouches, isVouchedByMe } = colleague
	const of = { number: format.count(vouches), needed: format.count(VOUCHES_NEEDED) }
	return (
		<>
			<p className="govuk-body">{say('second-step.colleagues.of', of)}</p>
			{isVouchedByMe ? (
				<p className="govuk-body">{say('second-step.colleagues.by-me')}</p>
			) : (
				<form method="post" action={vouchHref(locale, personId)}>
					<Button variant="secondary">
						{say('second-step.colleagues.vouch')}
						<span className="govuk-visually-hidden">
							{' '}
							{say('second-step.colleagues.vouch-for', { name })}
						</span>
					</Button>
				</form>
			)}
		</>
	)
}
