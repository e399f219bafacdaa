import { SummaryList } from '#app/components/ui/summary-list.tsx'
import { useWords } from '#app/components/words.tsx'
import type { MemberView } from '#app/domain/member/view.ts'

/** National or local, and for local members what they are. */
export function MemberKind({ member }: { member: Pick<MemberView, 'level' | 'localType'> }) {
	const { say } = useWords()
	return (
		<>{say(member.localType === null ? `member-level.${member.level}` : `local-type.${member.localType}`)}</>
	)
}

/** What is known of a member, with the sources and where they disagree. */
export function MemberFacts({ member }: { member: MemberView }) {
	const { say, locale } = useWords()
	return (
		<>
			<SummaryList
				rows={[
					{ key: say('member.kind'), value: <MemberKind member={member} /> },
					{
						key: say('member.since'),
						value: member.joinedYear === null ? say('missing.text') : String(member.joinedYear),
					},
					...(member.participationMode === null
						? []
						: [
								{
									key: say('member.participation'),
									value: say(`participation-mode.${member.participationMode}`),
								},
							]),
					{ key: say('member.time-zone'), value: member.timeZone },
					{ key: say('member.source'), value: member.source },
				]}
			/>
			{member.notes.length > 0 ? (
				<>
					<h2 className="govuk-heading-m">{say('member.notes')}</h2>
					<ul className="govuk-list govuk-list--bullet">
						{member.notes.map((note) => (
							<li key={note.en}>
								{note[locale]}{' '}
								<span className="app-source">{say('source.named', { source: note.source })}</span>
							</li>
						))}
					</ul>
				</>
			) : null}
		</>
	)
}
