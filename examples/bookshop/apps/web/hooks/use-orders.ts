import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'

import type { NewOrder } from '@/lib/orders'

export function useOrders() {
  return useQuery({
    queryKey: ['orders'],
    queryFn: async () => (await fetch('/api/orders')).json(),
  })
}

export function usePlaceOrder() {
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: async (order: NewOrder) => {
      const response = await fetch('/api/orders', { method: 'POST', body: JSON.stringify(order) })
      return response.json()
    },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['orders'] }),
  })
}
