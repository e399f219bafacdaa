/** Calls a method of PDFKit that its types describe more narrowly than it is. */
export function callLoosely(target: object, method: string, args: readonly unknown[]): void {
	const called: unknown = Reflect.get(target, method)
	if (typeof called !== 'function') throw new Error(`PDFKit has no ${method}`)
	Reflect.apply(called, target, args)
}
