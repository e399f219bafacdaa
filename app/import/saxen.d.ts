/** What we use of the parser, which has no types of its own. */
declare module 'saxen' {
	type Parsing = {
		on(event: 'openTag', handle: (name: string, attributes: () => Record<string, string>) => void): Parsing
		on(event: 'closeTag' | 'text' | 'cdata' | 'attention', handle: (text: string) => void): Parsing
		on(event: 'error' | 'warn', handle: (error: Error) => void): Parsing
		parse(xml: string): Error | undefined
		stop(): void
	}
	export const Parser: new () => Parsing
}
