import { create } from 'zustand'

type Line = { isbn: string; quantity: number }

type Cart = {
  lines: Line[]
  add: (isbn: string) => void
  remove: (isbn: string) => void
  clear: () => void
}

export const useCart = create<Cart>()((set) => ({
  lines: [],
  add: (isbn) =>
    set(({ lines }) => {
      const quantity = (lines.find((line) => line.isbn === isbn)?.quantity ?? 0) + 1
      return { lines: [...lines.filter((line) => line.isbn !== isbn), { isbn, quantity }] }
    }),
  remove: (isbn) => set(({ lines }) => ({ lines: lines.filter((line) => line.isbn !== isbn) })),
  clear: () => set({ lines: [] }),
}))
