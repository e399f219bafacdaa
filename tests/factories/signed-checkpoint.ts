/** The checkpoint of an empty log, signed by the key of the worked example in the formats of the log. */
export const SIGNED_CHECKPOINT = [
	'log.example/demo',
	'0',
	'47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=',
	'',
	'— log.example/demo YHYW3uqf52FkMt/P9OpCbtj5HhlXBSGDzUDBeOXgNuSDv2SBGkhljqpcWRLoXg9ZGQYfKGFQ1jgU598S4wYejVCNVwM=',
	'',
].join('\n')

/** The key that signed it. */
export const LOG_KEY = 'log.example/demo+607616de+AQOhB7/zzhC+HXDdGOdLwJln5NYwm6UNXx3chmQSVTG4'
