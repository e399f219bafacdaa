import type { LinksFunction, MetaFunction } from '@remix-run/node'
import {
	Links,
	Meta,
	Outlet,
	Scripts,
	isRouteErrorResponse,
	useLoaderData,
	useLocation,
	useMatches,
	useRouteError,
	useRouteLoaderData,
} from '@remix-run/react'
import { useContext } from 'react'
import type { ReactNode } from 'react'
import { documentTitle } from './components/layout/document-title.ts'
import { ErrorPage, spokenStatus } from './components/layout/error-page.tsx'
import type { Failure } from './components/layout/error-page.tsx'
import { IntegrityContext } from './components/layout/integrity-context.ts'
import { PrintedContext } from './components/layout/printed-context.ts'
import { PageHead } from './components/layout/page-head.tsx'
import type { SharedCard } from './components/layout/page-head.tsx'
import { ResponseContext } from './components/layout/response-context.ts'
import { WordsProvider } from './components/words.tsx'
import { utcDay } from './domain/calendar.ts'
import { integrityNotice } from './domain/integrity/rules.ts'
import type { IntegrityNotice } from './domain/integrity/rules.ts'
import { guardedLoader } from './http/guard.server.ts'
import { isLocale } from './i18n/locale.ts'
import { sayIn } from './i18n/translate.ts'
import stylesHref from './styles/app.scss?url'

export const links: LinksFunction = () => [
	{ rel: 'stylesheet', href: stylesHref },
	{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Renaksi' }]

/** What every page has to say, whatever it is about: that the record and its log do not agree, and where the site stands. */
export const loader = guardedLoader('public', ({ ctx, load }) => ({
	notice: integrityNotice(load.integrity.findings()),
	baseUrl: load.config.baseUrl,
	printed: { on: utcDay(ctx.now), signedActs: load.publicLog.published().size },
}))

/** Every page. */
export default function Root() {
	const { notice, baseUrl, printed } = useLoaderData<typeof loader>()
	const { pathname, search } = useLocation()
	return (
		<Document
			head={
				<>
					<Meta />
					<PageHead {...{ baseUrl, pathname, search }} locale={usePageLocale()} card={useSharedCard()} />
					<AskedReload />
				</>
			}
			foot={<AskedScripts />}
			notice={notice}
		>
			<PrintedContext.Provider value={{ ...printed, address: `${baseUrl}${pathname}` }}>
				<Outlet />
			</PrintedContext.Provider>
		</Document>
	)
}

/**
 * Scripts are sent only where a route asks for them: with `handle = { scripts: true }` for those that bring the page to
 * life as a whole, or with the address of a script of its own that needs nothing else.
 */
function AskedScripts() {
	const asked = useMatches().map((match) => saidBy(match.handle, 'scripts'))
	const nonce = useContext(ResponseContext).cspNonce ?? undefined
	const own = asked.filter((scripts) => typeof scripts === 'string')
	return (
		<>
			{asked.includes(true) ? <Scripts nonce={nonce} /> : null}
			{own.map((address) => (
				<script key={address} type="module" src={address} nonce={nonce} />
			))}
		</>
	)
}

/** How soon a page that waits for something is loaded anew where no script does it. Unit: seconds. */
const RELOAD_S = 3

/** A route asks for it with `handle = { reloads: true }`, as long as its loader says `isUnderWay`. */
function AskedReload() {
	const asked = useMatches().some(
		({ handle, data }) => saidBy(handle, 'reloads') === true && saidBy(data, 'isUnderWay') === true,
	)
	if (!asked) return null
	return (
		<noscript>
			<meta httpEquiv="refresh" content={String(RELOAD_S)} />
		</noscript>
	)
}

/** Any page that could not be shown, in its own language, without scripts. */
export function ErrorBoundary() {
	const { requestId } = useContext(ResponseContext)
	const failure = failureFrom(useRouteError(), requestId)
	const say = sayIn(usePageLocale())
	const title = documentTitle(say, say(`error.${String(spokenStatus(failure.status))}.title`))
	const notice = useRouteLoaderData<typeof loader>('root')?.notice ?? null
	return (
		<Document head={<title>{title}</title>} foot={null} notice={notice}>
			<ErrorPage {...failure} />
		</Document>
	)
}

type DocumentProps = {
	head: ReactNode
	foot: ReactNode
	notice: IntegrityNotice | null
	children: ReactNode
}

function Document({ head, foot, notice, children }: DocumentProps) {
	const { pathname, search } = useLocation()
	const locale = usePageLocale()
	return (
		<html lang={locale} className="govuk-template">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="theme-color" content="#0f5560" />
				{head}
				<Links />
			</head>
			<body className="govuk-template__body">
				<WordsProvider locale={locale} path={pathname + search}>
					<IntegrityContext.Provider value={notice}>{children}</IntegrityContext.Provider>
				</WordsProvider>
				{foot}
			</body>
		</html>
	)
}

function usePageLocale() {
	const first = useLocation().pathname.split('/')[1]
	return isLocale(first) ? first : 'en'
}

/** A route asks for a picture where its page is shared with `handle = { card: 'plans' }` or `'commitments'`. */
function useSharedCard(): SharedCard | null {
	for (const { handle, params } of useMatches()) {
		const of = saidBy(handle, 'card')
		if (of === 'plans' && params.planId) return { of, id: params.planId }
		if (of === 'commitments' && params.commitmentId) return { of, id: params.commitmentId }
	}
	return null
}

function saidBy(facts: unknown, what: 'scripts' | 'reloads' | 'isUnderWay' | 'card'): unknown {
	return typeof facts === 'object' && facts !== null ? Reflect.get(facts, what) : undefined
}

function failureFrom(error: unknown, requestId: string | null): Failure {
	if (!isRouteErrorResponse(error)) return { status: 500, requestId: requestId ?? undefined }
	const body: unknown = error.data
	return {
		status: error.status,
		reason: textOf(body, 'reason'),
		requestId: textOf(body, 'requestId') ?? requestId ?? undefined,
	}
}

function textOf(body: unknown, key: 'reason' | 'requestId'): string | undefined {
	if (typeof body !== 'object' || body === null || !(key in body)) return undefined
	const text: unknown = Reflect.get(body, key)
	return typeof text === 'string' ? text : undefined
}
