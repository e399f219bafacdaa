import { ruleSetHref } from '#app/components/rule/addresses.ts'
import { TableRegion } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import type { Words } from '#app/components/words.tsx'
import type { PastLevels } from '#app/domain/standing/view.ts'
import type { SnapshotView } from '#app/domain/status-snapshot/view.ts'

type SnapshotTableProps = { snapshots: readonly SnapshotView[]; history: readonly PastLevels[] }

/** Levels as they were stored once, and, where they come out differently now, what they are computed to be now. */
export function SnapshotTable({ snapshots, history }: SnapshotTableProps) {
	const words = useWords()
	const { say, format } = words
	return (
		<section>
			<h2 className="govuk-heading-l">{say('snapshots.title')}</h2>
			<p className="govuk-body">{say('snapshots.lead')}</p>
			{snapshots.length === 0 ? (
				<p className="govuk-body">{say('snapshots.none')}</p>
			) : (
				<TableRegion
					id="snapshots"
					caption={say('snapshots.caption')}
					captionSize="s"
					columns={[
						{ head: say('snapshots.day') },
						...(snapshots[0]?.levels ?? []).map(({ code }) => ({ head: say(`expectation-short.${code}`) })),
						{ head: say('snapshots.known') },
						{ head: say('snapshots.rules') },
					]}
					rows={snapshots.map((snapshot) => ({
						key: `${snapshot.asOfOn} ${String(snapshot.ledgerSize)}`,
						cells: [
							format.day(snapshot.asOfOn),
							...snapshot.levels.map((stored) => levelInWords(stored, { snapshot, history }, words)),
							say('snapshots.known.of', {
								count: format.count(snapshot.ledgerSize),
								on: format.day(snapshot.computedOn),
							}),
							<RulesOfSnapshot key="rules" snapshot={snapshot} />,
						],
					}))}
				/>
			)}
		</section>
	)
}

/** The versions by which the levels were computed, each once. */
function RulesOfSnapshot({ snapshot: { ruleSetIds } }: { snapshot: SnapshotView }) {
	const { locale } = useWords()
	return (
		<ul className="govuk-list">
			{ruleSetIds.map((id) => (
				<li key={id}>
					<a className="govuk-link" href={ruleSetHref(locale, id)}>
						{id}
					</a>
				</li>
			))}
		</ul>
	)
}

type Beside = { readonly snapshot: SnapshotView; readonly history: readonly PastLevels[] }

function levelInWords(
	{ code, level }: SnapshotView['levels'][number],
	{ snapshot, history }: Beside,
	{ say }: Words,
): string {
	const stored = say(`expectation-level.${level ?? 'NOT_RECORDED'}`)
	const past = history.find(({ asOfOn }) => asOfOn === snapshot.asOfOn)
	const now = past?.levels.find((one) => one.code === code)?.level ?? level
	if (now === level || now === null) return stored
	return say('snapshots.now', { stored, now: say(`expectation-level.${now}`) })
}
