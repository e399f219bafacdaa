import { readFileSync } from 'node:fs'
import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { createElement } from 'react'
import { WordsProvider } from '#app/components/words.tsx'

type Fixture = { name: string; html: string }

const FOLDER = 'node_modules/govuk-frontend/dist/govuk/components'

/** The markup that govuk-frontend publishes for one of its own examples. */
export function publishedHtml(component: string, name: string): string {
	const file = JSON.parse(readFileSync(`${FOLDER}/${component}/fixtures.json`, 'utf8')) as {
		fixtures: Fixture[]
	}
	const fixture = file.fixtures.find((f) => f.name === name)
	if (!fixture) throw new Error(`govuk-frontend has no example "${name}" of ${component}`)
	return normalized(fixture.html)
}

/** The markup of an element in English. */
export function renderedHtml(element: ReactElement): string {
	return normalized(
		renderToStaticMarkup(createElement(WordsProvider, { locale: 'en', path: '/en', children: element })),
	)
}

/**
 * One tag or text per line, attributes in order of name. What has no meaning here is left out: the hooks of the
 * package's scripts, which are not used, and the shape of its arrows, which are drawn anew.
 */
export function normalized(html: string): string {
	return html
		.replace(/<(\w+)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*\/?>/g, (_tag, name: string, attributes: string) => {
			const kept = [...attributes.matchAll(/([^\s=]+)(?:="([^"]*)")?/g)]
				.filter(([, key]) => key !== 'data-module' && key !== 'd')
				.map(([, key, value]) => `${key}="${value ?? ''}"`)
				.sort()
			return `\n<${[name, ...kept].join(' ')}>\n`
		})
		.replace(/<\/\w+>/g, (end) => `\n${end}\n`)
		.replaceAll('&#x27;', "'")
		.replaceAll('&#39;', "'")
		.split('\n')
		.map((line) => line.trim())
		.filter(Boolean)
		.join('\n')
}
