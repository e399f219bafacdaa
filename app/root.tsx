import type { LinksFunction, MetaFunction } from '@remix-run/node'
import {
	Links,
	Meta,
	Outlet,
	Scripts,
	isRouteErrorResponse,
	useLocation,
	useMatches,
	useRouteError,
} from '@remix-run/react'
import { useContext } from 'react'
import type { ReactNode } from 'react'
import { hrefIn } from './components/addresses.ts'
import { documentTitle } from './components/layout/document-title.ts'
import { ErrorPage, spokenStatus } from './components/layout/error-page.tsx'
import type { Failure } from './components/layout/error-page.tsx'
import { ResponseContext } from './components/layout/response-context.ts'
import { WordsProvider } from './components/words.tsx'
import { LOCALES, isLocale } from './i18n/locale.ts'
import { sayIn } from './i18n/translate.ts'
import stylesHref from './styles/app.scss?url'

export const links: LinksFunction = () => [
	{ rel: 'stylesheet', href: stylesHref },
	{ rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
]

export const meta: MetaFunction = () => [{ title: 'Renaksi' }]

/** Every page. Scripts are sent only where a route asks for them with `handle = { scripts: true }`. */
export default function Root() {
	const wantsScripts = useMatches().some((match) => asksForScripts(match.handle))
	const { cspNonce } = useContext(ResponseContext)
	return (
		<Document head={<Meta />} foot={wantsScripts ? <Scripts nonce={cspNonce ?? undefined} /> : null}>
			<Outlet />
		</Document>
	)
}

/** Any page that could not be shown, in its own language, without scripts. */
export function ErrorBoundary() {
	const { requestId } = useContext(ResponseContext)
	const failure = failureFrom(useRouteError(), requestId)
	const say = sayIn(usePageLocale())
	const title = documentTitle(say, say(`error.${String(spokenStatus(failure.status))}.title`))
	return (
		<Document head={<title>{title}</title>} foot={null}>
			<ErrorPage {...failure} />
		</Document>
	)
}

function Document({ head, foot, children }: { head: ReactNode; foot: ReactNode; children: ReactNode }) {
	const { pathname, search } = useLocation()
	const locale = usePageLocale()
	return (
		<html lang={locale} className="govuk-template">
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="theme-color" content="#0f5560" />
				{head}
				{LOCALES.map((other) => (
					<link key={other} rel="alternate" hrefLang={other} href={hrefIn(other, pathname)} />
				))}
				<Links />
			</head>
			<body className="govuk-template__body">
				<WordsProvider locale={locale} path={pathname + search}>
					{children}
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

function asksForScripts(handle: unknown): boolean {
	return typeof handle === 'object' && handle !== null && 'scripts' in handle && handle.scripts === true
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
