import { lend } from "./library";

export class LoansService {
  add() { return this.run() }
  private async run() { return lend() }
}
