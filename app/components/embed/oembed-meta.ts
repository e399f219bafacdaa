import type { MetaDescriptor } from '@remix-run/react'
import { oembedHref } from '#app/components/charts/addresses.ts'

/** Tells other sites where to ask how a page is put into theirs; nothing where the site's own address is not known. */
export function oembedMeta(matches: readonly { readonly data: unknown }[], path: string): MetaDescriptor[] {
	const root = matches[0]?.data
	const baseUrl: unknown = typeof root === 'object' && root !== null ? Reflect.get(root, 'baseUrl') : null
	if (typeof baseUrl !== 'string') return []
	const href = oembedHref(baseUrl.replace(/\/+$/, ''), path)
	return [{ tagName: 'link', rel: 'alternate', type: 'application/json+oembed', href }]
}
