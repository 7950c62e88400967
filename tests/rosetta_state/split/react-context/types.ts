export interface Counter {
  count: number;
  step: number;
  increment: () => void;
  reset: () => void;
}
