import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { FileProblem } from '#app/import/file-problem.ts'

/** The most that one page lists; the rest are counted. */
const SHOWN_MAX = 200

/** Everything that is wrong with a file: where, what stands there, and what to do. */
export function ProblemList({ problems }: { problems: readonly FileProblem[] }) {
	const { say } = useWords()
	return (
		<>
			<TableRegion
				id="problems"
				caption={say('file-desk.problems', { count: problems.length })}
				stacks
				columns={[
					{ head: say('file-desk.place') },
					{ head: say('file-desk.value') },
					{ head: say('file-desk.what'), isWide: true },
				]}
				rows={problems.slice(0, SHOWN_MAX).map((problem, at) => ({
					key: String(at),
					cells: [
						problem.place || say('import.where.file'),
						problem.value ?? say('workspace.not-given'),
						say(`import.error.${problem.code}`, {
							value: problem.value ?? '',
							detail: problem.detail ?? '',
							column: problem.place ?? '',
						}),
					],
				}))}
			/>
			{problems.length > SHOWN_MAX ? (
				<p className="govuk-body">{say('file-desk.problems.more', { shown: SHOWN_MAX })}</p>
			) : null}
		</>
	)
}
