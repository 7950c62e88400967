import { DEFAULT_CURRENCY } from './constants'

export function formatPrice(cents: number, currency: string = DEFAULT_CURRENCY): string {
  return new Intl.NumberFormat('en', { style: 'currency', currency }).format(cents / 100)
}
