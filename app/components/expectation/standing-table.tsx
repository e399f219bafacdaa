import { TextIn } from '#app/components/text-in.tsx'
import { InsetText } from '#app/components/ui/inset-text.tsx'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { textIn } from '#app/domain/bilingual.ts'
import { EXPECTATIONS } from '#app/domain/expectation/view.ts'
import type { StandingRow } from '#app/domain/standing/view.ts'
import { standingHref } from './addresses.ts'
import { ExpectationLevelWord } from './expectation-level.tsx'

type StandingTableProps = {
	rows: readonly StandingRow[]
	/** The day that is asked for, where it is not today. */
	on: string | undefined
	caption: string
}

/** All members side by side, by name. The five are never added up, and nobody is put before anybody. */
export function StandingTable({ rows, on, caption }: StandingTableProps) {
	const { say, locale } = useWords()
	if (rows.length === 0) return <NobodyYet />
	const nameOf = ({ member }: StandingRow) => textIn(member.name, locale)?.text ?? member.id
	return (
		<Table
			id="standings"
			caption={caption}
			captionSize="s"
			stacks
			columns={[
				{ head: say('member.name'), isWide: true },
				...EXPECTATIONS.map((code) => ({ head: say(`expectation-short.${code}`) })),
			]}
			rows={rows
				.toSorted((a, b) => nameOf(a).localeCompare(nameOf(b), locale))
				.map(({ member, standing }) => ({
					key: member.id,
					cells: [
						<a key="name" className="govuk-link" href={standingHref(locale, member.id, on)}>
							<TextIn text={member.name} />
							{member.isDemonstration ? ` (${say('demonstration.mark')})` : null}
						</a>,
						...EXPECTATIONS.map((code) => (
							<ExpectationLevelWord
								key={code}
								level={standing.expectations.find((one) => one.code === code)?.level ?? null}
							/>
						)),
					],
				}))}
		/>
	)
}

function NobodyYet() {
	const { say } = useWords()
	return (
		<InsetText>
			<p className="govuk-body">{say('expectations.empty')}</p>
			<p className="govuk-body">{say('expectations.empty.next')}</p>
		</InsetText>
	)
}
