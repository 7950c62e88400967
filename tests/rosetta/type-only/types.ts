export type Money = number & { readonly brand: unique symbol }

export const CURRENCIES = ['eur', 'usd'] as const satisfies readonly string[]
export type Currency = (typeof CURRENCIES)[number]
