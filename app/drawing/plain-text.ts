/** Plain data as text: equal content in equal order is equal text, whoever made it. A map is data like any other. */
export function plainText(data: unknown): string {
	return JSON.stringify(data, (_key, value: unknown) => (value instanceof Map ? [MAP, ...value] : value))
}

/** What a map begins with in a text, so that it is not taken for a list. */
const MAP = '\u0000map'
