import { z } from 'zod'
import { Table } from '#app/components/ui/table.tsx'
import { useWords } from '#app/components/words.tsx'
import { SECTORS } from '#app/domain/cocreation/rules.ts'

const Seats = z.array(z.object({ name: z.string(), sector: z.enum(SECTORS) }))

/** Who sits in a forum, by sector; sectors without a seat are not listed, and the total stands below. */
export function ForumSeats({ id, members }: { id: string; members: unknown }) {
	const { say, format } = useWords()
	const seats = Seats.safeParse(members).data ?? []
	if (seats.length === 0) return <p className="govuk-body">{say('registers.seats.none')}</p>
	const sectors = SECTORS.filter((code) => seats.some(({ sector }) => sector === code))
	return (
		<Table
			id={`${id}-seats`}
			caption={say('registers.seats')}
			captionSize="s"
			stacks
			columns={[
				{ head: say('registers.seats.sector') },
				{ head: say('registers.seats.count'), isNumeric: true },
				{ head: say('registers.seats.members'), isWide: true },
			]}
			rows={sectors.map((code) => {
				const own = seats.filter(({ sector }) => sector === code)
				return {
					key: code,
					cells: [
						say(`sector.${code}`),
						`${format.count(own.length)} / ${format.count(seats.length)}`,
						own.map(({ name }) => name).join(', '),
					],
				}
			})}
		/>
	)
}
