import { LoansService } from "../../loans.service";
import { safe } from "../../safe";

const service = new LoansService();

export const POST = safe(async () => Response.json(await service.add()));
