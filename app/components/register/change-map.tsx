import { recordHref } from '#app/components/addresses.ts'
import { TextIn } from '#app/components/text-in.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { ChangePart } from '#app/domain/theory-of-change/view.ts'

/** What a plan builds on: its actors by side, and what drives change; said as such where nothing is recorded. */
export function ChangeMap({ parts }: { parts: readonly ChangePart[] }) {
	const { say, locale } = useWords()
	return (
		<section>
			<h2 className="govuk-heading-l">{say('change.title')}</h2>
			{parts.length === 0 ? (
				<p className="govuk-body">{say('change.none')}</p>
			) : (
				<>
					<p className="govuk-body">{say('change.lead')}</p>
					<Table
						id="change"
						caption={say('change.caption')}
						stacks
						columns={[
							{ head: say('change.name') },
							{ head: say('change.element') },
							{ head: say('change.group') },
							{ head: say('change.role'), isWide: true },
						]}
						rows={parts.map(({ recordId, element, group, name, role }) => ({
							key: recordId,
							cells: [
								<a key="name" className="govuk-link" href={recordHref(locale, recordId)}>
									{name}
								</a>,
								say(`change-element.${element}`),
								group === null ? say('change.no-side') : say(`actor-group.${group}`),
								<TextIn key="role" text={role} />,
							],
						}))}
					/>
				</>
			)}
		</section>
	)
}
