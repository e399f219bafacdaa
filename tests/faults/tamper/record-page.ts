import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { RecordStanding } from '#app/components/record/record-standing.tsx'
import { WordsProvider } from '#app/components/words.tsx'
import { openIntegrity } from '#app/integrity.server.ts'
import { openLog } from '#app/log.server.ts'
import { loader } from '#app/routes/public/record.tsx'
import { as } from '#tests/factories/stored-plan.ts'
import { recordedIn } from './world.ts'
import type { World } from './world.ts'

export type Look = {
	readonly recordId: string | undefined
	readonly logDir?: string | undefined
	/** A log that was replaced as a whole is taken up by a start, and a start compares everything. */
	readonly isAfterStart: boolean
}

/**
 * Whether the page of a record says, the first time it is looked at, that the record is not what was published, and
 * whether the site knows it from then on. Null: there is no page to look at.
 */
export async function saysSo(
	world: World,
	{ recordId, logDir, isAfterStart }: Look,
): Promise<boolean | null> {
	if (recordId === undefined || !/^[a-z0-9][a-z0-9._-]{0,127}$/.test(recordId)) return null
	const { recorded } = await recordedIn(world, logDir)
	const publicLog = {
		...world.publicLog,
		...recorded.log,
		publish: () => Promise.resolve(recorded.log.published()),
	}
	const { withdrawals, now } = as(world.database, 'poc')
	const known = {
		config: { dataDir: logDir ?? world.dataDir, baseUrl: 'http://localhost' },
		log: openLog('silent'),
	}
	const { database, files } = world
	const integrity = openIntegrity({ ...known, database, files, withdrawals, publicLog, clock: () => now })
	if (isAfterStart) await integrity.check()
	const load = { ...known, database, files, withdrawals, publicLog, integrity, now, requestId: 'tamper' }
	const visited = await loader({
		request: new Request(`http://localhost/en/records/${recordId}`),
		params: { lang: 'en', recordId },
		context: { ...load, accounts: { nobody: { actor: { personId: null, appointments: [] }, person: null } } },
	} as unknown as Parameters<typeof loader>[0]).catch((thrown: unknown) => thrown)
	if (!(visited instanceof Response)) return false
	// Where rows and entry are both gone, nothing is left to make a page of.
	if (visited.status === 404) return null
	const { record, standing, findings } = (await visited.json()) as Parameters<typeof RecordStanding>[0] & {
		record: { version: number }
	}
	const page = createElement(RecordStanding, { version: record.version, standing, findings })
	const html = renderToStaticMarkup(
		createElement(WordsProvider, { locale: 'en', path: '/en', children: page }),
	)
	return html.includes('govuk-warning-text') && integrity.findings().length > 0
}
