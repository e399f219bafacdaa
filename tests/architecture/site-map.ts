import type { RouteConfigEntry } from '@remix-run/route-config'
import routes from '#app/routes.ts'

/** One line of the site map: an address and the file under app/ that answers it. */
export type Address = { readonly url: string; readonly file: string }

/** Every address of the site. */
export function siteMap(): readonly Address[] {
	return routes.flatMap((entry) => addressesOf(entry, ''))
}

function addressesOf(entry: RouteConfigEntry, parent: string): readonly Address[] {
	const url = entry.path ? `${parent}/${entry.path}` : parent
	const children = (entry.children ?? []).flatMap((child) => addressesOf(child, url))
	return [{ url: url === '' ? '/' : url, file: entry.file }, ...children]
}
